import type { Intent } from '../../intent/intent.ts'

/** Names that the kernel takes as they are: 15 characters, no slash and no colon. */
const plainName = /^[A-Za-z0-9._-]{1,15}$/

/** A vendor's port names where Linux cannot have them: `GigabitEthernet0/0/1` becomes `port3`. */
function linuxNames(intent: Intent): ReadonlyMap<string, string> {
  const names = new Set<string>([
    ...intent.ports.map(({ name }) => name.value),
    ...intent.fibre.map(link => link.interface.value),
    ...intent.underlays.map(each => each.interface.value),
    ...intent.subinterfaces.map(each => each.interface),
    ...intent.uplinks.map(each => each.interface.value),
    ...intent.tunnels.map(({ underlay }) => underlay),
    ...(intent.access === undefined ? [] : [intent.access.trunk.value]),
  ])
  return new Map(
    [...names]
      .filter(name => !plainName.test(name))
      .sort()
      .map((name, i) => [name, `port${i + 1}`]),
  )
}

/** The same intent with names that Linux can have. */
export function withLinuxNames(intent: Intent): Intent {
  const names = linuxNames(intent)
  if (names.size === 0) return intent
  return {
    ...intent,
    ports: renamed(intent.ports, names),
    subinterfaces: renamed(intent.subinterfaces, names),
    access: renamed(intent.access, names),
    fibre: renamed(intent.fibre, names),
    underlays: renamed(intent.underlays, names),
    tunnels: renamed(intent.tunnels, names),
    uplinks: renamed(intent.uplinks, names),
    staticRoutes: renamed(intent.staticRoutes, names),
    ospf: renamed(intent.ospf, names),
    bgp: renamed(intent.bgp, names),
    filter: renamed(intent.filter, names),
    nat: renamed(intent.nat, names),
    npt: renamed(intent.npt, names),
    shapers: renamed(intent.shapers, names),
  }
}

/** Keys whose value may be the name of an interface. */
const nameKeys = new Set(['interface', 'name', 'port', 'trunk', 'underlay', 'out'])

/**
 * A sourced value stands under the key of its holder. Places in the inventory are left as they are: they are large and
 * name no interface.
 */
function renamed<T>(value: T, names: ReadonlyMap<string, string>, key = ''): T {
  if (typeof value === 'string') return (nameKeys.has(key) ? (names.get(value) ?? value) : value) as T
  if (typeof value !== 'object' || value === null || key === 'from' || key.endsWith('From')) return value
  if (Array.isArray(value)) return value.map(each => renamed(each, names, key)) as T
  return Object.fromEntries(
    Object.entries(value).map(([own, each]) => [own, renamed(each, names, own === 'value' ? key : own)]),
  ) as T
}
