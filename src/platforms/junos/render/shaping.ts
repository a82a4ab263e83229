import { atLeastKbps, promisedKbps } from '../../../intent/shaper.ts'
import { policedBurst } from '../../../intent/decided.ts'
import type { Intent, Shaper } from '../../../intent/intent.ts'
import { hostPrefix, prefixText, type Family } from '../../../model/ip.ts'
import { bounded, words } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { bind, filterLines, type Term } from './term.ts'
import { families, longestName, ofFamily, places } from './names.ts'
import { compareText } from '../../../text/order.ts'

/**
 * What goes out over a leased circuit is held to what was bought. Interfaces of one rate and the same classes share a
 * filter; each has counts of its own.
 */
export function shaping(intent: Intent): Line[] {
  const alike = Map.groupBy(intent.shapers, nameOf)
  const levels = [...alike.values()].flatMap(([first]) => (first === undefined ? [] : levelsOf(first)))
  return [
    ...(intent.shapers.length === 0 ? [] : ownAddresses(intent)),
    ...policers(levels),
    ...[...alike].flatMap(([name, shapers]) => {
      const [first] = shapers
      if (first === undefined) return []
      return families.flatMap(family => [
        ...filterLines(family, ofFamily(name, family), [
          ownTerm(family),
          ...levelsOf(first).map(level => levelTerm(first, level, family)),
        ]),
        ...shapers.map(shaper => bind(family, shaper.interface, 'output', ofFamily(name, family), shaper.from)),
      ])
    }),
  ]
}

function nameOf({ rateKbps, classes }: Shaper): string {
  return bounded(['shape', rateKbps, ...ordered(classes).map(({ name }) => name)].join('-'), longestName - 3)
}

type Class = Shaper['classes'][number]

function ordered(classes: readonly Class[]): Class[] {
  return classes.toSorted((a, b) => a.priority.value - b.priority.value || compareText(a.name, b.name))
}

interface Level {
  readonly name: string
  readonly rateKbps: number
  readonly from: Class['from']
  readonly rateFrom: Shaper['from']
  /** More urgent classes, which this level leaves alone. */
  readonly above: readonly Class[]
}

/**
 * Level by level, the least urgent first: a packet is held to the rate of its own class and to that of every more
 * urgent one. Of a part that is promised to more urgent classes, none that comes later can take.
 */
function levelsOf(shaper: Shaper): Level[] {
  const { rateKbps, classes, from: given } = shaper
  const inOrder = ordered(classes)
  const promised = promisedKbps(shaper)
  const named = [
    ...inOrder.map(item => ({ name: item.name, from: places(given, item.from) })),
    { name: 'rest', from: given },
  ]
  return named
    .map(
      ({ name, from }, i): Level => ({
        name,
        from,
        rateFrom: given,
        rateKbps: atLeastKbps(rateKbps - i * promised),
        above: inOrder.slice(0, i),
      }),
    )
    .reverse()
}

function burstBytes({ rateKbps }: Level): number {
  return Math.max(policedBurst.smallestBytes, Math.ceil((rateKbps * policedBurst.ms) / 8))
}

function policerOf({ rateKbps }: Level): string {
  return `rate-${rateKbps}`
}

/** A policer for each rate; it counts for each interface apart, and for both families of one together. */
function policers(levels: readonly Level[]): Line[] {
  return [...Map.groupBy(levels, policerOf)].flatMap(([name, alike]) => {
    const [first] = alike
    if (first === undefined) return []
    const write = line(places(...alike.map(({ rateFrom }) => rateFrom)))
    const head = words('set', 'firewall', 'policer', name)
    return [
      write`${head} logical-interface-policer`,
      write`${head} if-exceeding bandwidth-limit ${first.rateKbps}k`,
      write`${head} if-exceeding burst-size-limit ${burstBytes(first)}`,
      write`${head} then discard`,
    ]
  })
}

/** The router's own packets, routing protocols among them, go first. */
function ownTerm(family: Family): Term {
  return {
    name: 'router',
    from: [],
    practice: 'queue-order',
    matches: [`source-prefix-list ${ofFamily(routerList, family)}`],
    actions: ['accept'],
  }
}

const routerList = 'router'

/** Addresses that the router itself speaks from over a shaped interface. */
function ownAddresses({ loopback, tunnels, shapers }: Intent): Line[] {
  const shaped = tunnels
    .filter(tunnel => shapers.some(shaper => shaper.interface === tunnel.interface.value))
    .map(({ v4, v6 }) => ({ v4: v4.value, v6: v6.value, from: v4.from }))
  return families.flatMap(family => [
    ...[loopback, ...shaped].map(
      ({ v4, v6, from }) =>
        line(
          from,
        )`set policy-options prefix-list ${ofFamily(routerList, family)} ${prefixText(hostPrefix(family === 4 ? v4 : v6))}`,
    ),
    ...(family === 6
      ? [line([], 'queue-order')`set policy-options prefix-list ${ofFamily(routerList, family)} fe80::/10`]
      : []),
  ])
}

function levelTerm({ match }: Shaper, level: Level, family: Family): Term {
  const end = match === 'source' ? 'source-address' : 'destination-address'
  const everything = family === 4 ? '0.0.0.0/0' : '::/0'
  const last = level.above.length === 0
  return {
    name: level.name,
    from: level.from,
    matches: last
      ? []
      : [
          `${end} ${everything}`,
          ...level.above.map(({ v4, v6 }) => `${end} ${prefixText(family === 4 ? v4 : v6.value)} except`),
        ],
    actions: [`policer ${policerOf(level)}`, last ? 'accept' : 'next term'],
  }
}
