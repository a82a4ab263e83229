import { mostSites } from '../render/resilience/resilience.ts'
import type { Change, Gap, Sides, State } from './change.ts'
import { compareFindings } from './findings.ts'
import { compareMoney } from './money.ts'
import { compareNumbers } from './numbers.ts'
import { compareRouters } from './routers.ts'
import { compareService } from './service.ts'
import { compareThings } from './things.ts'

/** A change as a value: whatever can be compared of two states, and what cannot. */
export function compare(before: State, after: State): Change {
  const networks = known({ before: before.network, after: after.network })
  const plans = known({ before: before.plan, after: after.plan })
  const errors = { before: errorCount(before), after: errorCount(after) }
  const isSmall = networks === undefined || Math.max(networks.before.sites.size, networks.after.sites.size) <= mostSites
  return {
    errors,
    gaps: [...sideGaps(before, 'before', errors), ...sideGaps(after, 'after', errors), ...sizeGaps(isSmall)],
    things: networks === undefined ? [] : compareThings(networks),
    service: plans === undefined || !isSmall ? undefined : compareService(plans),
    numbers: plans === undefined ? [] : compareNumbers({ before: plans.before.ledger, after: plans.after.ledger }),
    money: networks && compareMoney(networks, { before: before.asOf, after: after.asOf }),
    findings: compareFindings({ before, after }),
    routers: errors.before + errors.after > 0 ? [] : compareRouters({ before, after }),
  }
}

function known<T>({ before, after }: Sides<T | undefined>): Sides<T> | undefined {
  return before === undefined || after === undefined ? undefined : { before, after }
}

function errorCount({ diagnostics }: State): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}

function sideGaps({ network }: State, side: keyof Sides<unknown>, errors: Sides<number>): Gap[] {
  if (network === undefined) return [{ what: 'not-loaded', side }]
  return errors[side] > 0 ? [{ what: 'errors', side }] : []
}

function sizeGaps(isSmall: boolean): Gap[] {
  return isSmall ? [] : [{ what: 'failures', mostSites }]
}

/** Whether nothing at all is different, as far as it could be compared. */
export function isNothing({ things, service, numbers, money, findings, routers, gaps }: Change): boolean {
  const differs = service !== undefined && (service.failures.length > 0 || service.states.length > 0)
  const paid = money !== undefined && money.bought.length + money.contracts.length + money.budgets.length > 0
  const found = findings.appeared.length + findings.gone.length + findings.waived.length + findings.unwaived.length
  return !differs && !paid && things.length + numbers.length + found + routers.length + gaps.length === 0
}
