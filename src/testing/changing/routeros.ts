import { changeRouteros } from '../../platforms/routeros/change/change.ts'
import { itemText, liveOf, saidIn } from '../../platforms/routeros/change/live.ts'
import { commandsWithoutWay } from '../../platforms/routeros/change/way.ts'
import { commandsOf } from '../../platforms/routeros/script/commands.ts'
import { applyAll, itemsOf, type Configuration } from '../../platforms/routeros/script/configuration.ts'
import { run } from '../../platforms/routeros/script/run.ts'
import { factoryOf } from '../../platforms/routeros/routeros.factory.ts'
import type { RouterModel } from '../../model/platform.ts'
import type { RouterSides } from '../../platforms/changing/change-script.ts'
import { danglingNames } from './dangling.ts'
import type { Verdict } from './verdict.ts'

const textOf = (folder: RouterSides['before']): string => [...folder.values()].join('\n')

/** A router that has loaded a full file, and whose load was confirmed. */
export function loadedWith(text: string, model: RouterModel): Configuration {
  const { configuration } = applyAll(factoryOf(model), commandsOf(text))
  return run(configuration, '/system scheduler remove [find name=serat-take-back]').configuration
}

/** What two configurations differ in: menu by menu, and where rules are matched in turn also by their order. */
export function differences(is: Configuration, shall: Configuration): string[] {
  const menus = new Set([...is.menus.keys(), ...shall.menus.keys()])
  return [...menus].flatMap(menu =>
    saidIn(is, menu) === saidIn(shall, menu) ? [] : [`${menu}: ${firstOf(is, shall, menu)}`],
  )
}

function firstOf(is: Configuration, shall: Configuration, menu: string): string {
  const [a, b] = [saidIn(is, menu).split('\n'), saidIn(shall, menu).split('\n')]
  const at = a.findIndex((text, i) => text !== b[i])
  return `"${a[at] ?? ''}" for "${b[at < 0 ? a.length : at] ?? ''}"`
}

/** What the device holds beside what a script armed. */
function settled(configuration: Configuration): Configuration {
  return run(configuration, '/system scheduler remove [find name~"^serat-take-back"]').configuration
}

export function checkRouteros(sides: RouterSides, make = changeRouteros): Verdict {
  const back = {
    ...sides,
    before: sides.after,
    after: sides.before,
    ways: { before: sides.ways.after, after: sides.ways.before },
  }
  const [script, undo] = [make(sides), make(back)]
  if ('refused' in script) return { kind: 'refused', why: script.refused.en }
  if ('refused' in undo) return { kind: 'refused', why: undo.refused.en }
  const [old, next] = [loadedWith(textOf(sides.before), sides.model), loadedWith(textOf(sides.after), sides.model)]
  const there = run(old, script.text)
  const again = run(settled(there.configuration), undo.text)
  const elsewhere = run(next, script.text)
  const changed = script.commands.length
  const ports = new Set(sides.model.ports.map(({ name }) => name))
  const differing = itemsDiffering(old, next)
  return {
    kind: 'made',
    texts: [script.text, undo.text],
    commands: changed,
    withoutWay: script.withoutWay?.length ?? 0,
    faults: [
      ...there.faults,
      ...again.faults,
      ...differences(settled(there.configuration), next).map(text => `script: ${text}`),
      ...differences(settled(again.configuration), old).map(text => `undo: ${text}`),
      ...(elsewhere.faults.length === 0 || elsewhere.configuration !== next
        ? ['it changes a router of another configuration']
        : []),
      ...stepFaults(old, script.commands, ports),
      ...stepFaults(next, undo.commands, ports),
      ...(changed > differing ? [`${changed} commands for ${differing} differences`] : []),
    ],
  }
}

/** What is named and not there after any command, and was not so before. */
export function stepFaults(before: Configuration, commands: readonly string[], ports: ReadonlySet<string>): string[] {
  const usual = new Set(danglingNames(before, ports))
  const faults: string[] = []
  let state = before
  for (const [i, text] of commands.entries()) {
    const next = run(state, text)
    faults.push(
      ...next.faults,
      ...danglingNames(next.configuration, ports)
        .filter(name => !usual.has(name))
        .map(name => `after ${i + 1}: ${name}`),
    )
    if (faults.length > 0) return faults
    state = next.configuration
  }
  return faults
}

/** Items that only one side has; those that are in another place count too. */
function itemsDiffering(a: Configuration, b: Configuration): number {
  const menus = new Set([...a.menus.keys(), ...b.menus.keys()])
  let count = 0
  for (const menu of menus) {
    if (saidIn(a, menu) === saidIn(b, menu)) continue
    const [old, now] = [itemsOf(a, menu), itemsOf(b, menu)].map(items => items.map(item => itemText(menu, item)))
    const gone = (old ?? []).filter(text => !(now ?? []).includes(text)).length
    const come = (now ?? []).filter(text => !(old ?? []).includes(text)).length
    count += gone + come === 0 ? Math.max(old?.length ?? 0, now?.length ?? 0) : gone + come
  }
  return count
}

/** Commands of a script after which the NOC has no way in, were they in this order. */
export function withoutWay(sides: RouterSides, commands: readonly string[]): number[] {
  return commandsWithoutWay(liveOf(textOf(sides.before)).configuration, commands, sides.ways)
}
