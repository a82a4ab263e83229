import type { NocWay } from '../../changing/noc-way.ts'
import { itemsOf } from '../script/configuration.ts'
import type { Live } from './live.ts'
import type { Operation } from './operations.ts'
import type { Sides, Slot } from './slots.ts'

/**
 * The same operations, those of each interface of the backbone in one run: while one of them is made anew under another
 * name the others still stand, or stand already. Undefined where there are no two.
 */
export function wayByWay(
  operations: readonly Operation[],
  lives: Sides<Live>,
  ways: Sides<NocWay>,
): Operation[] | undefined {
  const patterns = waysOf(lives, ways).map(patternOf)
  if (patterns.length < 2) return undefined
  const groupOf = ({ slot }: Operation): number => {
    const [own = -1, ...others] = patterns.flatMap((pattern, i) => (namesAny(slot, pattern) ? [i] : []))
    return others.length > 0 ? -1 : own
  }
  const lastMade = operations.findLastIndex(({ verb }) => verb !== 'remove')
  const byGroup = Map.groupBy(operations, groupOf)
  const free = new Set(byGroup.get(-1))
  const late = new Set(operations.slice(lastMade + 1))
  return [
    ...operations.filter(operation => free.has(operation) && !late.has(operation)),
    ...patterns.flatMap((_, i) => byGroup.get(i) ?? []),
    ...operations.filter(operation => free.has(operation) && late.has(operation)),
  ]
}

/** Interfaces of the backbone, each with the name that it has on the other side: the one with its address. */
function waysOf(lives: Sides<Live>, ways: Sides<NocWay>): (readonly string[])[] {
  const addresses = (side: keyof Sides<Live>): ReadonlyMap<string, string> =>
    new Map(
      itemsOf(lives[side].configuration, '/ip address').map(({ values }) => [
        values.get('address') ?? '',
        values.get('interface') ?? '',
      ]),
    )
  const [old, now] = [addresses('before'), addresses('after')]
  return [...now].flatMap(([address, name]) => {
    const former = old.get(address)
    return former === undefined || !ways.after.interfaces.includes(name) || !ways.before.interfaces.includes(former)
      ? []
      : [[former, name]]
  })
}

/** `wg-ckt-1-core-1`, and what is named after its circuit and end: `hub-ckt-1-core-1-v4`. */
function patternOf(names: readonly string[]): RegExp {
  const words = names.map(name => name.replace(/^(wg|gre)-/, '').replace(/[^a-z0-9-]/gi, '\\$&'))
  return new RegExp(`(^|[^a-z0-9])(${words.join('|')})([^a-z0-9]|$)`, 'i')
}

function namesAny({ old, next }: Slot, pattern: RegExp): boolean {
  return [old, next].some(item => [...(item?.values.values() ?? [])].some(value => pattern.test(value)))
}
