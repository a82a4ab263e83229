import { kept } from '../../../intent/decided.ts'
import type { Dhcp, Intent, Segment } from '../../../intent/intent.ts'
import { addressText, networkOf, sizeOf, type Address } from '../../../model/ip.ts'
import { block, iosName } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { masked } from './acl.ts'
import { said } from '../../said.ts'
import { places } from './places.ts'

export function dhcp({ access, identity }: Intent): Line[] {
  const served = (access?.segments ?? []).flatMap(segment =>
    segment.dhcp === undefined ? [] : [{ segment, dhcp: segment.dhcp }],
  )
  if (served.length === 0) return [line([], 'hardening')`no service dhcp`]
  return [
    ...served.flatMap(({ segment, dhcp }) => excluded(segment, dhcp)),
    ...served.flatMap(({ segment, dhcp }) => pool(segment, dhcp, identity)),
  ]
}

/** IOS XE gives a whole subnet; what is not to be given is taken out. */
function excluded({ v4 }: Segment, { first, last, from }: Dhcp): Line[] {
  const lowest = networkOf(v4.value).bits
  const highest = lowest + sizeOf(v4.value) - 1n
  const range = (low: bigint, high: bigint): Line[] =>
    low > high ? [] : [line(from)`ip dhcp excluded-address ${textOf(low)} ${textOf(high)}`]
  return [...range(lowest + 1n, first.bits - 1n), ...range(last.bits + 1n, highest - 1n)]
}

function textOf(bits: bigint): string {
  return addressText({ family: 4, bits })
}

function pool(
  { id, v4 }: Segment,
  { gateway, dns, ntp, leaseHours, tftp }: Dhcp,
  identity: Intent['identity'],
): Line[] {
  return block(line([], 'structure')`ip dhcp pool ${iosName(`SEG-${id}`)}`, [
    line(v4.from)`network ${masked(networkOf(v4.value))}`,
    line(v4.from)`default-router ${addressText(gateway)}`,
    ...(dns.value.length === 0 ? [] : [line(dns.from)`dns-server ${listed(dns.value)}`]),
    line(identity.domain.from)`domain-name ${identity.domain.value}`,
    ...(ntp.value.length === 0 ? [] : [said(ntp.from)`option 42 ip ${listed(ntp.value)}`]),
    ...(tftp.value === undefined ? [] : [line(tftp.from)`option 150 ip ${addressText(tftp.value)}`]),
    said(leaseHours.from)`lease ${Math.floor(leaseHours.value / 24)} ${leaseHours.value % 24} 0`,
  ])
}

function listed(addresses: readonly Address[]): Quoted {
  return new Quoted(addresses.map(addressText).join(' '))
}

/** Only guests may ask this router for names: the zones let nobody else to it. */
export function names({ services: { dns, dnsForGuests }, loopback }: Intent): Line[] {
  const servers = places(...dns.map(({ from }) => from))
  return [
    ...(dns.length === 0 ? [] : [line(servers)`ip name-server ${listed(dns.map(({ address }) => address))}`]),
    line([], 'structure')`ip domain lookup source-interface ${loopback.interface}`,
    ...(dnsForGuests.length > 0 ? [line([], 'structure')`ip dns server`] : []),
  ]
}

export function time({ services: { ntp }, loopback }: Intent): Line[] {
  if (ntp.length === 0) return []
  return [
    line([], 'structure')`ntp source ${loopback.interface}`,
    ...ntp.map(({ address, from }, i) =>
      i === 0 ? line(from)`ntp server ${addressText(address)} prefer` : line(from)`ntp server ${addressText(address)}`,
    ),
  ]
}

export function log({ services: { syslog }, loopback }: Intent): Line[] {
  const write = line([], 'log-everything')
  return [
    write`logging buffered ${kept.logBytes} informational`,
    write`no logging console`,
    write`logging origin-id hostname`,
    write`logging source-interface ${loopback.interface}`,
    line(syslog.from)`logging host ${addressText(syslog.address)} transport udp port ${syslog.port}`,
  ]
}
