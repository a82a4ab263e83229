import type { Bought, Network } from '../../model/network.ts'
import { inside, snakeCase } from '../../source/source.ts'
import type { FactChange } from './event.ts'
import type { ThingEvent } from './event.ts'

type AnyTerm = Bought['terms'][number]

/** Circuits and uplinks that begin, change or end. One that ends with its contract is told by the contract. */
export function circuitEvents({ circuits, uplinks }: Network): ThingEvent[] {
  return [...circuits.values(), ...uplinks.values()].flatMap(bought => [
    ...edgesOf(bought),
    ...bought.terms.slice(1).flatMap((term, i) => changeOf(bought, bought.terms[i], term)),
  ])
}

function edgesOf(bought: Bought): ThingEvent[] {
  const { terms, origin } = bought
  const [first, last] = [terms[0], terms.at(-1)]
  if (first === undefined || last === undefined) return []
  const begins: ThingEvent = {
    day: first.period.from,
    event: { kind: 'circuit-begins', status: first.declared.status },
    about: bought,
    at: inside(origin, 'period', 'from'),
  }
  const isToldByContract = last.contracts.some(({ period }) => period.to === last.period.to)
  if (isToldByContract || last.declared.status === 'retired') return [begins]
  const ends: ThingEvent = {
    day: last.period.to,
    event: { kind: 'circuit-ends', status: last.declared.status },
    about: bought,
    at: inside(origin, 'period', 'to'),
  }
  return [begins, ends]
}

function changeOf(bought: Bought, before: AnyTerm | undefined, after: AnyTerm): ThingEvent[] {
  const changes = before === undefined ? [] : changesBetween(before.declared, after.declared)
  return changes.length === 0
    ? []
    : [{ day: after.period.from, event: { kind: 'circuit-changes', changes }, about: bought, at: after.fromAt }]
}

function changesBetween(before: object, after: object): FactChange[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter(field => field !== 'changes' && field !== 'period')
  return fields
    .map(field => ({ field: snakeCase(field), before: written(old.get(field)), after: written(now.get(field)) }))
    .filter(({ before, after }) => before !== after)
}

/** A value on one line, as a file could hold it. */
function written(value: unknown): string {
  if (value === undefined) return '-'
  if (Array.isArray(value)) return value.map(written).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .flatMap(([key, inner]: [string, unknown]) => (inner === undefined ? [] : [`${snakeCase(key)}: ${written(inner)}`]))
    .join(', ')
}
