import { multicastGroups } from '../../../intent/decided.ts'
import { line, type Line } from '../../text/line.ts'

/** `sysctl.conf` for `/etc/sysctl.d/`: the same on every router. */
export function sysctlConf(): Line[] {
  const forwarding = line([], 'forwarding')
  const settings = line([], 'ip-settings')
  return [
    forwarding`net.ipv4.ip_forward = 1`,
    forwarding`net.ipv6.conf.all.forwarding = 1`,
    settings`net.ipv4.conf.all.rp_filter = 2`,
    settings`net.ipv4.conf.default.rp_filter = 2`,
    line([], 'many-neighbours')`net.ipv4.igmp_max_memberships = ${multicastGroups}`,
    line([], 'whole-flows')`net.ipv4.fib_multipath_hash_policy = 1`,
    line([], 'whole-flows')`net.ipv6.fib_multipath_hash_policy = 1`,
    settings`net.ipv4.conf.all.accept_redirects = 0`,
    settings`net.ipv4.conf.default.accept_redirects = 0`,
    settings`net.ipv4.conf.all.send_redirects = 0`,
    settings`net.ipv4.conf.default.send_redirects = 0`,
    settings`net.ipv4.conf.all.accept_source_route = 0`,
    settings`net.ipv6.conf.all.accept_redirects = 0`,
    settings`net.ipv6.conf.default.accept_redirects = 0`,
    line([], 'link-state')`net.ipv4.conf.all.ignore_routes_with_linkdown = 1`,
    line([], 'link-state')`net.ipv6.conf.all.ignore_routes_with_linkdown = 1`,
  ]
}
