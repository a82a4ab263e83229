import { advertisedRouterSeconds } from '../../../intent/decided.ts'
import type { Intent, Segment, Underlay } from '../../../intent/intent.ts'
import { addressText, prefixText } from '../../../model/ip.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { duration, option, quote } from '../text.ts'
import { said } from '../../said.ts'
import { menu } from './menu.ts'
import { wordsOf, type Words } from './words.ts'

export function addresses(intent: Intent): Line[] {
  return [
    ...menu('/ip settings', [
      line(
        [],
        'ip-settings',
      )`set ip-forward=yes rp-filter=loose accept-source-route=no accept-redirects=no send-redirects=no secure-redirects=no tcp-syncookies=yes`,
    ]),
    ...menu('/ip address', v4(intent)),
    ...menu(
      '/ip dhcp-client',
      intent.underlays
        .filter(({ v4 }) => v4 === undefined)
        .map(underlay => dhcpClient(underlay, wordsOf(intent.router))),
    ),
    ...menu('/ipv6 settings', [
      line([], 'ip-settings')`set disable-ipv6=no forward=yes accept-router-advertisements=no accept-redirects=no`,
    ]),
    ...menu('/ipv6 address', v6(intent)),
    ...menu('/ipv6 nd', [
      line([], 'hardening')`set [ find default=yes ] disabled=yes`,
      ...(intent.access?.segments ?? []).map(advertisement),
    ]),
  ]
}

/** Table that holds the default of a provider that gives addresses at run time: only packets to tunnel ends ask it. */
export function underlayTable({ circuit }: Underlay): string {
  return `under-${circuit}`
}

function v4({ loopback, fibre, underlays, tunnels, uplinks, access, nat }: Intent): Line[] {
  return [
    line(
      loopback.from,
    )`add address=${prefixText(loopback.v4)} interface=${loopback.interface} comment=${quote('loopback')}`,
    ...fibre.map(
      ({ v4, interface: name, peer, from }) =>
        line(from)`add address=${prefixText(v4)} interface=${name.value} comment=${quote(`link to ${peer.value}`)}`,
    ),
    ...underlays.flatMap(({ v4, interface: name, description, from }) =>
      v4 === undefined
        ? []
        : [line(from)`add address=${prefixText(v4)} interface=${name.value} comment=${quote(description)}`],
    ),
    ...tunnels.map(
      ({ v4, interface: name, description }) =>
        line(v4.from)`add address=${prefixText(v4.value)} interface=${name.value} comment=${quote(description)}`,
    ),
    ...uplinks.map(
      ({ v4, interface: name, description, from }) =>
        line(from)`add address=${prefixText(v4)} interface=${name.value} comment=${quote(description)}`,
    ),
    ...nat.flatMap(item =>
      item.onLink.map(
        address =>
          line(
            item.from,
          )`add address=${addressText(address)}/32 interface=${item.out} comment=${quote("translation pool on the provider's subnet")}`,
      ),
    ),
    ...(access?.segments ?? []).map(
      ({ v4, interface: name, description }) =>
        line(v4.from)`add address=${prefixText(v4.value)} interface=${name} comment=${quote(description.value)}`,
    ),
  ]
}

function v6({ loopback, fibre, tunnels, uplinks, access }: Intent): Line[] {
  return [
    line(
      loopback.from,
    )`add address=${prefixText(loopback.v6)} interface=${loopback.interface} advertise=no comment=${quote('loopback')}`,
    ...fibre.map(
      ({ v6, interface: name, peer, from }) =>
        line(
          from,
        )`add address=${prefixText(v6)} interface=${name.value} advertise=no comment=${quote(`link to ${peer.value}`)}`,
    ),
    ...tunnels.map(
      ({ v6, interface: name, description }) =>
        line(
          v6.from,
        )`add address=${prefixText(v6.value)} interface=${name.value} advertise=no comment=${quote(description)}`,
    ),
    ...uplinks.flatMap(({ v6, interface: name, description }) =>
      v6.value === undefined
        ? []
        : [
            line(
              v6.from,
            )`add address=${prefixText(v6.value)} interface=${name.value} advertise=no comment=${quote(description)}`,
          ],
    ),
    ...(access?.segments ?? []).map(
      ({ v6, interface: name, description }) =>
        line(
          v6.from,
        )`add address=${prefixText(v6.value)} interface=${name} advertise=yes comment=${quote(description.value)}`,
    ),
  ]
}

function dhcpClient(underlay: Underlay, { dhcpTables }: Words): Line {
  const table = underlayTable(underlay)
  const route = dhcpTables
    ? new Quoted(`add-default-route=yes default-route-tables=${table}`)
    : new Quoted(`add-default-route=no script=${quote(leaseScript(table)).text}`)
  return line(
    underlay.interface.from,
  )`add interface=${underlay.interface.value} ${route} use-peer-dns=no use-peer-ntp=no disabled=no comment=${quote(underlay.description)}`
}

/**
 * Runs at each change of the lease: the provider's default stands in its table while there is one (the vendor's page on
 * the DHCP client).
 */
function leaseScript(table: string): string {
  const mine = `where routing-table=${table}`
  return (
    `/ip route remove [find ${mine}]; ` +
    `:if ($bound=1) do={/ip route add dst-address=0.0.0.0/0 gateway=$"gateway-address" routing-table=${table}}`
  )
}

function advertisement({ interface: name, dnsV6 }: Segment): Line {
  const resolvers = dnsV6.value.length === 0 ? undefined : dnsV6.value.map(addressText).join(',')
  return said(
    dnsV6.from,
    'announced-segment',
  )`add interface=${name} ra-lifetime=${duration(advertisedRouterSeconds)} advertise-dns=${resolvers === undefined ? 'no' : 'yes'}${option('dns', resolvers)}`
}
