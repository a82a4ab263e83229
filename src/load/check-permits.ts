import type { Budget, Span, Structure } from '../model/network.ts'
import { inside } from '../source/source.ts'
import { resolve, type Linking } from './resolve.ts'

/** Budget lines that permits and leases of the plant name. */
export function checkPermits(
  linking: Linking,
  { structures, spans }: Readonly<Record<'structures' | 'spans', ReadonlyMap<string, Structure | Span>>>,
  budgets: ReadonlyMap<string, Budget>,
): void {
  for (const things of [structures, spans])
    for (const { declared, origin } of things.values()) {
      const named = declared.permit?.budget
      if (named === undefined) continue
      const at = inside(origin, 'permit', 'budget')
      if (typeof named === 'string') resolve(linking, 'budget', budgets, named, at)
      else for (const [i, name] of named.entries()) resolve(linking, 'budget', budgets, name, inside(at, i))
    }
}
