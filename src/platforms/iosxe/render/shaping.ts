import { lessUrgent, urgentPercent } from '../../../intent/decided.ts'
import type { From, Intent, Shaper } from '../../../intent/intent.ts'
import type { Family } from '../../../model/ip.ts'
import { block, iosName } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { accessList, ipWord, type Entry } from './acl.ts'
import { places } from './places.ts'

type Class = Shaper['classes'][number]

const families: readonly Family[] = [4, 6]
/** Class of routing protocols, which go before everything else. */
const routing = 'Q-ROUTING'

/** What leaves a site is told by its source, what leaves a core by its destination. The name says how urgent it is. */
function className({ match }: Shaper, { name, priority }: Class): string {
  return iosName(`Q${priority.value}-${match === 'source' ? 'FROM' : 'TO'}-${name}`, 38)
}

/** Lines that name a class. */
function named({ priority }: Class): ReturnType<typeof line> {
  return line(priority.from)
}

/** Classes by access lists of the zones' aggregates, each once however many circuits there are. */
export function shapingLists({ shapers }: Intent): Line[] {
  if (shapers.length === 0) return []
  const any = {
    action: 'permit',
    source: undefined,
    destination: undefined,
    from: [] as From,
    practice: 'queue-order',
  } as const
  return [
    ...families.flatMap(family =>
      accessList(`${routing}-${family}`, family, line([], 'queue-order'), [
        { ...any, protocol: family === 4 ? 'ospf' : '89' },
        { ...any, protocol: 'tcp', rest: 'eq 179' },
        { ...any, protocol: 'tcp', sourcePort: 179 },
        { ...any, protocol: 'udp', rest: 'range 3784 3785' },
      ]),
    ),
    ...distinct(shapers).flatMap(({ name, shaper, of }) =>
      families.flatMap(family => accessList(`${name}-${family}`, family, named(of), [entryOf(shaper, of, family)])),
    ),
  ]
}

function entryOf({ match }: Shaper, of: Class, family: Family): Entry {
  const prefix = family === 4 ? of.v4 : of.v6.value
  return {
    action: 'permit',
    protocol: ipWord(family),
    source: match === 'source' ? prefix : undefined,
    destination: match === 'source' ? undefined : prefix,
    from: family === 4 ? of.from : of.v6.from,
  }
}

function distinct(
  shapers: readonly Shaper[],
): { readonly name: string; readonly shaper: Shaper; readonly of: Class }[] {
  const all = shapers.flatMap(shaper => shaper.classes.map(of => ({ name: className(shaper, of), shaper, of })))
  return [...new Map(all.map(each => [each.name, each])).values()]
}

/** Name of the policy that shares a rate among classes: the same for circuits that carry the same zones. */
export function childPolicy(shaper: Shaper): string {
  return iosName(`QC-${[shaper.match, ...ordered(shaper).map(({ name }) => name)].join('.')}`)
}

function ordered({ classes }: Shaper): readonly Class[] {
  return classes.toSorted((a, b) => a.priority.value - b.priority.value)
}

export function shaping({ shapers }: Intent): Line[] {
  if (shapers.length === 0) return []
  const write = line([], 'queue-order')
  const children = new Map(shapers.map(shaper => [childPolicy(shaper), shaper]))
  const parents = new Map(shapers.map(shaper => [parentPolicy(shaper, childPolicy(shaper)), shaper]))
  return [
    ...block(
      write`class-map match-any ${routing}`,
      families.map(family => write`match access-group name ${routing}-${family}`),
    ),
    ...distinct(shapers).flatMap(({ name, of }) =>
      block(
        named(of)`class-map match-any ${name}`,
        families.map(family => named(of)`match access-group name ${name}-${family}`),
      ),
    ),
    ...[...children].flatMap(([name, shaper]) => child(name, shaper)),
    ...[...parents].flatMap(([name, shaper]) =>
      block(
        line(shaper.from)`policy-map ${name}`,
        block(line([], 'structure')`class class-default`, [
          line(shaper.from)`shape average ${shaper.rateKbps * 1000}`,
          line([], 'queue-order')`service-policy ${childPolicy(shaper)}`,
        ]),
      ),
    ),
  ]
}

/**
 * Routing and the most urgent class go first, within a share when the circuit is full; the others divide the rest, each
 * less urgent class half as much as the one before it.
 */
function child(name: string, shaper: Shaper): Line[] {
  const write = line([], 'queue-order')
  const fair = line([], 'fair-queue')
  const [urgent, ...others] = ordered(shaper)
  const weight = (i: number): number => lessUrgent ** (i - others.length)
  return block(write`policy-map ${name}`, [
    ...block(write`class ${routing}`, [write`priority level 1 percent ${urgentPercent.routing}`]),
    ...(urgent === undefined
      ? []
      : block(named(urgent)`class ${className(shaper, urgent)}`, [
          write`priority level 2 percent ${urgentPercent.first}`,
        ])),
    ...others.flatMap((of, i) =>
      block(named(of)`class ${className(shaper, of)}`, [
        write`bandwidth remaining ratio ${weight(i)}`,
        fair`fair-queue`,
      ]),
    ),
    ...block(write`class class-default`, [write`bandwidth remaining ratio 1`, fair`fair-queue`]),
  ])
}

function parentPolicy({ rateKbps }: Shaper, childName: string): string {
  return iosName(`QP-${rateKbps}-${childName}`)
}

export function shaperLine(shaper: Shaper, childName: string): Line {
  return line(places(shaper.from))`service-policy output ${parentPolicy(shaper, childName)}`
}
