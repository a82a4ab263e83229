import { expect, it } from 'vitest'
import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import { run } from '../../platforms/routeros/script/run.ts'
import { applyAll, nothing } from '../../platforms/routeros/script/configuration.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { editedRouters, type Edited } from '../changing/edits.ts'
import { differences, loadedWith } from '../changing/routeros.ts'
import { skipped, treeFile, treesAbsent } from '../../platforms/routeros/routeros.tree.ts'
import { atLength } from '../at-length.ts'
import { StandInRouter } from './device.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

/**
 * The stand-in's grammar is its own; where it and the product's reader disagree, one of them is wrong. Where the
 * vendor's trees of commands lie beside the project, every word of every script is one of theirs. `SERAT_AT_LENGTH=1`
 * tries a thousand scripts.
 */
const wanted = atLength(8, 1000)
const textOf = (files: Edited['before']): string => [...files.values()].join('\n')

function* edits(): Generator<Edited> {
  for (let seed = 2; ; seed += 3) yield* editedRouters('routeros', seed).slice(0, wanted > 100 ? undefined : 3)
}

const vocabularies = new Map<string, Vocabulary | undefined>()

function vocabularyFor({ intents }: Edited): Vocabulary | undefined {
  const { id } = intents.before.router.dialect
  const file = treeFile(id)
  if (!vocabularies.has(id)) vocabularies.set(id, file === undefined ? undefined : vocabularyOf(file))
  return vocabularies.get(id)
}

const edited = [2, 8, 13].flatMap(seed => editedRouters('routeros', seed).slice(0, 3))

it(`holds what our reader holds, behind a full file and behind the script to the next one${skipped.replace('skipped', 'words not checked')}`, () => {
  let scripts = 0
  for (const one of edits()) {
    const device = new StandInRouter(one.model, vocabularyFor(one))
    device.put('full.rsc', textOf(one.before))
    expect(device.type('/import file-name=full.rsc'), `${one.seed} ${one.router}`).toBe('')
    device.type('/system scheduler remove [find name=serat-take-back]')
    const held = loadedWith(textOf(one.before), one.model)
    expect(differences(device.configuration(), held), `${one.seed} ${one.router}`).toEqual([])
    const made = changeRouteros(one)
    if ('refused' in made) continue
    device.put('change.rsc', made.text)
    expect(device.type('/import file-name=change.rsc'), `${one.seed} ${one.router}`).toBe('')
    expect(differences(device.configuration(), run(held, made.text).configuration), one.router).toEqual([])
    if (++scripts === wanted) break
  }
  if (wanted > 100)
    console.log(`${scripts} scripts, ${[...vocabularies.values()].filter(Boolean).length} trees of the vendor`)
  expect(scripts).toBe(wanted)
}, 3_600_000)

it.skipIf(treesAbsent)(`refuses words that the vendor's tree does not know${skipped}`, () => {
  const [one] = edited
  if (one === undefined) throw new Error('no edit')
  const device = new StandInRouter(one.model, vocabularyFor(one))
  for (const [command, said] of [
    ['/ip addres add address=10.0.0.1/24', /bad command name addres/],
    ['/ip address add adress=10.0.0.1/24', /expected end of command: adress/],
    ['/ip address add address=10.0.0.1/24 interface=lo always', /expected end of command: always/],
    ['/ip address remove [find colour=red]', /expected end of command: colour/],
    ['/ip address enable', undefined],
  ] as const) {
    if (said === undefined) expect(device.type(command)).toBe('')
    else expect(device.type(command).trim(), command).toMatch(said)
  }
})

it('reads back what it exports', () => {
  const [one] = edited
  if (one === undefined) throw new Error('no edit')
  const device = new StandInRouter(one.model)
  device.type(textOf(one.before))
  const exported = applyAll(nothing, commandsOf(device.type('/export show-sensitive terse')))
  expect(exported.faults).toEqual([])
  expect(exported.configuration.menus.size).toBeGreaterThan(20)
})
it.each([
  ['/ip address add address="1.2.3.4', /never closed/],
  ['/ip address add address=10.0.0.1/24 interface=nowhere', /does not match any value of interface/],
  ['/ip route add comment=$price', /no such variable/],
  ['/ip service set nothing disabled=yes', /no such item/],
  ['/user add name=admin group=full', /already have such name/],
])('stops as a router does: %s', (command, said) => {
  const [one] = edited
  if (one !== undefined) expect(new StandInRouter(one.model).type(command).trim()).toMatch(said)
})
