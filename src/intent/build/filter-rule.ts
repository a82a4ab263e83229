import type { FilterRule } from '../intent.ts'
import type { PracticeId } from '../practice.ts'

/** A rule that no value of the inventory asks for. */
export function habit(
  name: string,
  practice: PracticeId,
  rest: Omit<FilterRule, 'name' | 'practice' | 'from'>,
): FilterRule {
  return { name, practice, from: [], ...rest }
}

export const accept = { action: 'accept', family: 'both' } as const
export const drop = { action: 'drop', family: 'both' } as const

/** What belongs to a connection that was allowed goes on; what belongs to none does not. */
export const connections: readonly FilterRule[] = [
  habit('established', 'stateful', { ...accept, purpose: 'connections', state: 'established' }),
  habit('invalid', 'stateful', { ...drop, purpose: 'connections', state: 'invalid' }),
]
