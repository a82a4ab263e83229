import { isMissing, unnamed } from '../model/missing.ts'
import { isKind } from '../model/kind.ts'
import type { Network } from '../model/network.ts'
import { mostSites } from '../render/resilience/resilience.ts'
import { parseLedger } from '../plan/ledger.ts'
import type { Cause, Change } from './change.ts'
import type { Gap, MoneyChange, NumberChange, RouterChange, Sides, State, ThingChange } from './parts.ts'
import { affectedRouters } from './affected.ts'
import { compareFindings } from './findings.ts'
import { compareMoney } from './money.ts'
import { compareNumbers } from './numbers.ts'
import { orderOf } from './order/order.ts'
import { renamesOf } from './renames.ts'
import { reviewOf } from './review/review.ts'
import { compareRouters } from './routers.ts'
import { compareService } from './service.ts'
import { compareThings } from './things.ts'

/**
 * A change as a value: whatever can be compared of two states, and what cannot. What the calendar alone brings is held
 * against no terms of review.
 */
export function compare(before: State, after: State, cause: Cause = 'edit'): Change {
  const networks = known({ before: before.network, after: after.network })
  const whole = networks !== undefined && isWhole(networks.before) && isWhole(networks.after) ? networks : undefined
  const plans = whole && known({ before: before.plan, after: after.plan })
  const isSmall = networks === undefined || Math.max(networks.before.sites.size, networks.after.sites.size) <= mostSites
  const things = networks === undefined ? [] : compareThings(networks).filter(change => !isHidden(change, networks))
  const nameAfter = renamesOf(things)
  const numbers = numbersOf({ before, after })
  // Writing down all configurations of a large network takes longer than the rest of the comparison.
  const wanted = isSmall || whole === undefined ? undefined : affectedRouters(whole, things, numbers)
  const service = plans === undefined || !isSmall ? undefined : compareService(plans, nameAfter)
  const money = whole && compareMoney(whole, { before: before.asOf, after: after.asOf }, nameAfter)
  const routers = whole === undefined ? [] : routersOf({ before, after }, wanted)
  return {
    cause,
    errors: { before: errorCount(before), after: errorCount(after) },
    gaps: [
      ...sideGaps(before, 'before'),
      ...sideGaps(after, 'after'),
      ...(isSmall ? [] : [{ what: 'failures', mostSites } as const]),
      ...(routers === undefined ? [{ what: 'not-rendered' } as const] : []),
    ],
    things,
    service,
    numbers,
    money,
    findings: compareFindings({ before, after }, { before: isKnown(before), after: isKnown(after) }, nameAfter),
    routers: routers ?? [],
    order: plans === undefined || !isSmall || routers === undefined ? undefined : orderOf(plans, { routers, things }),
    review:
      whole === undefined || plans === undefined || money === undefined || cause === 'calendar'
        ? { refused: [], accepted: [] }
        : reviewOf({ networks: whole, service, numbers, money }, after.asOf),
  }
}

function known<T>({ before, after }: Sides<T | undefined>): Sides<T> | undefined {
  return before === undefined || after === undefined ? undefined : { before, after }
}

function isWhole({ missing }: Network): boolean {
  return missing.size === 0
}

function isKnown({ network }: State): boolean {
  return network !== undefined && isWhole(network)
}

/** With errors a plan holds placeholders, and nobody has promised that each can be written down. */
function routersOf(sides: Sides<State>, wanted: ReadonlySet<string> | undefined): RouterChange[] | undefined {
  if (errorCount(sides.before) + errorCount(sides.after) === 0) return compareRouters(sides, wanted)
  try {
    return compareRouters(sides, wanted)
  } catch {
    return undefined
  }
}

function errorCount({ diagnostics }: State): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length
}

/** A base that does not load whole recorded its numbers all the same. */
function numbersOf({ before, after }: Sides<State>): NumberChange[] {
  const now = isKnown(after) ? after.plan?.ledger : undefined
  const old = isKnown(before) ? before.plan?.ledger : parseLedger(before.ledger).value
  return now === undefined || old === undefined ? [] : compareNumbers({ before: old, after: now })
}

function sideGaps({ network, diagnostics }: State, side: keyof Sides<unknown>): Gap[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const unloaded = { side, first: errors[0], errors: errors.length }
  if (network === undefined) return [{ what: 'not-loaded', ...unloaded }]
  const missing = [...network.missing].flatMap(([kind, ids]) =>
    [...ids].map(id => (id === unnamed ? kind : `${kind}:${id}`)),
  )
  return missing.length === 0 ? [] : [{ what: 'not-whole', missing: missing.sort(), ...unloaded }]
}

/** What one side only could not load is neither new nor gone. */
function isHidden({ kind, id, what }: ThingChange, { before, after }: Sides<Network>): boolean {
  const elsewhere = what === 'removed' ? after : what === 'added' ? before : undefined
  return elsewhere !== undefined && isKind(kind) && isMissing(elsewhere.missing, kind, id)
}

/** Whether nothing at all is different, as far as it could be compared. */
export function isNothing({ things, service, numbers, money, findings, routers, gaps }: Change): boolean {
  const differs = service !== undefined && (service.failures.length > 0 || service.states.length > 0)
  const { appeared, gone, acceptedNew, waived, unwaived } = findings
  const found = appeared.length + gone.length + acceptedNew.length + waived.length + unwaived.length
  return !differs && isPaidAlike(money) && things.length + numbers.length + found + routers.length + gaps.length === 0
}

/** Whether no rupiah is paid otherwise; nobody knows where money could not be compared, and `gaps` says so. */
export function isPaidAlike(money: MoneyChange | undefined): boolean {
  if (money === undefined) return true
  const { bought, contracts, budgets, yearlyRents } = money
  return bought.length + contracts.length + budgets.length === 0 && yearlyRents.before === yearlyRents.after
}
