import type { From, Sourced } from '../../intent/sourced.ts'
import { parseAddress, parsePrefix, type Address, type Prefix } from '../../model/ip.ts'
import type { Source, Step } from '../../source/source.ts'

/** Values of intents that are made by hand, each with the place that it would come from. */

export const source: Source = { path: 'hand-made.yaml', text: '' }

export function at(...path: Step[]): From {
  return [{ source, path }]
}

export function said<T>(value: T, ...path: Step[]): Sourced<T> {
  return { value, from: at(...path) }
}

export function address(text: string): Address {
  const value = parseAddress(text)
  if (value === undefined) throw new Error(`not an address: ${text}`)
  return value
}

export function prefix(text: string): Prefix {
  const value = parsePrefix(text)
  if (value === undefined) throw new Error(`not a prefix: ${text}`)
  return value
}
