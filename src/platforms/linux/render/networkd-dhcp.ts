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
  const size = line(dhcp.poolSize.from)
  const lease = said(dhcp.leaseHours.from)
  return section('DHCPServer', [
    size`PoolOffset=${dhcp.first.bits - networkOf(segment.v4.value).bits}`,
    size`PoolSize=${dhcp.poolSize.value}`,
    pool`Router=${addressText(dhcp.gateway)}`,
    lease`DefaultLeaseTimeSec=${dhcp.leaseHours.value}h`,
    lease`MaxLeaseTimeSec=${dhcp.leaseHours.value}h`,
    ...told('DNS', dhcp.dns.value, dhcp.dns.from),
    ...told('NTP', dhcp.ntp.value, dhcp.ntp.from),
    ...settingsServer(dhcp),
  ])
}

function told(option: 'DNS' | 'NTP', addresses: readonly Address[], from: From): Line[] {
  if (addresses.length === 0) return [line([], 'hardening')`Emit${option}=no`]
  return addresses.map(address => line(from)`${option}=${addressText(address)}`)
}

/** Option 150: where phones fetch their settings. */
function settingsServer({ tftp }: Dhcp): Line[] {
  if (tftp.value === undefined) return []
  return [line(tftp.from)`SendOption=${new Quoted(`150:ipv4address:${addressText(tftp.value)}`)}`]
}
