import type { Dhcp, Intent, Segment, Services } from '../../../intent/intent.ts'
import { type Address, addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { option, quote, routerosSecret } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'
import { wordsOf } from './words.ts'

interface Served {
  readonly segment: Segment
  readonly dhcp: Dhcp
}

export function dhcp({ access, identity }: Intent): Line[] {
  const served = (access?.segments ?? []).flatMap(segment =>
    segment.dhcp === undefined ? [] : [{ segment, dhcp: segment.dhcp }],
  )
  return [
    ...menu(
      '/ip pool',
      served.map(
        ({ segment, dhcp }) =>
          line(dhcp.from)`add name=${serverName(segment)} ranges=${addressText(dhcp.first)}-${addressText(dhcp.last)}`,
      ),
    ),
    ...menu('/ip dhcp-server option', served.flatMap(settingsServer)),
    ...menu(
      '/ip dhcp-server',
      served.map(
        ({ segment, dhcp }) =>
          said(
            dhcp.leaseHours.from,
          )`add name=${serverName(segment)} interface=${segment.interface} address-pool=${serverName(segment)} lease-time=${dhcp.leaseHours.value}h disabled=no`,
      ),
    ),
    ...menu(
      '/ip dhcp-server network',
      served.map(item => network(item, identity)),
    ),
  ]
}

function serverName({ id }: Segment): string {
  return `dhcp-${id}`
}

/** Where phones fetch their settings: option 150, whose value is a string within a string. */
function settingsServer({ segment, dhcp: { tftp } }: Served): Line[] {
  if (tftp.value === undefined) return []
  return [line(tftp.from)`add name=${optionName(segment)} code=150 value="'${addressText(tftp.value)}'"`]
}

function optionName({ id }: Segment): string {
  return `settings-${id}`
}

function network({ segment, dhcp }: Served, { domain }: Intent['identity']): Line {
  const { gateway, dns, ntp, tftp, from } = dhcp
  return line(
    places(segment.v4.from, from, dns.from, domain.from),
  )`add address=${prefixText(networkOf(segment.v4.value))} gateway=${addressText(gateway)}${option('dns-server', list(dns.value))}${option('ntp-server', list(ntp.value))} domain=${domain.value}${option('dhcp-option', tftp.value && optionName(segment))} comment=${quote(segment.description.value)}`
}

function list(addresses: readonly Address[]): string | undefined {
  return addresses.length === 0 ? undefined : addresses.map(addressText).join(',')
}

export function services(intent: Intent): Line[] {
  return [...names(intent.services), ...time(intent.services), ...log(intent), ...snmp(intent)]
}

function names({ dns, dnsForGuests }: Services): Line[] {
  return menu('/ip dns', [
    ...(dns.length === 0
      ? []
      : [
          line(
            places(...dns.map(({ from }) => from)),
          )`set servers=${dns.map(({ address }) => addressText(address)).join(',')}`,
        ]),
    line([], 'hardening')`set allow-remote-requests=${dnsForGuests.length > 0 ? 'yes' : 'no'}`,
  ])
}

function time({ ntp }: Services): Line[] {
  if (ntp.length === 0) return []
  return menu('/system ntp client', [
    line(
      places(...ntp.map(({ from }) => from)),
    )`set enabled=yes servers=${ntp.map(({ address }) => addressText(address)).join(',')}`,
  ])
}

function log({ services: { syslog }, loopback, router }: Intent): Line[] {
  return [
    ...menu('/system logging action', [
      line(
        syslog.from,
      )`add name=noc target=remote remote=${addressText(syslog.address)} remote-port=${syslog.port} src-address=${addressText(loopback.v4)}${option('remote-log-format', wordsOf(router).syslogFormat)} syslog-facility=local7`,
    ]),
    ...menu('/system logging', [line([], 'log-everything')`add action=noc topics=!debug,!packet`]),
  ]
}

function snmp({ services: { snmp }, management, loopback, identity }: Intent): Line[] {
  const noc = management.noc.map(({ prefix }) => prefixText(prefix)).join(',')
  const from = places(
    snmp.user.from,
    snmp.authentication.from,
    snmp.privacy.from,
    ...management.noc.map(({ from }) => from),
  )
  return [
    ...menu('/snmp community', [
      line([], 'hardening')`set [ find default=yes ] addresses=127.0.0.1/32 read-access=no write-access=no`,
      line(
        from,
      )`add name=${snmp.user.value} security=private authentication-protocol=SHA1 authentication-password="${{ secret: snmp.authentication.value.secret, encode: routerosSecret }}" encryption-protocol=AES encryption-password="${{ secret: snmp.privacy.value.secret, encode: routerosSecret }}"${option('addresses', noc === '' ? undefined : noc)} read-access=yes write-access=no`,
    ]),
    ...menu('/snmp', [
      line(snmp.contact.from)`set enabled=yes contact=${quote(snmp.contact.value)}`,
      line(identity.siteName.from)`set location=${quote(identity.siteName.value)}`,
      line(
        places(snmp.trapTarget.from, snmp.user.from),
      )`set trap-version=3 trap-community=${snmp.user.value} trap-target=${addressText(snmp.trapTarget.value)} trap-generators=interfaces,start-trap trap-interfaces=all`,
      line(loopback.from)`set src-address=${addressText(loopback.v4)}`,
    ]),
  ]
}
