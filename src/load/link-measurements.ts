import { partsOfStep } from '../model/strands.ts'
import type { Cable, FibreRoute, PowerReading, Router, Structure, Trace } from '../model/network.ts'
import { inside } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import { addMissing } from './missing.ts'
import { resolve, tableOf, type Linking } from './resolve.ts'

interface Tables {
  readonly cables: ReadonlyMap<string, Cable>
  readonly structures: ReadonlyMap<string, Structure>
  readonly routes: ReadonlyMap<string, FibreRoute>
  readonly routers: ReadonlyMap<string, Router>
}

interface LinkedMeasurements {
  readonly traces: Map<string, Trace>
  readonly powers: Map<string, PowerReading>
}

/** What instruments have shown, with the cores and ends that it is about. */
export function linkMeasurements(linking: Linking, declarations: Declarations, tables: Tables): LinkedMeasurements {
  const traces = new Map<string, Trace>()
  for (const { id, declared, origin } of tableOf(linking, 'trace', 'trace', declarations.trace).values()) {
    const cable = resolve(linking, 'cable', tables.cables, partsOfStep(declared.core).name, inside(origin, 'core'))
    const from = resolve(linking, 'structure', tables.structures, declared.from, inside(origin, 'from'))
    if (cable === undefined || from === undefined) addMissing(linking.missing, 'trace', id)
    else traces.set(id, { kind: 'trace', id, declared, origin, cable, from })
  }
  const powers = new Map<string, PowerReading>()
  for (const { id, declared, origin } of tableOf(linking, 'power', 'power', declarations.power).values()) {
    const route = resolve(linking, 'route', tables.routes, declared.route, inside(origin, 'route'))
    const at = resolve(linking, 'router', tables.routers, declared.at, inside(origin, 'at'))
    if (route === undefined || at === undefined) addMissing(linking.missing, 'power', id)
    else powers.set(id, { kind: 'power', id, declared, origin, route, at })
  }
  return { traces, powers }
}
