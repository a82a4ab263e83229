import type { FilterRule, Intent, InterfaceMatch, Segment, Sourced } from '../../../intent/intent.ts'
import { isSwitched } from '../platform.ts'

/**
 * The intent with the names that segments have on this model: `Vlan110` behind a switch, `GigabitEthernet0/0/3.110` on
 * a routed trunk, and `BDI110` where desks on routed ports share the segment with the trunk.
 */
export function placed(intent: Intent): Intent {
  const { access, ospf, filter, services } = intent
  if (access === undefined) return intent
  const names = new Map(
    access.segments.map(segment => [segment.interface, nameOn(intent, access.trunk.value, segment)]),
  )
  const vlans = new Map(access.segments.map(segment => [segment.interface, segment.vlan.from]))
  const renamed = (name: string): string => names.get(name) ?? name
  const over = <T extends { readonly interface: string }>(item: T): T => ({
    ...item,
    interface: renamed(item.interface),
  })
  const placedMember = <T extends { readonly interface: Sourced<string> }>(item: T): T => ({
    ...item,
    interface: { ...item.interface, value: renamed(item.interface.value) },
  })
  const rule = (item: FilterRule): FilterRule => ({
    ...item,
    ...matchOf('in', item.in, renamed),
    ...matchOf('out', item.out, renamed),
  })
  return {
    ...intent,
    access: { ...access, segments: access.segments.map(over) },
    ospf: ospf && {
      ...ospf,
      passive: ospf.passive.map(item => ({
        interface: renamed(item.interface),
        from: vlans.get(item.interface) ?? item.from,
      })),
    },
    filter: {
      ...filter,
      interfaceSets: filter.interfaceSets.map(set => ({ ...set, members: set.members.map(placedMember) })),
      sourceChecks: filter.sourceChecks.map(placedMember),
      input: filter.input.map(rule),
      forward: filter.forward.map(rule),
    },
    services: { ...services, dnsForGuests: services.dnsForGuests.map(renamed) },
  }
}

function matchOf(
  key: 'in' | 'out',
  match: InterfaceMatch | undefined,
  renamed: (name: string) => string,
): { readonly in?: InterfaceMatch; readonly out?: InterfaceMatch } {
  return match !== undefined && 'interface' in match ? { [key]: { interface: renamed(match.interface) } } : {}
}

function nameOn({ router }: Intent, trunk: string, { vlan, desks }: Segment): string {
  const { model } = router.declared
  if (isSwitched(model, trunk)) return `Vlan${vlan.value}`
  return desks.some(port => !isSwitched(model, port.value)) ? bridgeName(vlan.value) : `${trunk}.${vlan.value}`
}

function bridgeName(vlan: number): string {
  return `BDI${vlan}`
}

/** Whether a segment's interface joins several routed ports. */
export function isBridged({ interface: name, vlan }: Segment): boolean {
  return name === bridgeName(vlan.value)
}
