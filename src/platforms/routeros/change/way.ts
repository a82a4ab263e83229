import { addressText } from '../../../model/ip.ts'
import type { NocWay } from '../../changing/noc-way.ts'
import type { Sides } from './slots.ts'
import { judgeOf } from '../read/filter.ts'
import { mayLogIn } from '../read/log-in.ts'
import { scriptFrom } from '../read/script.ts'
import { commandsOf } from '../script/commands.ts'
import { itemsOf, type Configuration, type Item } from '../script/configuration.ts'
import { step } from '../script/run.ts'

/** Menus that make a way: what they say of an interface is all old or all new, or its far end will not agree. */
const menus = [
  '/interface ethernet',
  '/interface vlan',
  '/interface wireguard',
  '/interface wireguard peers',
  '/interface gre',
  '/interface list member',
  '/ip address',
  '/ip dhcp-client',
  '/ip route',
  '/ip ipsec peer',
  '/ip ipsec identity',
  '/ip ipsec policy',
  '/routing ospf interface-template',
  '/routing bgp connection',
]

/**
 * Commands, by their number from 1, after which the NOC has no way in although it has one before the script and behind
 * it. A way is an interface of the backbone that is whole as one of the two configurations has it, over which a
 * manager's packet is let in, and an account that takes him.
 */
export function commandsWithoutWay(before: Configuration, commands: readonly string[], ways: Sides<NocWay>): number[] {
  const states = [before]
  for (const text of commands)
    for (const command of commandsOf(text)) states.push(step(states.at(-1) ?? before, command).configuration)
  const last = states.at(-1) ?? before
  const whole = { before: shapes(before, ways.before), after: shapes(last, ways.after) }
  const isOpen = (state: Configuration): boolean =>
    hasWay(state, ways.before, whole) || hasWay(state, ways.after, whole)
  if (!isOpen(before) || !isOpen(last)) return []
  return states.flatMap((state, i) => (i === 0 || isOpen(state) ? [] : [i]))
}

type Shapes = ReadonlyMap<string, string>

function shapes(configuration: Configuration, { interfaces }: NocWay): Shapes {
  return new Map(interfaces.map(name => [name, shapeOf(configuration, name)]))
}

function hasWay(state: Configuration, { calls, interfaces }: NocWay, whole: Sides<Shapes>): boolean {
  const script = scriptFrom({ configuration: state, faults: [] })
  const { judge } = judgeOf(script, new Map(interfaces.map(name => [name, name])))
  const own = new Set(
    [...script.of('/ip address'), ...script.of('/ipv6 address')].map(words => words.get('address')?.split('/')[0]),
  )
  return interfaces.some(name => {
    const shape = shapeOf(state, name)
    if (shape !== whole.before.get(name) && shape !== whole.after.get(name)) return false
    return calls.every(
      ({ from, to }) =>
        own.has(addressText(to)) &&
        mayLogIn(script, from) &&
        judge({
          ...{ in: name, out: undefined, source: from, destination: to, protocol: 'tcp' },
          ...{ sourcePort: 40_000, port: 22, state: 'new' },
        }) === 'accept',
    )
  })
}

/** Everything that is said of an interface where it makes a way. */
function shapeOf(configuration: Configuration, name: string): string {
  const addresses = itemsOf(configuration, '/ip address').flatMap(({ values }) =>
    values.get('interface') === name ? [(values.get('address') ?? '').split('/')[0] ?? ''] : [],
  )
  const named = new Set([name, ...addresses])
  return menus
    .flatMap(menu =>
      itemsOf(configuration, menu).flatMap(item => (names(item, named) ? [`${menu} ${textOf(item)}`] : [])),
    )
    .sort()
    .join('\n')
}

function names({ values }: Item, named: ReadonlySet<string>): boolean {
  for (const [key, value] of values) if (key !== 'comment' && named.has(value)) return true
  return false
}

/** What the far end need not know. */
const ownAffair = new Set(['comment', 'cost'])

function textOf({ values, flags }: Item): string {
  return [...[...values].filter(([key]) => !ownAffair.has(key)).map(([key, value]) => `${key}=${value}`), ...flags]
    .sort()
    .join(' ')
}
