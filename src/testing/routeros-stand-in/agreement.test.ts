import { expect, it } from 'vitest'
import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import { run } from '../../platforms/routeros/script/run.ts'
import { applyAll, nothing } from '../../platforms/routeros/script/configuration.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { editedRouters, type Edited } from '../changing/edits.ts'
import { differences, loadedWith } from '../changing/routeros.ts'
import { StandInRouter } from './device.ts'

/** The stand-in's grammar is its own; where it and the product's reader disagree, one of them is wrong. */
const edited = [2, 8, 13].flatMap(seed => editedRouters('routeros', seed).slice(0, 3))
const textOf = (files: Edited['before']): string => [...files.values()].join('\n')

it('holds what our reader holds, behind a full file and behind the script to the next one', () => {
  expect(edited.length).toBeGreaterThan(5)
  for (const one of edited) {
    const device = new StandInRouter(one.model)
    device.put('full.rsc', textOf(one.before))
    expect(device.type('/import file-name=full.rsc')).toBe('')
    device.type('/system scheduler remove [find name=serat-take-back]')
    const held = loadedWith(textOf(one.before), one.model)
    expect(differences(device.configuration(), held), one.router).toEqual([])
    const made = changeRouteros(one)
    if ('refused' in made) continue
    device.put('change.rsc', made.text)
    expect(device.type('/import file-name=change.rsc')).toBe('')
    expect(differences(device.configuration(), run(held, made.text).configuration), one.router).toEqual([])
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
