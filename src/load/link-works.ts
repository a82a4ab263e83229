import type { Kind } from '../model/kind.ts'
import type { Work } from '../model/network.ts'
import { inside } from '../source/source.ts'
import { namesOfRange } from '../text/ranges.ts'
import type { Declarations } from './declare.ts'
import { addMissing } from './missing.ts'
import { resolve, tableOf, type Linking } from './resolve.ts'

/** Things that a work may name, by the key that lists them. */
type Tables = Readonly<Record<Exclude<keyof Work['declared']['components'], 'feeders'>, ReadonlyMap<string, unknown>>>

const kindOfKey = {
  spans: 'span',
  structures: 'structure',
  cables: 'cable',
  routes: 'route',
  circuits: 'circuit',
  uplinks: 'uplink',
  handoffs: 'handoff',
  providers: 'provider',
  routers: 'router',
} as const satisfies Record<keyof Tables, Kind>

const keys = Object.keys(kindOfKey) as (keyof Tables)[]

/** Planned works, with what they take down by the names of what can fail. */
export function linkWorks(linking: Linking, declarations: Declarations, tables: Tables): Map<string, Work> {
  const works = new Map<string, Work>()
  for (const { id, declared, origin } of tableOf(linking, 'work', 'work', declarations.work).values()) {
    const named = keys.flatMap(key =>
      declared.components[key].flatMap((entry, i) =>
        namesOfRange(entry).map(name => {
          const kind = kindOfKey[key]
          const found = resolve(linking, kind, tables[key], name, inside(origin, 'components', key, i))
          return found === undefined ? undefined : `${kind}:${name}`
        }),
      ),
    )
    const takes = named.filter(name => name !== undefined)
    if (takes.length < named.length) addMissing(linking.missing, 'work', id)
    else
      works.set(id, {
        kind: 'work',
        id,
        declared,
        origin,
        takes: [...takes, ...declared.components.feeders.map(feeder => `feeder:${feeder}`)],
      })
  }
  return works
}
