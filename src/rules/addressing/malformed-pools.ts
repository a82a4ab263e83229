import type { Conflict, Plan } from '../../plan/plan.ts'
import { remembered } from '../../source/remembered.ts'

/** A conflict in a pool that is itself malformed only repeats that finding. */
export function follows({ pool }: Conflict, plan: Plan): boolean {
  return pool !== undefined && malformedPools(plan).has(pool)
}

/** Names of pools, as conflicts call them: `zone guest`, `link`. */
const malformedPools = remembered(
  (plan: Plan): ReadonlySet<string> =>
    new Set(
      plan.conflicts
        .filter(({ kind }) => kind === 'malformed')
        .map(({ key }) => {
          const [kind, name] = key.split('/')
          return kind === 'zone' ? `zone ${name}` : (name ?? '')
        }),
    ),
)
