import { parse } from 'yaml'
import type { Files } from './inventory.ts'

/**
 * What the YAML declares, read with the YAML package alone: what a router must have is derived from this and from
 * nothing else.
 */
export interface Facts {
  readonly network: NetworkFacts
  readonly routers: ReadonlyMap<string, RouterFacts>
  readonly links: readonly LinkFacts[]
  readonly circuits: readonly CircuitFacts[]
  readonly uplinks: readonly UplinkFacts[]
}

export interface NetworkFacts {
  readonly as_of: string
  readonly hub: string
  readonly domain: string
  readonly banner: readonly string[]
  readonly addressing: { readonly v4: string }
  readonly as_numbers: { readonly hub: number }
  readonly zones: Readonly<
    Record<string, { readonly v4: string; readonly kind: string; readonly reaches: readonly string[] }>
  >
  readonly segments: Readonly<Record<string, SegmentKindFacts>>
  readonly handoffs: Readonly<
    Record<string, { readonly ports: readonly { readonly router: string; readonly port: string }[] }>
  >
  readonly routing: {
    readonly ospf_key: SecretFacts
    readonly bgp_key: SecretFacts
    readonly maximum_prefixes?: number
  }
  readonly services: {
    readonly dns: { readonly v4: readonly string[] }
    readonly ntp: { readonly v4: readonly string[] }
    readonly syslog: { readonly v4: string }
    readonly snmp: {
      readonly user: string
      readonly contact: string
      readonly trap_target: string
      readonly authentication: SecretFacts
      readonly privacy: SecretFacts
    }
  }
  readonly management: {
    readonly break_glass: { readonly user: string; readonly password: SecretFacts }
    readonly read_only: { readonly user: string; readonly password: SecretFacts }
    readonly radius: { readonly server: string; readonly secret: SecretFacts }
  }
}

interface SecretFacts {
  readonly secret: string
}

interface SegmentKindFacts {
  readonly zone: string
  readonly vlan: number
  readonly dhcp?: boolean
  readonly tftp?: string
  readonly status?: string
  readonly everywhere?: { readonly hosts: number }
}

export interface RouterFacts {
  readonly id: string
  readonly core: boolean
  readonly site: string
  readonly siteName: string
  readonly platform: string
  readonly model: string
  readonly trunk: string
  readonly desks: Readonly<Record<string, string>>
  readonly segments: readonly SegmentFacts[]
}

export interface SegmentFacts {
  readonly id: string
  readonly zone: string
  readonly hosts: number
  /** Undefined where each tenant has a VLAN of its own, which the ledger chooses. */
  readonly vlan: number | undefined
  readonly pinned: string | undefined
  readonly dhcp: boolean
  readonly guest: boolean
  readonly tftp: string | undefined
}

export interface LinkFacts {
  readonly route: string
  readonly speed_mbps: number
  readonly mtu?: number
  readonly a: { readonly router: string; readonly port: string }
  readonly b: { readonly router: string; readonly port: string }
}

export interface CircuitFacts {
  readonly circuit: string
  readonly service: 'metro-ethernet' | 'ip-vpn' | 'internet'
  readonly bandwidth_mbps: number
  readonly hub?: { readonly handoff: string; readonly vlan: number }
  readonly site: {
    readonly id: string
    readonly port: string
    readonly address?: { readonly kind: string; readonly v4?: string; readonly gateway?: string }
  }
  readonly role: 'primary' | 'backup'
  readonly mtu?: number
}

export interface UplinkFacts {
  readonly uplink: string
  readonly router: string
  readonly port: string
  readonly address: { readonly v4: string; readonly gateway: string; readonly gateway_v6?: string }
  readonly nat_pool: string
  readonly prefix_v6?: string
  readonly routing: {
    readonly kind: 'bgp' | 'static'
    readonly as?: number
    readonly our_as?: number
    readonly probe?: string
  }
}

interface SiteFile {
  readonly site: string
  readonly name: string
  readonly router: RouterFile
  readonly cores?: Readonly<Record<string, RouterFile>>
  readonly segments: Readonly<Record<string, number | UseFile | readonly UseFile[]>>
}

interface RouterFile {
  readonly platform: string
  readonly model: string
  readonly trunk?: string
  readonly desks?: Readonly<Record<string, string>>
}

interface UseFile {
  readonly hosts: number
  readonly tenant?: string
  readonly status?: string
  readonly v4?: string
  readonly vlan?: number
  readonly dhcp?: boolean
}

/** Last copper port of each model, where nothing else is said. */
const trunks: Readonly<Record<string, string>> = {
  'CCR2116-12G-4S+': 'ether13',
  'CCR2004-16G-2S+PC': 'ether16',
  'RB5009UG+S+IN': 'ether8',
  'L009UiGS-RM': 'ether8',
  RB760iGS: 'ether5',
  'CCR2216-1G-12XS-2XQ': 'ether1',
  'Generic x86 6-port': 'eno4',
}

export function factsOf({ sources }: Files): Facts {
  const read = <T>(folder: string): T[] =>
    sources.filter(({ path }) => path.startsWith(folder)).map(({ text }) => parse(text) as T)
  const [network] = read<NetworkFacts>('network.yaml')
  if (network === undefined) throw new Error('no network.yaml')
  const leases = read<readonly (CircuitFacts | UplinkFacts)[]>('circuits/')
    .flat()
    .map(lease => onDay(lease, network.as_of))
  return {
    network,
    links: read<readonly LinkFacts[]>('routes/').flat(),
    routers: new Map(
      read<SiteFile>('opd/')
        .flatMap(site => routersOf(network, site))
        .map(router => [router.id, router]),
    ),
    circuits: leases.filter(lease => 'circuit' in lease),
    uplinks: leases.filter(lease => 'uplink' in lease),
  }
}

/** What has changed by that day laid over what the circuit was. */
function onDay<T extends CircuitFacts | UplinkFacts>(lease: T, day: string): T {
  const { changes = [] } = lease as { readonly changes?: readonly { readonly from: string }[] }
  return Object.assign({}, lease, ...changes.filter(({ from }) => from <= day)) as T
}

function routersOf(network: NetworkFacts, file: SiteFile): RouterFacts[] {
  const router = (id: string, core: boolean, { platform, model, trunk, desks }: RouterFile): RouterFacts => ({
    id,
    core,
    site: file.site,
    siteName: file.name,
    platform,
    model,
    trunk: trunk ?? trunks[model] ?? '',
    desks: desks ?? {},
    segments: core ? [] : segmentsOf(network, file),
  })
  return [
    router(file.site, false, file.router),
    ...Object.entries(file.cores ?? {}).map(([id, core]) => router(id, true, core)),
  ]
}

function segmentsOf({ zones, segments }: NetworkFacts, file: SiteFile): SegmentFacts[] {
  return Object.entries(segments).flatMap(([kind, catalogue]) => {
    const said = file.segments[kind] ?? (catalogue.everywhere === undefined ? [] : catalogue.everywhere)
    const uses: readonly UseFile[] =
      typeof said === 'number' ? [{ hosts: said }] : [said as UseFile | readonly UseFile[]].flat()
    return uses
      .filter(use => (use.status ?? catalogue.status ?? 'active') === 'active')
      .map(
        (use): SegmentFacts => ({
          id: use.tenant === undefined ? kind : `${kind}-${use.tenant}`,
          zone: catalogue.zone,
          hosts: use.hosts,
          vlan: use.vlan ?? (use.tenant === undefined ? catalogue.vlan : undefined),
          pinned: use.v4,
          dhcp: use.dhcp ?? catalogue.dhcp ?? true,
          guest: zones[catalogue.zone]?.kind === 'guest',
          tftp: catalogue.tftp,
        }),
      )
  })
}

/** A tunnel that a circuit must have: to each core of its hand-off, or over the internet to each uplink. */
export interface TunnelFacts {
  readonly circuit: CircuitFacts
  /** Core or uplink, by which it is named. */
  readonly end: string
  readonly core: string
  readonly uplink: UplinkFacts | undefined
}

export function tunnelsOf({ circuits, uplinks, network }: Facts): TunnelFacts[] {
  return circuits.flatMap((circuit): TunnelFacts[] =>
    circuit.hub === undefined
      ? uplinks.map(uplink => ({ circuit, end: uplink.uplink, core: uplink.router, uplink }))
      : (network.handoffs[circuit.hub.handoff]?.ports ?? []).map(({ router }) => ({
          circuit,
          end: router,
          core: router,
          uplink: undefined,
        })),
  )
}
