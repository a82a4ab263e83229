import type { Intent } from '../../../intent/intent.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'

/**
 * What is off by the factory already is not said: it would vanish from the running configuration, and differ for ever.
 */
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

export function idlePorts({ idlePorts: idle }: Intent): Line[] {
  return idle.flatMap(({ value: name, from }) => {
    const write = line(from, 'hardening')
    return block(write`interface ${name}`, [write`shutdown`])
  })
}

/** One packet of a list that logs in so many milliseconds: the others are counted. */
export function slowLog({ filter: { sourceChecks } }: Intent): Line[] {
  const [log] = sourceChecks.flatMap(check => check.log ?? [])
  return log === undefined ? [] : [line([], 'source-check')`ip access-list logging interval ${log.everyMs}`]
}
