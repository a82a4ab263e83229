import { networkOf, prefixText, type Address, type Family, type Prefix } from '../../model/ip.ts'

/**
 * What a router's text says, in no vendor's words: sentences of one form each, and the answers of its filters.
 * Interfaces go by their v4 address (`10.32.19.70/30`), since names differ between platforms.
 */
export interface Meaning {
  readonly facts: ReadonlySet<string>
  /** Interface by its own name, as the key that facts and packets use. */
  readonly keys: ReadonlyMap<string, string>
  readonly judge: Judge
  readonly capOf: CapOf
  /** Lines that the reader did not understand. */
  readonly unread: readonly string[]
}

export type Verdict = 'accept' | 'drop'

export type Judge = (packet: Packet) => Verdict

/** How fast packets of this kind may reach the router itself: `50/s burst 100`; undefined where nothing holds them. */
export type CapOf = (packet: Packet) => string | undefined

export function capText(packetsPerSecond: number | string, burst: number | string): string {
  return `${packetsPerSecond}/s burst ${burst}`
}

/** The cap of a packet, from the rules that fit it in order: a limit holds only where what is over it meets a drop. */
export function capAmong(
  rules: readonly { readonly verdict: Verdict | undefined; readonly cap: string | undefined }[],
): string | undefined {
  const [first, next] = rules.filter(({ verdict }) => verdict !== undefined)
  return first?.cap !== undefined && (next === undefined || next.verdict === 'drop') ? first.cap : undefined
}

export interface Packet {
  readonly in: string
  /** Undefined where the packet is for the router itself. */
  readonly out: string | undefined
  readonly source: Address
  readonly destination: Address
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'ospf' | 'gre' | 'esp'
  readonly sourcePort: number
  /** Destination port; of ICMP its type. */
  readonly port: number
  readonly state: 'new' | 'established' | 'invalid'
}

/** The packets that can have begun the connection that a packet belongs to: one of its own way, or of the other. */
export function begun(packet: Packet): readonly Packet[] {
  const { in: from, out, source, destination } = packet
  return [
    { ...packet, state: 'new' },
    ...(out === undefined
      ? []
      : [{ ...packet, state: 'new', in: out, out: from, source: destination, destination: source } as const]),
  ]
}

export interface Bfd {
  readonly intervalMs: number | string
  readonly multiplier: number | string
}

interface OspfSaid {
  readonly version: 2 | 3
  readonly key: string
  readonly cost: string | number
  readonly authentication: string
  readonly bfd: Bfd | undefined
}

/**
 * How a link is signed: the key that is sent by and, during a rotation, another that is taken; each with its number.
 */
export function signedText(
  kind: string,
  keys: readonly (readonly [id: string | number, secret: string | undefined])[],
): string {
  return [`${kind}`, ...keys.map(([id, secret]) => `${id}=${secret}`)].join(':')
}

export function ospfFact({ version, key, cost, authentication, bfd }: OspfSaid): string {
  return `ospf${version} ${key} ptp cost=${cost} auth=${authentication} bfd=${bfdText(bfd)}`
}

export function passiveFact(version: 2 | 3, key: string): string {
  return `ospf${version} ${key} passive`
}

function bfdText(bfd: Bfd | undefined): string {
  return bfd === undefined ? 'none' : `${bfd.intervalMs}x${bfd.multiplier}`
}

interface NeighborSaid {
  readonly remote: string
  readonly remoteAs: string | number
  readonly localAs: string | number
  readonly local: string
  readonly password: string | undefined
  readonly bfd: Bfd | undefined
  readonly maximum: string | number | undefined
  readonly hold: string | number | undefined
}

export function neighborFacts({
  remote,
  remoteAs,
  localAs,
  local,
  password,
  bfd,
  maximum,
  hold,
}: NeighborSaid): string[] {
  return [
    `bgp ${remote} as=${remoteAs} own-as=${localAs} from=${local} password=${password ?? 'none'} ` +
      `bfd=${bfdText(bfd)} maximum=${maximum ?? 'none'}`,
    `bgp-hold ${remote} ${hold ?? 'default'}`,
  ]
}

interface TakenSaid {
  readonly remote: string
  readonly prefix: string
  readonly upTo?: number | undefined
  readonly preference: string | number
  readonly distance: string | number
}

export function takenFact({ remote, prefix, upTo, preference, distance }: TakenSaid): string {
  return `bgp ${remote} takes ${patternText(prefix, upTo)} preference=${preference} distance=${distance}`
}

export function givenFact(remote: string, prefix: string, upTo?: number): string {
  return `bgp ${remote} gives ${patternText(prefix, upTo)}`
}

function patternText(prefix: string, upTo: number | undefined): string {
  return upTo === undefined || prefix.endsWith(`/${upTo}`) ? prefix : `${prefix} up to /${upTo}`
}

/** What of foreign sources over an interface the log names. */
export function foreignLogFact(key: string, perSecond: string | number): string {
  return `foreign-log ${key} ${perSecond} a second`
}

/** A port that nothing uses is shut. */
export function idleFact(port: string): string {
  return `idle ${port}`
}

export function natFact(out: string, source: string, first: string, last: string): string {
  return `nat ${out} ${source} as ${first}-${last}`
}

export function shapeFacts(key: string, rateKbps: number | string, classes: readonly (readonly string[])[]): string[] {
  return [
    `shape ${key} rate=${rateKbps}`,
    `shape-order ${key} ${classes.map(prefixes => prefixes.toSorted().join('+')).join(' > ')}`,
  ]
}

interface DhcpSaid {
  readonly first: string
  readonly last: string
  readonly gateway: string
  readonly dns: string
  readonly ntp: string
  readonly hours: string | number
  readonly tftp: string | undefined
}

export function dhcpFact({ first, last, gateway, dns, ntp, hours, tftp }: DhcpSaid): string {
  return `dhcp ${gateway} ${first}-${last} dns=${dns} ntp=${ntp} lease=${hours}h tftp=${tftp ?? 'none'}`
}

export function familyOf(text: string): Family {
  return text.includes(':') ? 6 : 4
}

export function networkText(prefix: Prefix): string {
  return prefixText(networkOf(prefix))
}

/** The word for an interface by its name, in the comparison's terms. */
export type At = (name: string) => string
