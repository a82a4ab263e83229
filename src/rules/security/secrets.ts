import type { Network } from '../../model/network.ts'
import type { Secret } from '../../model/scalars.ts'
import { inside, type Place } from '../../source/source.ts'

interface SecretUse {
  readonly name: string
  readonly purpose: string
  /** Place of the secret's name. */
  readonly at: Place
}

/** Every secret that the inventory refers to, and what for. */
export function secretUses({
  declared: {
    routing,
    services: { snmp },
    management,
  },
  origin,
  uplinks,
}: Network): SecretUse[] {
  const { breakGlass, readOnly, radius } = management
  return [
    used('OSPF', routing.ospfKey, inside(origin, 'routing', 'ospfKey')),
    ...(routing.ospfKey.next === undefined
      ? []
      : [used('OSPF (next)', routing.ospfKey.next, inside(origin, 'routing', 'ospfKey', 'next'))]),
    used('BGP', routing.bgpKey, inside(origin, 'routing', 'bgpKey')),
    used('SNMP authentication', snmp.authentication, inside(origin, 'services', 'snmp', 'authentication')),
    used('SNMP privacy', snmp.privacy, inside(origin, 'services', 'snmp', 'privacy')),
    used(`user ${breakGlass.user}`, breakGlass.password, inside(origin, 'management', 'breakGlass', 'password')),
    used(`user ${readOnly.user}`, readOnly.password, inside(origin, 'management', 'readOnly', 'password')),
    ...(radius === undefined ? [] : [used('RADIUS', radius.secret, inside(origin, 'management', 'radius', 'secret'))]),
    ...[...uplinks.values()].flatMap(({ id, declared, origin: place }) => {
      const { routing: uplink } = declared
      return uplink.kind === 'bgp' && uplink.password !== undefined
        ? [used(`uplink ${id}`, uplink.password, inside(place, 'routing', 'password'))]
        : []
    }),
  ]
}

function used(purpose: string, { secret }: Secret, at: Place): SecretUse {
  return { name: secret, purpose, at: inside(at, 'secret') }
}
