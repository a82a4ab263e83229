import type { Address } from '../../../model/ip.ts'
import { addressText, networkOf } from '../../../model/ip.ts'
import type { Dhcp, From, Segment } from '../../../intent/intent.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { said } from '../../said.ts'
import { section } from './networkd-unit.ts'

/** networkd's DHCP server for a segment. */
export function dhcpSection(segment: Segment): Line[] {
  const { dhcp } = segment
  if (dhcp === undefined) return []
  const pool = line(dhcp.from)
  const size = line(dhcp.sizeFrom ?? dhcp.from)
  const lease = said(dhcp.leaseFrom)
  return section('DHCPServer', [
    size`PoolOffset=${dhcp.first.bits - networkOf(segment.v4).bits}`,
    size`PoolSize=${dhcp.last.bits - dhcp.first.bits + 1n}`,
    pool`Router=${addressText(dhcp.gateway)}`,
    lease`DefaultLeaseTimeSec=${dhcp.leaseHours}h`,
    lease`MaxLeaseTimeSec=${dhcp.leaseHours}h`,
    ...told('DNS', dhcp.dns, dhcp.dnsFrom),
    ...told('NTP', dhcp.ntp, dhcp.ntpFrom ?? dhcp.from),
    ...settingsServer(dhcp),
  ])
}

function told(option: 'DNS' | 'NTP', addresses: readonly Address[], from: From): Line[] {
  if (addresses.length === 0) return [line([], 'hardening')`Emit${option}=no`]
  return addresses.map(address => line(from)`${option}=${addressText(address)}`)
}

/** Option 150: where phones fetch their settings. */
function settingsServer({ tftp, tftpFrom }: Dhcp): Line[] {
  if (tftp === undefined) return []
  return [line(tftpFrom)`SendOption=${new Quoted(`150:ipv4address:${addressText(tftp)}`)}`]
}
