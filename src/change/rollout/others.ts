import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Bought } from '../../model/leases.ts'
import type { Network } from '../../model/network.ts'
import type { Plan, SegmentPlan } from '../../plan/plan.ts'
import { thingName } from '../../words/things.ts'
import type { Sides } from '../parts.ts'
import type { NameAfter } from '../renames.ts'
import { sheetMessages as messages } from './messages.ts'

/**
 * A VLAN that somebody else changes together with a router: the provider on his side of a port, or whoever keeps the
 * access switch.
 */
export interface OthersVlan {
  /** `undefined`: the access switch behind the router's trunk. */
  readonly provider: string | undefined
  readonly kind: 'circuit' | 'uplink' | 'segment'
  readonly id: string
  readonly vlans: Sides<number | undefined>
}

/**
 * Circuits, uplinks and segments that both states have at this router, under another VLAN; by the names of the new
 * state.
 */
export function othersVlans(plans: Sides<Plan>, router: Sides<string>, nameAfter: NameAfter): OthersVlan[] {
  const now = vlansAt(plans.after, router.after)
  return vlansAt(plans.before, router.before).flatMap(old => {
    const name = nameAfter(`${old.kind}:${old.id}`)
    const same = now.find(({ kind, id, where }) => `${kind}:${id}` === name && where === old.where)
    if (same === undefined || same.vlan === old.vlan) return []
    const { provider, kind, id } = same
    return [{ provider, kind, id, vlans: { before: old.vlan, after: same.vlan } }]
  })
}

interface Vlan extends Pick<OthersVlan, 'provider' | 'kind' | 'id'> {
  readonly where: 'hub' | 'site' | 'trunk'
  readonly vlan: number | undefined
}

function vlansAt({ network, routers }: Plan, router: string): Vlan[] {
  return [
    ...[...network.circuits.values()].flatMap(({ kind, id, site, declared }): Vlan[] => [
      ...(isHandedOverAt(network, declared.hub?.handoff, router)
        ? [{ provider: declared.provider, kind, id, where: 'hub' as const, vlan: declared.hub?.vlan }]
        : []),
      ...(site.router.id === router
        ? [{ provider: declared.provider, kind, id, where: 'site' as const, vlan: declared.site.vlan }]
        : []),
    ]),
    ...[...network.uplinks.values()].flatMap(({ kind, id, declared }: Extract<Bought, { kind: 'uplink' }>): Vlan[] =>
      declared.router === router ? [{ provider: declared.provider, kind, id, where: 'site', vlan: declared.vlan }] : [],
    ),
    ...(routers.get(router)?.segments ?? []).filter(({ active }) => active).map(ofSegment),
  ]
}

function isHandedOverAt({ handoffs }: Network, handoff: string | undefined, router: string): boolean {
  return handoffs.get(handoff ?? '')?.ports.some(port => port.router.id === router) === true
}

function ofSegment({ id, vlan }: SegmentPlan): Vlan {
  return { provider: undefined, kind: 'segment', id: id.slice(id.indexOf('/') + 1), where: 'trunk', vlan }
}

/** Until then the line, or the segment, is down, and no script sees to it. */
export function othersText({ provider, kind, id, vlans }: OthersVlan, language: Language): string {
  const what = thingName({ kind, id })[language]
  const [from, to] = [vlanText(vlans.before, language), vlanText(vlans.after, language)]
  return provider === undefined
    ? messages.accessSwitch({ what, from, to })[language]
    : messages.providersSide({ provider, what, from, to })[language]
}

function vlanText(vlan: number | undefined, language: Language): string {
  return vlan === undefined ? messages.noVlan[language] : `VLAN ${vlan}`
}
