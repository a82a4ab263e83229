import { describe, expect, it } from 'vitest'
import { editedRouters } from '../../../testing/changing/edits.ts'
import { checkIosxe } from '../../../testing/changing/iosxe.ts'
import type { MakeScript } from '../../changing/change-script.ts'
import { changeIosxe } from './change.ts'
import { treeOf } from './tree.ts'
import { linesWithoutWay } from './way.ts'

/** A few of each edit; a thousand are a command: `npm run test:scripts -- iosxe 1000`. */
const edited = [2, 4, 5, 8, 10, 11, 13, 16, 28, 29, 39, 47, 58, 102].flatMap(seed =>
  editedRouters('iosxe', seed).slice(0, 2),
)

it('a script ends at what the new file says, its undo at the old one, and a router of another configuration changes nothing', () => {
  const faults = edited.flatMap(one => {
    const verdict = checkIosxe(one)
    return (verdict.kind === 'made' ? verdict.faults : [verdict.why]).map(
      text => `${one.seed} ${one.edit} ${one.router}: ${text}`,
    )
  })
  expect(new Set(edited.map(({ edit }) => edit)).size).toBeGreaterThan(6)
  expect(faults).toEqual([])
})

const mistakes: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
  'nothing is taken back': lines => lines.filter(line => !line.trim().startsWith('no ')),
  'blocks are never left': lines => lines.map(line => line.trim()),
  'the last line is left out': lines => lines.toSpliced(-5, 1),
  'the word that begins it is left out': lines => lines.slice(1),
  'the fingerprint stays': lines => lines.filter(line => !line.includes('alias exec')),
}

it.each(Object.entries(mistakes))('a mistake in the maker is found: %s', (_, mistake) => {
  const make: MakeScript = sides => {
    const made = changeIosxe(sides)
    return { ...made, text: mistake(made.text.split('\n')).join('\n') }
  }
  expect(edited.some(one => JSON.stringify(checkIosxe(one, make)).includes('"faults":["'))).toBe(true)
})

describe("the NOC's way", () => {
  const cuts = edited.map(one => ({ one, made: changeIosxe(one) }))

  it('is cut where the way itself moves, and nowhere else', () => {
    const cut = cuts.filter(({ made }) => (made.withoutWay?.length ?? 0) > 0)
    expect(cut.map(({ one }) => `${one.seed} ${one.edit} ${one.router}`)).toEqual([
      '29 prefix of the NOC core-1',
      '29 prefix of the NOC core-2',
    ])
    for (const { made } of cut) expect(made.run[0]?.en).toContain('running-config')
  })

  it('stays where a circuit has another name: one tunnel after the other gets its key, its session and its policies', () => {
    const renamed = editedRouters('iosxe', 58).filter(({ edit }) => edit === 'rename circuit')
    expect(renamed.map(({ router }) => router)).toContain('kec-00010')
    for (const one of renamed) {
      expect(changeIosxe(one).withoutWay, one.router).toEqual([])
      expect(checkIosxe(one)).toMatchObject({ faults: [] })
    }
  })

  it('is seen cut where the commands are turned round', () => {
    const worse = cuts.filter(({ one, made }) => {
      const before = [...one.before.values()].flatMap(treeOf)
      const blocks = made.text.split('\n').slice(1, -4)
      const turned = blocksOf(blocks).toReversed().flat()
      return linesWithoutWay(before, turned, one.ways).length > linesWithoutWay(before, blocks, one.ways).length
    })
    expect(worse.length).toBeGreaterThan(0)
  })
})

/** Lines with what stands indented below them. */
function blocksOf(lines: readonly string[]): string[][] {
  const blocks: string[][] = []
  for (const line of lines) {
    if (line.startsWith(' ')) blocks.at(-1)?.push(line)
    else blocks.push([line])
  }
  return blocks
}
