import type { Dhcp, From, Intent, Segment, Services } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { bounded, junosSecret, quote, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { logical, longestName, places } from './names.ts'

export function services(intent: Intent): Line[] {
  return [...names(intent.services), ...time(intent), ...log(intent), ...snmp(intent)]
}

function names({ dns, dnsForGuests }: Services): Line[] {
  const servers = dns.map(({ address, from }) => line(from)`set system name-server ${addressText(address)}`)
  if (dnsForGuests.length === 0) return servers
  return [
    ...servers,
    ...dnsForGuests.map(
      name =>
        line(places(...dns.map(({ from }) => from)))`set system services dns dns-proxy interface ${logical(name)}`,
    ),
    ...dns.map(
      ({ address, from }) =>
        line(from)`set system services dns dns-proxy default-domain * forwarders ${addressText(address)}`,
    ),
  ]
}

function time({ services: { ntp }, loopback }: Intent): Line[] {
  if (ntp.length === 0) return []
  return [
    ...ntp.map(({ address, from }) => line(from)`set system ntp server ${addressText(address)}`),
    line(loopback.from)`set system ntp source-address ${addressText(loopback.v4)}`,
  ]
}

function log({ services: { syslog }, loopback }: Intent): Line[] {
  const host = addressText(syslog.address)
  const everything = line([], 'log-everything')
  return [
    line(syslog.from)`set system syslog host ${host} any info`,
    line(syslog.from)`set system syslog host ${host} port ${syslog.port}`,
    line(loopback.from)`set system syslog host ${host} source-address ${addressText(loopback.v4)}`,
    everything`set system syslog host ${host} facility-override local7`,
    everything`set system syslog file messages any notice`,
    everything`set system syslog file messages authorization info`,
    everything`set security log mode event`,
  ]
}

function snmp({ services: { snmp }, identity, loopback }: Intent): Line[] {
  const user = line(places(snmp.user.from, snmp.authentication.from))
  const group = line(snmp.user.from)
  const trap = line(places(snmp.trapTarget.from, snmp.user.from))
  const reader = words(snmp.user.value)
  return [
    line(identity.siteName.from)`set snmp location ${quote(identity.siteName.value)}`,
    line(snmp.contact.from)`set snmp contact ${quote(snmp.contact.value)}`,
    user`set snmp v3 usm local-engine user ${reader} authentication-sha authentication-password "${{ secret: snmp.authentication.value.secret, encode: junosSecret }}"`,
    line(
      places(snmp.privacy.from, snmp.user.from),
    )`set snmp v3 usm local-engine user ${reader} privacy-aes128 privacy-password "${{ secret: snmp.privacy.value.secret, encode: junosSecret }}"`,
    group`set snmp v3 vacm security-to-group security-model usm security-name ${reader} group readers`,
    group`set snmp v3 vacm access group readers default-context-prefix security-model usm security-level privacy read-view all`,
    group`set snmp v3 vacm access group readers default-context-prefix security-model usm security-level privacy notify-view all`,
    group`set snmp view all oid .1 include`,
    trap`set snmp v3 target-address noc address ${addressText(snmp.trapTarget.value)}`,
    trap`set snmp v3 target-address noc tag-list noc`,
    trap`set snmp v3 target-address noc target-parameters noc`,
    trap`set snmp v3 target-parameters noc parameters message-processing-model v3`,
    trap`set snmp v3 target-parameters noc parameters security-model usm`,
    trap`set snmp v3 target-parameters noc parameters security-level privacy`,
    trap`set snmp v3 target-parameters noc parameters security-name ${reader}`,
    trap`set snmp v3 notify noc type trap`,
    trap`set snmp v3 notify noc tag noc`,
    line(loopback.from)`set snmp trap-options source-address ${addressText(loopback.v4)}`,
  ]
}

interface Served {
  readonly segment: Segment
  readonly dhcp: Dhcp
}

export function dhcp({ access, identity }: Intent): Line[] {
  const segments = access?.segments ?? []
  const served = segments.flatMap(segment => (segment.dhcp === undefined ? [] : [{ segment, dhcp: segment.dhcp }]))
  return [
    ...served.flatMap(item => pool(item, identity)),
    ...served.map(
      ({ segment, dhcp }) =>
        line(dhcp.from)`set system services dhcp-local-server group access interface ${logical(segment.interface)}`,
    ),
    ...segments.flatMap(advertisement),
  ]
}

function pool({ segment, dhcp }: Served, { domain }: Intent['identity']): Line[] {
  const { first, last, gateway, dns, ntp, leaseHours, tftp, from } = dhcp
  const name = bounded(`dhcp-${segment.id}`, longestName)
  const options = (origin: From, ...rest: readonly (string | number)[]): Line =>
    said(origin)`set access address-assignment pool ${name} family inet ${words(...rest)}`
  return [
    options(segment.v4.from, 'network', prefixText(networkOf(segment.v4.value))),
    options(from, 'range', 'hosts', 'low', addressText(first)),
    options(from, 'range', 'hosts', 'high', addressText(last)),
    options(leaseHours.from, 'dhcp-attributes', 'maximum-lease-time', leaseHours.value * 3600),
    options(domain.from, 'dhcp-attributes', 'domain-name', domain.value),
    ...dns.value.map(address => options(dns.from, 'dhcp-attributes', 'name-server', addressText(address))),
    options(segment.v4.from, 'dhcp-attributes', 'router', addressText(gateway)),
    // 42 is time, 150 where phones fetch their settings.
    ...ntp.value.map(address =>
      options(
        from,
        'dhcp-attributes',
        'option',
        42,
        ...(ntp.value.length === 1 ? ['ip-address'] : ['array', 'ip-address']),
        addressText(address),
      ),
    ),
    ...(tftp.value === undefined
      ? []
      : [options(tftp.from, 'dhcp-attributes', 'option', 150, 'ip-address', addressText(tftp.value))]),
  ]
}

function advertisement({ interface: name, v6, dnsV6 }: Segment): Line[] {
  return [
    said(
      v6.from,
      'announced-segment',
    )`set protocols router-advertisement interface ${logical(name)} prefix ${prefixText(networkOf(v6.value))}`,
    ...dnsV6.value.map(
      address =>
        said(
          dnsV6.from,
          'announced-segment',
        )`set protocols router-advertisement interface ${logical(name)} dns-server-address ${addressText(address)}`,
    ),
  ]
}
