import { expect, it } from 'vitest'
import { editedRouters } from '../../../testing/changing/edits.ts'
import { checkLinux, stagesWithoutWay } from '../../../testing/changing/linux.ts'
import type { MakeScript } from '../../changing/change-script.ts'
import { changeLinux } from './change.ts'

/** Run by a shell in a folder; a thousand are a command: `npm run test:scripts -- linux 1000`. */
const edited = [2, 5, 8, 10].flatMap(seed => editedRouters('linux', seed).slice(0, 2))

it('a script makes the new files out of the old ones, its undo the old ones, and stops at files that are not as they were left', () => {
  const faults = edited.flatMap(one => {
    const verdict = checkLinux(one)
    return (verdict.kind === 'made' ? verdict.faults : [verdict.why]).map(
      text => `${one.seed} ${one.edit} ${one.router}: ${text}`,
    )
  })
  expect(edited.length).toBeGreaterThan(6)
  expect(faults).toEqual([])
})

const mistakes: Readonly<Record<string, (text: string) => string>> = {
  'a file is left out': text => text.replace(/^cp "\$root.*\n/m, ''),
  'one line too many stays': text =>
    text.replace(/sed -n '(\d+),(\d+)p'/, (_, from, to) => `sed -n '${from},${Number(to) + 1}p'`),
  'it is not looked whether files are as they were left': text => text.replaceAll(/^(grep|is) .*\n/gm, ''),
  'new lines are left out': text => text.replace(/cat << 'serat-end-of-lines'\n[\s\S]*?\nserat-end-of-lines\n/, ''),
  'pieces of a file are turned round': text =>
    text.replaceAll(
      /\{\n((?:sed -n .*\n){2,})\}/g,
      (_, pieces: string) => `{\n${pieces.trim().split('\n').toReversed().join('\n')}\n}`,
    ),
  'the agent is not called': text => text.replace(/^sh "\$work.*\n/m, ''),
}

it.each(Object.entries(mistakes))('a mistake in the maker is found: %s', (_, mistake) => {
  const make: MakeScript = sides => {
    const made = changeLinux(sides)
    return { ...made, text: mistake(made.text) }
  }
  expect(edited.some(one => JSON.stringify(checkLinux(one, make)).includes('"faults":["'))).toBe(true)
})

it('lets the NOC in behind each stage of the agent, and it would be seen if one did not', () => {
  for (const one of edited.slice(0, 4)) {
    expect(stagesWithoutWay(one), one.edit).toBe(0)
    const { before: way } = one.ways
    const ways = { before: way, after: { ...way, interfaces: way.interfaces.map(renamed) } }
    const after = new Map([...one.before].map(([name, text]) => [name, renamed(text)]))
    expect(stagesWithoutWay({ ...one, after, ways }), one.edit).toBeGreaterThan(0)
  }
})

/** Every port and tunnel under another name. */
function renamed(text: string): string {
  return text.replaceAll(/\b(sfp28-|ether|wg)(\d+)\b/g, '$1x$2')
}
