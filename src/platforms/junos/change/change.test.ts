import { expect, it } from 'vitest'
import { editedRouters } from '../../../testing/changing/edits.ts'
import { checkJunos, treeLines } from '../../../testing/changing/junos.ts'
import type { ChangeScript, MakeScript } from '../../changing/change-script.ts'
import { skipped, treeAbsent, treeErrors } from '../junos.tree.ts'
import { changeJunos } from './change.ts'

/** A few of each edit; a thousand are a command: `npm run test:scripts -- junos 1000`. */
const edited = [2, 4, 5, 8, 10, 11, 13, 16, 28, 39, 47, 58].flatMap(seed => editedRouters('junos', seed).slice(0, 2))

it('a script ends at what the new file says, its undo at the old one, and a router of another configuration commits nothing', () => {
  const faults = edited.flatMap(one => {
    const verdict = checkJunos(one)
    return (verdict.kind === 'made' ? verdict.faults : [verdict.why]).map(
      text => `${one.seed} ${one.edit} ${one.router}: ${text}`,
    )
  })
  expect(new Set(edited.map(({ edit }) => edit)).size).toBeGreaterThan(6)
  expect(faults).toEqual([])
})

it.skipIf(treeAbsent)(`every line is accepted by the vendor's tree${skipped}`, async () => {
  const texts = edited.flatMap(one => {
    const verdict = checkJunos(one)
    return verdict.kind === 'made' ? verdict.texts : []
  })
  expect(await treeErrors(texts.map(treeLines).join('\n'))).toEqual([])
})

const mistakes: Readonly<Record<string, (lines: readonly string[]) => readonly string[]>> = {
  'terms stay at the end': lines => lines.filter(line => !line.startsWith('insert ')),
  'nothing is deleted': lines => lines.filter(line => !line.startsWith('delete ') || line.includes('serat-state')),
  'the last statement is left out': lines => lines.toSpliced(-2, 1),
  'too much is deleted': lines =>
    lines.map(line => (line.startsWith('delete ') ? line.split(' ').slice(0, 4).join(' ') : line)),
  'the statements are turned round': lines => lines.toReversed(),
  'the fingerprint stays': lines => lines.filter(line => !line.includes('serat-state')),
}

it.each(Object.entries(mistakes))('a mistake in the maker is found: %s', (_, mistake) => {
  const make: MakeScript = sides => {
    const made: ChangeScript = changeJunos(sides)
    return { ...made, text: mistake(made.text.split('\n')).join('\n') }
  }
  expect(edited.some(one => JSON.stringify(checkJunos(one, make)).includes('"faults":["'))).toBe(true)
})

it('lets the NOC in behind its commit, and it would be seen if it did not', () => {
  const shut: MakeScript = sides => {
    const made = changeJunos(sides)
    const gone = ['inet', 'inet6'].map(family => `delete firewall family ${family}`)
    return { ...made, text: [...made.text.split('\n'), ...gone].join('\n') }
  }
  for (const one of edited.slice(0, 4)) {
    expect(checkJunos(one)).toMatchObject({ withoutWay: 0 })
    expect(checkJunos(one, shut)).toMatchObject({ withoutWay: 2 })
  }
})
