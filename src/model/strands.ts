import type { FibreRoute } from './network.ts'
import { namesOfRange } from '../text/ranges.ts'

/** A two-strand optic lights the core that the path names and the next one. */
export function strandCount(route: FibreRoute): 1 | 2 {
  return route.a.optic?.strands === 2 || route.b.optic?.strands === 2 ? 2 : 1
}

/** `c-utara-1/7` in its two halves. */
export function partsOfStep(step: string): { readonly name: string; readonly number: number | undefined } {
  const [name = '', number] = step.split('/')
  return { name, number: number === undefined ? undefined : Number(number) }
}

/** `c-utara-1/13..24` to its strands `c-utara-1/13`, `c-utara-1/14` and so on; a falling range runs backwards. */
export function strandsOfRange(range: string): string[] {
  const [name, cores = ''] = range.split('/')
  return namesOfRange(cores).map(core => `${name}/${core}`)
}

/** The cores, or the ports of an ODF, that a route lights where its path names this one. */
export function litFrom(route: FibreRoute, named: number): number[] {
  return strandCount(route) === 2 ? [named, named + 1] : [named]
}
