import { addressOf, nth, parseAddress, parsePrefix, type Address, type Prefix } from '../model/ip.ts'
import type { Circuit } from '../model/network.ts'
import type { Claim } from './space.ts'
import type { Pools } from './numbers.ts'
import type { HubEnd } from './plan.ts'

const transferLength = { hub: 29, site: 30 } as const
export const transferPurposes = ['vlan', 'hub', 'site'] as const

export function transferKey(circuit: string, purpose: (typeof transferPurposes)[number]): string {
  return `transfer/${circuit}/${purpose}/v4`
}

/** Claims on prefixes between us and a provider, for whatever service a circuit has in its life. */
export function claimsOfTransfer(circuit: Circuit): Claim<number>[] {
  const claim = (purpose: (typeof transferPurposes)[number], size: number): Claim<number> => {
    const [key, ...formerKeys] = [circuit.id, ...(circuit.declared.was ?? [])].map(name => transferKey(name, purpose))
    return { key: key as string, formerKeys, size, at: circuit.origin }
  }
  const services = new Set(circuit.terms.map(({ declared }) => declared.service))
  return [
    ...(services.has('metro-ethernet') ? [claim('vlan', transferLength.hub)] : []),
    ...(services.has('ip-vpn') ? [claim('hub', transferLength.hub), claim('site', transferLength.site)] : []),
  ]
}

export interface Underlay {
  readonly siteV4: Prefix | undefined
  readonly siteGateway: Address | undefined
  readonly hubEnds: readonly HubEnd[]
}

/** What the provider sees of a circuit. */
export function underlayOf(circuit: Circuit, transfers: ReadonlyMap<string, Prefix>, pools: Pools): Underlay {
  const prefix = (purpose: (typeof transferPurposes)[number], length: number): Prefix =>
    transfers.get(transferKey(circuit.id, purpose)) ?? { ...pools.transferV4, length }
  const ends = circuit.handoff?.ports ?? []
  const vlan = circuit.declared.hub?.vlan ?? 0
  if (circuit.declared.service === 'metro-ethernet') {
    const shared = prefix('vlan', transferLength.hub)
    const hubEnds = ends.map(
      ({ router, port }, i): HubEnd => ({ router, port, vlan, v4: nth(shared, 1 + i), gateway: undefined }),
    )
    return { siteV4: nth(shared, 1 + ends.length), siteGateway: undefined, hubEnds }
  }
  if (circuit.declared.service === 'ip-vpn') {
    const hub = prefix('hub', transferLength.hub)
    const site = prefix('site', transferLength.site)
    const hubEnds = ends.map(
      ({ router, port }, i): HubEnd => ({ router, port, vlan, v4: nth(hub, 2 + i), gateway: addressOf(nth(hub, 1)) }),
    )
    return { siteV4: nth(site, 2), siteGateway: addressOf(nth(site, 1)), hubEnds }
  }
  const { address } = circuit.declared.site
  if (address?.kind !== 'fixed') return { siteV4: undefined, siteGateway: undefined, hubEnds: [] }
  return { siteV4: parsePrefix(address.v4), siteGateway: parseAddress(address.gateway), hubEnds: [] }
}
