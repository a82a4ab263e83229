import type { Bgp, BgpNeighbor, FibreLink, Intent, Tunnel } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address } from '../../../model/ip.ts'
import {
  dhcpFact,
  foreignLogFact,
  givenFact,
  idleFact,
  natFact,
  neighborFacts,
  networkText,
  ospfFact,
  passiveFact,
  signedText,
  shapeFacts,
  takenFact,
} from '../../../platforms/reading/meaning.ts'

/** Interfaces of an intent by the keys that facts use. */
export function keysOf(intent: Intent): Map<string, string> {
  const { loopback, fibre, tunnels, uplinks, underlays, access } = intent
  return new Map([
    [loopback.interface, prefixText(loopback.v4)],
    ...[...fibre, ...uplinks].map(({ interface: name, v4 }): [string, string] => [name.value, prefixText(v4)]),
    ...tunnels.map(({ interface: name, v4 }): [string, string] => [name.value, prefixText(v4.value)]),
    ...(access?.segments ?? []).map(({ interface: name, v4 }): [string, string] => [name, prefixText(v4.value)]),
    ...underlays.map(({ interface: name, v4 }): [string, string] => [
      name.value,
      v4 === undefined ? 'dhcp' : prefixText(v4),
    ]),
  ])
}

/** What the intent says that a text must say. */
export function factsOf(intent: Intent): Set<string> {
  const keys = keysOf(intent)
  const at = (name: string): string => keys.get(name) ?? name
  return new Set([
    ...identity(intent),
    ...addresses(intent),
    ...ospf(intent, at),
    ...bgp(intent),
    ...intent.tunnels.flatMap(tunnelFacts),
    ...routes(intent),
    ...translation(intent, at),
    ...intent.shapers.flatMap(({ interface: name, rateKbps, match, classes }) =>
      shapeFacts(
        `${at(name)} by ${match}`,
        rateKbps,
        classes
          .toSorted((a, b) => a.priority.value - b.priority.value || (a.name < b.name ? -1 : 1))
          .map(({ v4, v6 }) => [networkText(v4), networkText(v6.value)]),
      ),
    ),
    ...services(intent),
    ...intent.idlePorts.map(({ value }) => idleFact(value)),
    ...intent.filter.sourceChecks.flatMap(({ interface: name, log }) =>
      log === undefined ? [] : [foreignLogFact(at(name.value), log.limit.packetsPerSecond)],
    ),
  ])
}

function identity({ identity: { hostname, domain, timeZone, banner } }: Intent): string[] {
  return [
    `hostname ${hostname.value}`,
    `domain ${domain.value}`,
    `time-zone ${timeZone.value}`,
    `banner ${banner.map(({ value }) => value).join(' | ')}`,
  ]
}

function addresses({ loopback, fibre, tunnels, uplinks, underlays, access, subinterfaces }: Intent): string[] {
  const dual = [
    ...fibre,
    ...uplinks.map(({ v4, v6 }) => ({ v4, v6: v6.value })),
    ...[...tunnels, ...(access?.segments ?? [])].map(({ v4, v6 }) => ({ v4: v4.value, v6: v6.value })),
  ]
  return [
    `loopback ${prefixText(loopback.v4)}`,
    `loopback ${prefixText(loopback.v6)}`,
    ...dual.flatMap(({ v4, v6 }) => [
      `address ${prefixText(v4)}`,
      ...(v6 === undefined ? [] : [`address ${prefixText(v4)} has ${prefixText(v6)}`]),
    ]),
    ...underlays.map(({ v4 }) => (v4 === undefined ? 'address dhcp' : `address ${prefixText(v4)}`)),
    ...(access?.segments ?? []).map(({ v4, vlan }) => `vlan ${prefixText(v4.value)} ${vlan.value}`),
    ...subinterfaces.flatMap(({ interface: name, vlan }) =>
      underlays
        .filter(underlay => underlay.interface.value === name)
        .map(({ v4 }) => `vlan ${v4 === undefined ? 'dhcp' : prefixText(v4)} ${vlan}`),
    ),
  ]
}

function ospf({ ospf: said, fibre }: Intent, at: (name: string) => string): string[] {
  if (said === undefined) return []
  const { routerId, passive, originateDefault, externalMetric, leasedTag } = said
  return ([2, 3] as const).flatMap(version => [
    `ospf${version} router-id ${addressText(routerId)}`,
    ...passive.map(({ interface: name }) => passiveFact(version, at(name))),
    ...fibre.map(({ interface: name, cost, authentication, authentication3, key, key3, alsoTaken, alsoTaken3, bfd }) =>
      ospfFact({
        version,
        key: at(name.value),
        cost: cost.value,
        authentication:
          version === 2 ? signed(authentication, key, alsoTaken) : signed(authentication3, key3, alsoTaken3),
        bfd,
      }),
    ),
    ...(originateDefault ? [`ospf${version} default metric=${externalMetric.default}`] : []),
    ...(leasedTag === undefined
      ? []
      : [
          `ospf${version} leased metric=${externalMetric.leased} tag=${leasedTag}`,
          `ospf${version} refuses tag=${leasedTag}`,
        ]),
  ])
}

function signed(kind: string | undefined, key: FibreLink['key'], also: FibreLink['alsoTaken']): string {
  const keys = [key, ...(also === undefined ? [] : [also])]
  return kind === undefined
    ? 'none'
    : signedText(
        kind,
        keys.map(({ value: { id, secret } }) => [id, secret] as const),
      )
}

function bgp(intent: Intent): string[] {
  const { bgp: said } = intent
  if (said === undefined) return []
  return [
    `bgp as=${said.as} router-id=${addressText(said.routerId.value)}`,
    ...said.own.map(({ prefix }) => `bgp own ${prefixText(prefix)}`),
    ...said.neighbors.flatMap(neighbor => neighborOf(said, neighbor)),
  ]
}

const defaultDistance = { hub: undefined, 'leased-site': undefined, core: 200, provider: 20 } as const

function neighborOf({ as, leasedDistance }: Bgp, neighbor: BgpNeighbor): string[] {
  const { relation, remoteAs, localAs, password, bfd, maximumPrefixes, accepts, announces, preference } = neighbor
  const distance = defaultDistance[relation] ?? leasedDistance.value
  return (
    [
      [neighbor.v4, 4],
      [neighbor.v6.value, 6],
    ] as const
  ).flatMap(([ends, family]) => {
    if (ends === undefined) return []
    const remote = addressText(ends.remote)
    return [
      ...neighborFacts({
        remote,
        remoteAs,
        localAs: localAs.value ?? as,
        local: addressText(ends.local),
        password: password.value?.secret,
        bfd,
        maximum: maximumPrefixes,
        hold: 30,
      }),
      ...accepts
        .filter(({ prefix }) => prefix.family === family)
        .map(({ prefix, upTo }) =>
          takenFact({ remote, prefix: prefixText(prefix), upTo, preference: preference.value, distance }),
        ),
      ...announces
        .filter(({ prefix }) => prefix.family === family)
        .map(({ prefix, upTo }) => givenFact(remote, prefixText(prefix), upTo)),
    ]
  })
}

function tunnelFacts({
  v4,
  kind,
  outerLocal,
  outerRemote,
  localPort,
  remotePort,
  initiates,
  key,
  peer,
  mtu,
  mssV4,
  mssV6,
}: Tunnel): string[] {
  const name = prefixText(v4.value)
  const ends =
    kind === 'wireguard'
      ? `port=${localPort} to=${textOr(outerRemote.value)}${outerRemote.value === undefined ? '' : `:${remotePort}`} peer=${peer}`
      : `from=${textOr(outerLocal)} to=${textOr(outerRemote.value)}`
  return [
    `tunnel ${name} ${kind} ${ends} secret=${key.secret} ${kind === 'wireguard' ? '' : initiates ? 'begins' : 'answers'}`.trimEnd(),
    `tunnel-size ${name} mtu=${mtu.value}`,
    `tunnel-mss ${name} v4=${mssV4}`,
    `tunnel-mss ${name} v6=${mssV6}`,
  ]
}

function textOr(address: Address | undefined): string {
  return address === undefined ? 'unknown' : addressText(address)
}

function routes({ staticRoutes, uplinks }: Intent): string[] {
  return [
    ...staticRoutes.map(
      ({ to, via }) => `route ${prefixText(to)} via ${typeof via === 'string' ? via : addressText(via)}`,
    ),
    ...uplinks.flatMap(({ probe, gateway }) =>
      probe.value === undefined
        ? []
        : [
            `route 0.0.0.0/0 via ${addressText(gateway.value)}`,
            `watch ${addressText(gateway.value)} by ${addressText(probe.value)}`,
          ],
    ),
  ]
}

function translation({ nat, npt }: Intent, at: (name: string) => string): string[] {
  return [
    ...nat.map(({ out, source, first, last }) =>
      natFact(at(out), networkText(source), addressText(first), addressText(last)),
    ),
    ...npt.map(({ out, inside, outside }) => `npt ${at(out)} ${networkText(inside)} as ${networkText(outside)}`),
  ]
}

function services({
  access,
  services: { dns, ntp, syslog, snmp, dnsForGuests },
  management: { noc, local, breakGlass, readOnly, radius },
}: Intent): string[] {
  return [
    ...(access?.segments ?? []).flatMap(({ dhcp }) =>
      dhcp === undefined
        ? []
        : [
            dhcpFact({
              first: addressText(dhcp.first),
              last: addressText(dhcp.last),
              gateway: addressText(dhcp.gateway),
              dns: dhcp.dns.value.map(addressText).join(','),
              ntp: dhcp.ntp.value.map(addressText).join(','),
              hours: dhcp.leaseHours.value,
              tftp: dhcp.tftp.value === undefined ? undefined : addressText(dhcp.tftp.value),
            }),
          ],
    ),
    ...dns.map(({ address }) => `dns ${addressText(address)}`),
    `dns-forwarder ${dnsForGuests.length > 0}`,
    ...ntp.map(({ address }) => `ntp ${addressText(address)}`),
    `syslog ${addressText(syslog.address)}:${syslog.port}`,
    `snmp user=${snmp.user.value} authentication=${snmp.authentication.value.secret} privacy=${snmp.privacy.value.secret}`,
    `snmp contact ${snmp.contact.value}`,
    `snmp trap ${addressText(snmp.trapTarget.value)}`,
    ...noc.flatMap(({ prefix }) => [`ssh from ${prefixText(prefix)}`, `snmp from ${prefixText(prefix)}`]),
    ...(local === undefined
      ? []
      : [`local-ssh from ${prefixText(networkOf(local.v4.value))}`, `local-port ${prefixText(local.v4.value)}`]),
    `user ${breakGlass.user} full ${breakGlass.password.secret}`,
    `user ${readOnly.user} read ${readOnly.password.secret}`,
    ...(radius === undefined ? [] : [`radius ${addressText(radius.server)} ${radius.secret.secret}`]),
  ]
}
