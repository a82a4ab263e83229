import { orderOf } from '../../change/order/order.ts'
import type { Plan } from '../../plan/plan.ts'

/**
 * Routers whose running configuration is not ours, in the order in which `rollout` would load them: what is pinned has
 * the same numbers on both sides, so both sides are the plan's.
 */
export function cutOverOrder(plan: Plan, routers: readonly string[]): string[] {
  const changed = [...new Set(routers)].map(router => ({
    router,
    what: 'changed' as const,
    files: [],
    before: new Map(),
    after: new Map(),
  }))
  return orderOf({ before: plan, after: plan }, { routers: changed, things: [] }).steps.map(({ router }) => router)
}
