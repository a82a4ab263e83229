import type { Intent } from '../../intent/intent.ts'
import { addressOf, nth, networkOf, parseAddress, type Address } from '../../model/ip.ts'
import type { Packet } from '../reading/meaning.ts'
import { judgeOf } from './read/filter.ts'
import { fullUsers, mayLogIn } from './read/log-in.ts'
import { scriptFrom, type Script } from './read/script.ts'
import type { Configuration } from './script/configuration.ts'

/** For tests: which ways a router offers in a state, asked of what it holds and of nothing else. */
export interface Ways {
  /** Neither an old service nor a stranger's packet is let in, and nothing is forwarded for one. */
  readonly closed: boolean
  readonly local: boolean
  readonly noc: boolean
}

export function waysOf(configuration: Configuration, intent: Intent): Ways {
  const script = scriptFrom({ configuration, faults: [] })
  return { closed: isClosed(script, intent), local: hasLocalWay(script, intent), noc: hasNocWay(script, intent) }
}

const address = (text: string): Address => {
  const found = parseAddress(text)
  if (found === undefined) throw new Error(text)
  return found
}

const names = (script: Script): ReadonlyMap<string, string> =>
  new Map(
    ['/interface ethernet', '/interface bridge', '/interface vlan', '/interface wireguard', '/interface gre'].flatMap(
      menu => script.of(menu).map((words): [string, string] => [words.get('name') ?? '', words.get('name') ?? '']),
    ),
  )

function lets(script: Script, packet: Pick<Packet, 'in' | 'out' | 'source' | 'destination' | 'port'>): boolean {
  return (
    judgeOf(script, names(script)).judge({ ...packet, protocol: 'tcp', sourcePort: 40_000, state: 'new' }) === 'accept'
  )
}

const oldServices = ['telnet', 'ftp', 'www', 'www-ssl', 'api', 'api-ssl', 'winbox']

export function oldServicesOpen({ of }: Script): readonly string[] {
  return of('/ip service').flatMap(words => oldServices.filter(name => words.get('name') === name))
}

/**
 * Strangers of both families knock at every port but those of the backbone, for the router and for what lies behind it.
 */
function isClosed(script: Script, { router, loopback, filter }: Intent): boolean {
  if (oldServicesOpen(script).length > 0) return false
  const backbone = filter.interfaceSets
    .filter(({ name }) => name === 'backbone')
    .flatMap(({ members }) => members.map(({ interface: name }) => name.value))
  const ports = router.model.ports.map(({ name }) => name).filter(name => !backbone.includes(name))
  const strangers = [
    { source: address('203.0.113.200'), destination: addressOf(loopback.v4) },
    { source: address('2001:db8:ffff::66'), destination: addressOf(loopback.v6) },
  ]
  return strangers.every(ends =>
    [22, 23, 80, 8291, 8728].every(port =>
      ports.every(name => [undefined, ports[0]].every(out => !lets(script, { in: name, out, port, ...ends }))),
    ),
  )
}

/** A console with an account; the MAC server, which asks for no address; or SSH on the technician's port. */
function hasLocalWay(script: Script, { router, management: { local } }: Intent): boolean {
  if (router.model.console === true && fullUsers(script).length > 0) return true
  const mac = script.of('/tool mac-server')[0]?.get('allowed-interface-list') === 'all'
  if (mac && fullUsers(script).some(words => words.get('address') === undefined)) return true
  return hasLocalPort(script, local)
}

export function hasLocalPort(script: Script, local: Intent['management']['local']): boolean {
  if (local === undefined) return false
  const { v4, interface: port } = local
  const technician = addressOf(nth(networkOf(v4.value), 2))
  const held = script.of('/ip address', 'interface', port.value).length > 0
  return (
    held &&
    mayLogIn(script, technician) &&
    lets(script, { in: port.value, out: undefined, source: technician, destination: addressOf(v4.value), port: 22 })
  )
}

/**
 * A manager's packet to the loopback is let in over the backbone, and the account is there; whether the way leads here,
 * routing says.
 */
function hasNocWay(script: Script, { management: { noc }, loopback, filter }: Intent): boolean {
  const backbone = filter.interfaceSets.find(({ name }) => name === 'backbone')?.members ?? []
  return noc.every(({ prefix }) => {
    const manager = addressOf(nth(networkOf(prefix), 9))
    const own = addressOf(prefix.family === 4 ? loopback.v4 : loopback.v6)
    return (
      mayLogIn(script, manager) &&
      backbone.some(({ interface: name }) =>
        lets(script, { in: name.value, out: undefined, source: manager, destination: own, port: 22 }),
      )
    )
  })
}
