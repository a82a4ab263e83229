import type { Family, Routing } from '../../analysis/service/routing.ts'
import type { Blueprint } from '../boot/blueprint.ts'
import { expectedPrefixes } from './expected-fib.ts'
import type { Fib } from './fib.ts'

export interface PrefixDifference {
  readonly router: string
  readonly family: Family
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

export interface PrefixReport {
  /** Prefixes found where they should be, over all routers. */
  readonly checked: Readonly<Record<Family, number>>
  readonly differences: readonly PrefixDifference[]
}

/** What every router's FIB holds against what it should hold. */
export function comparePrefixes(
  routing: Routing,
  { routers }: Blueprint,
  fib: (router: string, family: Family) => Fib,
): PrefixReport {
  const checked = { 4: 0, 6: 0 }
  const differences: PrefixDifference[] = []
  for (const { id, intent } of routers) {
    for (const family of [4, 6] as const) {
      const expected = expectedPrefixes(routing, intent, family)
      const held = fib(id, family)
      const missing = [...expected].filter(prefix => !held.has(prefix)).sort()
      const extra = [...held.keys()].filter(prefix => !expected.has(prefix)).sort()
      checked[family] += expected.size - missing.length
      if (missing.length + extra.length > 0) differences.push({ router: id, family, missing, extra })
    }
  }
  return { checked, differences }
}
