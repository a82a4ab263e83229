import type { Dhcp, Intent, Segment, Services } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
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
            dhcp.leaseFrom,
          )`add name=${serverName(segment)} interface=${segment.interface} address-pool=${serverName(segment)} lease-time=${dhcp.leaseHours}h disabled=no`,
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
function settingsServer({ segment, dhcp: { tftp, tftpFrom } }: Served): Line[] {
  if (tftp === undefined) return []
  return [line(tftpFrom)`add name=${optionName(segment)} code=150 value="'${addressText(tftp)}'"`]
}

function optionName({ id }: Segment): string {
  return `settings-${id}`
}

function network({ segment, dhcp }: Served, { domain, domainFrom }: Intent['identity']): Line {
  const { gateway, dns, dnsFrom, ntp, tftp, from } = dhcp
  return line(
    places(segment.addressFrom, from, dnsFrom, domainFrom),
  )`add address=${prefixText(networkOf(segment.v4))} gateway=${addressText(gateway)}${option('dns-server', list(dns))}${option('ntp-server', list(ntp))} domain=${domain}${option('dhcp-option', tftp && optionName(segment))} comment=${quote(segment.description)}`
}

function list(addresses: Dhcp['dns']): string | undefined {
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
    snmp.userFrom,
    snmp.authenticationFrom,
    snmp.privacyFrom,
    ...management.noc.map(({ from }) => from),
  )
  return [
    ...menu('/snmp community', [
      line([], 'hardening')`set [ find default=yes ] addresses=127.0.0.1/32 read-access=no write-access=no`,
      line(
        from,
      )`add name=${snmp.user} security=private authentication-protocol=SHA1 authentication-password="${{ secret: snmp.authentication.secret, encode: routerosSecret }}" encryption-protocol=AES encryption-password="${{ secret: snmp.privacy.secret, encode: routerosSecret }}"${option('addresses', noc === '' ? undefined : noc)} read-access=yes write-access=no`,
    ]),
    ...menu('/snmp', [
      line(snmp.contactFrom)`set enabled=yes contact=${quote(snmp.contact)}`,
      line(identity.siteNameFrom)`set location=${quote(identity.siteName)}`,
      line(
        places(snmp.trapFrom, snmp.userFrom),
      )`set trap-version=3 trap-community=${snmp.user} trap-target=${addressText(snmp.trapTarget)}`,
      line(loopback.from)`set src-address=${addressText(loopback.v4)}`,
    ]),
  ]
}
