import { alarmsOf, type Alarm } from '../../analysis/alarms/alarms.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import type { Component, ComponentKind } from '../../analysis/graph/component.ts'
import type { Plan } from '../../plan/plan.ts'

/** Something to cut, and the alert that must be left. */
export interface Fault {
  readonly component: Component
  readonly alarm: Alarm
}

const kinds: readonly ComponentKind[] = [
  'span',
  'structure',
  'router',
  'provider',
  'closure',
  'building',
  'feeder',
  'handoff',
  'cable',
  'circuit',
  'core',
  'uplink',
  'route',
  'tunnel',
]

/**
 * So many components of every kind in turn, each of another alarm: of a kind the one that shows most comes first, of
 * spans and circuits the least.
 */
export function chosenFaults(plan: Plan, count: number): Fault[] {
  const taken = new Set<Alarm>()
  const chosen: Fault[] = []
  const alarms = alarmsOf(plan).filter(({ takes }) => takes.length > 0)
  const { length } = analysisOf(plan).components
  for (let round = 0; chosen.length < count && round < length; round++)
    for (const kind of kinds) {
      const ordered = kind === 'span' || kind === 'circuit' || kind === 'route' ? alarms.toReversed() : alarms
      const alarm = ordered.find(one => !taken.has(one) && one.components.some(component => component.kind === kind))
      const component = alarm?.components.find(one => one.kind === kind)
      if (alarm === undefined || component === undefined || chosen.length === count) continue
      taken.add(alarm)
      chosen.push({ component, alarm })
    }
  return chosen
}
