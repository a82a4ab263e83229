import type { Intent } from '../../../intent/intent.ts'
import { block } from '../../config/iosxe-text.ts'
import { line, Quoted, type Line } from '../../config/line.ts'

const globals = [
  'service timestamps debug datetime msec localtime show-timezone', 'service timestamps log datetime msec localtime show-timezone', 'service password-encryption',
  'service tcp-keepalives-in', 'service tcp-keepalives-out', 'no service pad', 'no service config',
]

/** Services of the factory that nobody uses. */
const services = [
  'no ip source-route', 'no ip bootp server', 'no ip gratuitous-arps', 'no ip http server', 'no ip http secure-server', 'no ip forward-protocol nd', 'no ipv6 source-route',
  'no cdp run', 'no lldp run', 'ip tcp synwait-time 10', 'ip icmp rate-limit unreachable 100', 'ipv6 icmp error-interval 100',
]

export function hardening(): Line[] {
  const write = line([], 'hardening')
  return globals.map(text => write`${new Quoted(text)}`)
}

export function quietServices(): Line[] {
  const write = line([], 'hardening')
  return [...services.map(text => write`${new Quoted(text)}`), line([], 'forwarding')`ip cef`, line([], 'forwarding')`ipv6 unicast-routing`]
}

/** Ports of the model that nothing uses. */
export function idlePorts({ router, ports }: Intent): Line[] {
  const used = new Set(ports.map(({ name }) => name))
  const write = line([], 'hardening')
  return router.model.ports.filter(({ name }) => !used.has(name)).flatMap(({ name }) => block(write`interface ${name}`, [write`shutdown`]))
}
