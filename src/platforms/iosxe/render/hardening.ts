import type { Intent } from '../../../intent/intent.ts'
import { inside } from '../../../source/source.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'

/** What is off by the factory already is not said: it would vanish from the running configuration, and differ for ever. */
const globals = [
  'service timestamps debug datetime msec localtime show-timezone',
  'service timestamps log datetime msec localtime show-timezone',
  'service password-encryption',
  'service tcp-keepalives-in',
  'service tcp-keepalives-out',
  'no service pad',
]

const services = [
  'no ip source-route',
  'no ip bootp server',
  'no ip gratuitous-arps',
  'no ip http server',
  'no ip http secure-server',
  'no ipv6 source-route',
  'no cdp run',
]

export function hardening(): Line[] {
  const write = line([], 'hardening')
  return globals.map(text => write`${new Quoted(text)}`)
}

export function quietServices(): Line[] {
  const write = line([], 'hardening')
  return [...services.map(text => write`${new Quoted(text)}`), line([], 'forwarding')`ipv6 unicast-routing`]
}

/** Ports of the model that nothing uses. */
export function idlePorts({ router, ports }: Intent): Line[] {
  const used = new Set(ports.map(({ name }) => name.value))
  const write = line([inside(router.origin, 'model')], 'hardening')
  return router.model.ports
    .filter(({ name }) => !used.has(name))
    .flatMap(({ name }) => block(write`interface ${name}`, [write`shutdown`]))
}
