import type { Intent } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import { ospfKeyChains } from './dialect.ts'
import { frrBfd } from './frr-bfd.ts'
import { frrBgp } from './frr-bgp.ts'
import { frrInterfaces } from './frr-interface.ts'
import { frrOspf } from './frr-ospf.ts'
import { frrPolicies } from './frr-policy.ts'
import { frrStatics } from './frr-static.ts'
import { fileHeader } from './header.ts'

/** `frr.conf`: everything that FRR's daemons do, in the order that vtysh wants names defined. */
export function frrConf(intent: Intent): Line[] {
  const head = fileHeader(intent, '!', {
    target: '/etc/frr/frr.conf',
    mode: '-o frr -g frr -m 640',
    reload: 'systemctl reload frr',
  })
  return [
    ...head,
    line([], 'structure')`frr defaults traditional`,
    line(intent.identity.hostname.from)`hostname ${intent.identity.hostname.value}`,
    line([], 'routing-log')`log syslog informational`,
    line([], 'structure')`service integrated-vtysh-config`,
    // FRR 8 loses routes for good where a link dies while it installs them by nexthop objects: the kernel has dropped
    // the object by then.
    line([], 'link-state')`no zebra nexthop kernel enable`,
    ...frrPolicies(intent),
    ...frrBfd(intent),
    ...ospfKeyChains(intent),
    ...frrInterfaces(intent),
    ...frrStatics(intent),
    ...frrOspf(intent),
    ...frrBgp(intent),
  ]
}
