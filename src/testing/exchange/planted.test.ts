import { describe, expect, test } from 'vitest'
import { compareRunning, type Comparison } from '../../exchange/running/compare.ts'
import { saidIn } from '../../exchange/running/said.ts'
import { platformIds, type Folder } from '../../platforms/reading/folder.ts'
import { movedTo } from '../equivalence/moved.ts'

const no: Comparison = { reproduced: 0, contradicted: [], explained: [], unknown: [], missing: [], moved: [] }

/** A router's folder against ours, file by file. */
function compared(running: Folder, ours: Folder): Comparison {
  return [...running].reduce<Comparison>((all, [name, text]) => {
    const one = compareRunning(saidIn(name, text).sentences, saidIn(name, ours.get(name) ?? '').sentences)
    return {
      reproduced: all.reproduced + one.reproduced,
      contradicted: [...all.contradicted, ...one.contradicted],
      explained: [...all.explained, ...one.explained],
      unknown: [...all.unknown, ...one.unknown],
      missing: [...all.missing, ...one.missing],
      moved: [...all.moved, ...one.moved],
    }
  }, no)
}

/** A line of a file that says one thing by itself: no block, nothing of ours about ourselves, and no secret. */
interface Spot {
  readonly name: string
  readonly at: number
  /** In one of several sections of a name, which are told whole. */
  readonly isInSection: boolean
}

const ownOrSecret = /serat|place-before|comment=.*\d|[<"]?<(secret|public-key):|source=|^ *[#!]|md5|password|^ *exit/

function spotsIn(folder: Folder): Spot[] {
  return [...folder].flatMap(([name, text]) => {
    const lines = text.split('\n')
    const indent = (line: string): number => line.length - line.trimStart().length
    return [...lines.entries()].flatMap(([at, line]): Spot[] => {
      const next = lines[at + 1] ?? ''
      const isBlock = /[{[}\]]/.test(line) || indent(next) > indent(line) || line.startsWith('/')
      const says = name.endsWith('.rsc') ? line.startsWith('add ') : line.includes(' ') || line.includes('=')
      const isOnce = lines.filter(each => each === line).length === 1
      return says && isOnce && !isBlock && /\d/.test(line) && !ownOrSecret.test(line)
        ? [{ name, at, isInSection: isRepeated(lines, at) }]
        : []
    })
  })
}

function isRepeated(lines: readonly string[], at: number): boolean {
  const section = lines.slice(0, at).findLast(line => line.startsWith('['))
  return section !== undefined && lines.filter(line => line === section).length > 1
}

/** How much is to be told of a difference. */
function weight({ isInSection }: Spot, i: number): number {
  return isInSection || i % 3 === 0 ? 2 : 1
}

const kinds = ['changed', 'lost', 'added'] as const

function changed(line: string, by: number, lines: readonly string[]): string {
  const digit = line.search(/\d(?!.*\d)/)
  for (let more = by; ; more++) {
    const other = `${line.slice(0, digit)}${Number(line[digit]) + more}${line.slice(digit + 1)}`
    if (!lines.includes(other)) return other
  }
}

function planted(folder: Folder, { name, at }: Spot, i: number): Folder {
  const lines = (folder.get(name) ?? '').split('\n')
  const line = lines[at] ?? ''
  const kind = kinds[i % 3]
  if (kind === 'changed') lines[at] = changed(line, 1, lines)
  else if (kind === 'lost') lines.splice(at, 1)
  else lines.splice(at, 0, changed(line, 100 + i, lines))
  return new Map([...folder, [name, lines.join('\n')]])
}

function fortyOf(folder: Folder): readonly Spot[] {
  const spots = spotsIn(folder)
  const step = spots.length / 40
  return Array.from({ length: 40 }, (_, i) => spots[Math.floor(i * step)]).flatMap(spot => spot ?? [])
}

/**
 * What was changed is told as one that differs, or as what each side says alone; a line that was lost and one that was
 * added may be told as the former.
 */
function told({ contradicted, unknown, missing, moved }: Comparison): number {
  return 2 * contradicted.length + unknown.length + missing.length + moved.length
}

describe.each(platformIds)('routers on %s', id => {
  const { intents, folder } = movedTo(id)

  test('as we render them, with their secrets and CRLF: nothing unexplained, and no secret in the answer', () => {
    expect(intents.size).toBeGreaterThan(46)
    for (const router of intents.keys()) {
      const live = new Map(
        [...folder(router)].map(([name, text]) => [
          name,
          text
            .replace(/<secret:([^>]*)>/g, (_, of: string) => `RAHASIA-${of.replace(/\W/g, '-')}`)
            .replace(/<public-key:[^>]*>/g, `${'A'.repeat(43)}=`)
            .replaceAll('\n', '\r\n'),
        ]),
      )
      const { contradicted, unknown, missing, moved } = compared(live, folder(router))
      expect([router, contradicted, unknown, missing, moved]).toEqual([router, [], [], [], []])
      const shown = [...live].map(([name, text]) => JSON.stringify(saidIn(name, text)))
      expect([router, shown.filter(text => text.includes('RAHASIA')).length]).toEqual([router, 0])
    }
  })

  test('40 planted differences in a site: each is found alone, and nothing else', () => {
    const ours = folder('bpbd')
    const spots = fortyOf(ours)
    expect(new Set(spots.map(({ name, at }) => `${name} ${at}`)).size).toBe(40)
    for (const [i, spot] of spots.entries()) {
      const line = (ours.get(spot.name) ?? '').split('\n')[spot.at]
      const found = compared(planted(ours, spot, i), ours)
      expect([i, kinds[i % 3], spot.name, line, told(found)]).toEqual([
        i,
        kinds[i % 3],
        spot.name,
        line,
        weight(spot, i),
      ])
    }
  })

  test.each(['core-1', 'bpbd'])('40 planted differences in %s at once: each is told, and nothing else', router => {
    const ours = folder(router)
    const spots = fortyOf(ours).map((spot, i) => ({ spot, i }))
    const running = spots.toReversed().reduce((before, { spot, i }) => planted(before, spot, i), ours)
    expect(told(compared(running, ours))).toBe(spots.reduce((sum, { spot, i }) => sum + weight(spot, i), 0))
  })
})
