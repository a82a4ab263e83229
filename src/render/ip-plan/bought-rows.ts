import { type Address, contains, addressText, type Prefix } from '../../model/ip.ts'
import type { Circuit, Router } from '../../model/network.ts'
import type { LeasePlan, TunnelPlan, UplinkPlan } from '../../plan/plan.ts'
import { type IpRow, within } from './row.ts'

export function tunnelRows(tunnel: TunnelPlan): IpRow[] {
  const { circuit, core, site, names, v4, v6 } = tunnel
  const end = (router: Router, name: string, prefix: Prefix, peer: string): IpRow => ({
    kind: 'tunnel',
    ...within(prefix, prefix),
    site: router.siteId,
    router: router.id,
    interface: name,
    thing: circuit.id,
    peer,
    pool: 'tunnel',
    status: circuit.declared.status,
  })
  const peerOfCore = `${site.id}:${names.site}`
  const peerOfSite = `${core.id}:${names.core}`
  return [
    end(core, names.core, v4.core, peerOfCore),
    end(site, names.site, v4.site, peerOfSite),
    end(core, names.core, v6.core, peerOfCore),
    end(site, names.site, v6.site, peerOfSite),
  ]
}

export function transferRows({ circuit, siteV4, siteGateway, hubEnds }: LeasePlan, pool: Prefix | undefined): IpRow[] {
  const { router, port } = circuit.end
  const end = { circuit, router, port: portName(router, port, circuit.declared.site.vlan) }
  return [
    ...(siteV4 === undefined ? [] : [transferRow({ ...end, prefix: siteV4, gateway: siteGateway }, pool)]),
    ...hubEnds.map(({ router, port, vlan, v4, gateway }) => ({
      ...transferRow({ circuit, router, port: portName(router, port, vlan), prefix: v4, gateway }, pool),
      vlan,
    })),
  ]
}

interface TransferEnd {
  readonly circuit: Circuit
  readonly router: Router
  readonly port: string
  readonly prefix: Prefix
  readonly gateway: Address | undefined
}

/** Only addresses of our own pool are counted in it; a provider's are not ours. */
function transferRow({ circuit, router, port, prefix, gateway }: TransferEnd, pool: Prefix | undefined): IpRow {
  return {
    kind: 'transfer',
    ...within(prefix, prefix),
    site: router.siteId,
    router: router.id,
    interface: port,
    thing: circuit.id,
    status: circuit.declared.status,
    ...(gateway === undefined ? {} : { gateway: addressText(gateway) }),
    ...(pool !== undefined && contains(pool, prefix) ? { pool: 'transfer' } : {}),
  }
}

function portName({ platform }: Router, port: string, vlan: number | undefined): string {
  return vlan === undefined ? port : platform.names.subinterface(port, vlan)
}

export function uplinkRows({ uplink, router, v4, gateway, v6, gatewayV6, natPool, prefixV6 }: UplinkPlan): IpRow[] {
  const { port, vlan, status } = uplink.declared
  const common = {
    site: router.siteId,
    router: router.id,
    interface: portName(router, port, vlan),
    thing: uplink.id,
    status,
    ...(vlan === undefined ? {} : { vlan }),
  }
  return [
    { ...common, kind: 'uplink', ...within(v4, v4), gateway: addressText(gateway) },
    ...(v6 === undefined
      ? []
      : [
          {
            ...common,
            kind: 'uplink' as const,
            ...within(v6, v6),
            ...(gatewayV6 === undefined ? {} : { gateway: addressText(gatewayV6) }),
          },
        ]),
    { ...common, kind: 'nat-pool', ...within(natPool) },
    ...(prefixV6 === undefined ? [] : [{ ...common, kind: 'provider-prefix' as const, ...within(prefixV6) }]),
  ]
}
