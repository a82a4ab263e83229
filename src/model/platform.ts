/** What a router platform can do, as data. No renderer asks for a version; it asks for a capability. */

export type TunnelKind = 'wireguard' | 'gre-ipsec' | 'ipsec'
/** How IPsec carries GRE: the packet itself, or a packet inside another. */
export type IpsecMode = 'transport' | 'tunnel'
export type OspfAuthentication = 'md5' | 'sha256'
/**
 * `hmac-sha-256` is the trailer of RFC 7166 between routers of FRR; `ios-trailer` the same between routers of IOS XE:
 * nobody has tried it across the two.
 */
export type Ospf3Authentication = 'hmac-sha-256' | 'ios-trailer'

/** What a router may be asked to do; what its platform lacks is a finding, never a silent difference. */
const features = [
  'dhcp-server',
  'dns-forwarder',
  'ntp',
  'syslog',
  'snmp',
  'users',
  'banner',
  'shaping',
  'bfd',
  'nat',
  'npt',
  'uplink-bgp',
  'uplink-static',
  'vlan-trunk',
  'conditional-default',
  'leased-core',
  'local-port',
] as const
export type Feature = (typeof features)[number]

export interface Capabilities {
  readonly ospfAuthentication: readonly OspfAuthentication[]
  readonly ospf3Authentication: readonly Ospf3Authentication[]
  /**
   * Kinds of authentication in which one interface takes packets by two keys at once: what a rotation without loss
   * needs of both ends of a link.
   */
  readonly ospfTwoKeys: readonly (OspfAuthentication | Ospf3Authentication)[]
  /** Longest OSPF key in bytes for each kind of authentication. */
  readonly ospfKeyBytes: Readonly<Record<OspfAuthentication, number>>
  readonly tunnels: readonly TunnelKind[]
  /** Modes in which it can encrypt GRE, best first. */
  readonly ipsecModes: readonly IpsecMode[]
  /** Longest v4 prefix that a point-to-point link may have. */
  readonly linkLengthV4: 30 | 31
  readonly features: readonly Feature[]
}

/** A run of versions that share their words and abilities. */
export interface Dialect {
  readonly id: string
  /** First version that speaks it. */
  readonly from: string
  readonly capabilities: Capabilities
  /** What changed with it, where that was read, and what proves its words: a row of the README's table. */
  readonly source: string
}

/** Which versions of a platform are releases whose words are known. */
interface Releases {
  /**
   * A whole version as the platform's vendor writes a release; one before a release may lack a word that the release
   * has.
   */
  readonly form: RegExp
  readonly example: string
  /** Last line of versions whose words are known: `7.24` takes in 7.24.1, `24.4` takes in 24.4R2. */
  readonly upTo: string
}

export interface PortModel {
  readonly name: string
  readonly speedMbps: number
  readonly medium: 'copper' | 'sfp' | 'sfp+' | 'sfp28' | 'qsfp28'
}

export interface RouterModel {
  readonly ports: readonly PortModel[]
  /** Port to the access switch unless the site names another. */
  readonly trunk: string
  /** Ports of a switch alone, which take no address of their own. */
  readonly unrouted?: readonly string[]
  /** A serial or screen console is a way in on the spot; absent: it has none. */
  readonly console?: true
  /** What is lost at a restart: files that stand outside this folder. Absent: the whole storage lasts. */
  readonly lastingFolder?: string
  /** Where ports and speeds were read, and whether that was checked. */
  readonly source: string
}

/** Names of interfaces, within the limits of the platform. They hold no cut-off ids: numbers come from the ledger. */
interface InterfaceNames {
  readonly loopback: string
  readonly segment: (segment: { readonly id: string; readonly vlan: number }) => string
  readonly tunnel: (tunnel: {
    readonly kind: TunnelKind
    readonly circuit: string
    readonly end: string
    readonly port: number
  }) => string
  readonly subinterface: (port: string, vlan: number) => string
}

/**
 * Where SNMP tells the power that an optic receives: a table with the port's name in one column and the power in
 * another.
 */
export interface ReceivePowerTable {
  readonly nameOid: string
  readonly powerOid: string
  /** How many of its units are one dBm. */
  readonly perDbm: number
  readonly source: string
}

/** What programs of others call it, and where its SNMP has more than the common tables. */
interface Monitoring {
  /** The model of Oxidized (its `lib/oxidized/model/`); absent: it has none. */
  readonly oxidized?: string
  /** The column of SNMP that names a port as its configuration does; absent: `ifName` (IF-MIB). */
  readonly portNames?: { readonly oid: string; readonly source: string }
  /** Absent: no table is known to us. */
  readonly receivePower?: ReceivePowerTable
}

export interface Platform {
  readonly id: string
  readonly name: string
  /** Ascending by `from`. */
  readonly dialects: readonly Dialect[]
  readonly releases: Releases
  readonly models: Readonly<Record<string, RouterModel>>
  readonly names: InterfaceNames
  readonly monitoring?: Monitoring
}

/**
 * The platform as one version of it speaks. Undefined where the version is no release, or lies before or behind those
 * whose words are known.
 */
export function dialectOf({ dialects, releases }: Platform, version: string): Dialect | undefined {
  if (!releases.form.test(version) || isBeyond(releases.upTo, version)) return undefined
  return dialects.findLast(dialect => compareVersions(dialect.from, version) <= 0)
}

/** Whether a version is later than every one of a line. */
function isBeyond(upTo: string, version: string): boolean {
  const line = version.split(/[^0-9]+/).slice(0, upTo.split('.').length)
  return compareVersions(line.join('.'), upTo) > 0
}

/** Negative where `a` is the older one; compares dotted numbers, ignoring what follows them. */
export function compareVersions(a: string, b: string): number {
  const left = a.split(/[^0-9]+/).map(Number)
  const right = b.split(/[^0-9]+/).map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** `ports('ether', 1, 8, 1000, 'copper')` names ether1 to ether8. */
export function ports(
  prefix: string,
  first: number,
  last: number,
  speedMbps: number,
  medium: PortModel['medium'],
): PortModel[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ name: `${prefix}${first + i}`, speedMbps, medium }))
}
