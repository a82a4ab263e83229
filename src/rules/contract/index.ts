import type { AnyRule } from '../define.ts'
import { addendumAstray } from './addendum-astray.ts'
import { addendumOverTenth } from './addendum-over-tenth.ts'
import { annexDiffers } from './annex-differs.ts'
import { bastMissing } from './bast-missing.ts'
import { budgetExceeded } from './budget-exceeded.ts'
import { budgetOfOtherYear } from './budget-of-other-year.ts'
import { contractExpiring } from './contract-expiring.ts'
import { contractNumberTwice } from './contract-number-twice.ts'
import { contractOutOfOrder } from './contract-out-of-order.ts'
import { contractWithoutCircuits } from './contract-without-circuits.ts'
import { feesDoNotSum } from './fees-do-not-sum.ts'
import { formAgainstValue } from './form-against-value.ts'
import { methodOverLimit } from './method-over-limit.ts'
import { npwpImpossible } from './npwp-impossible.ts'
import { packageSplit } from './package-split.ts'
import { periodReversed } from './period-reversed.ts'
import { priceListDiffers } from './price-list-differs.ts'
import { restitutionMissing } from './restitution-missing.ts'
import { rupTwice } from './rup-twice.ts'
import { slaTooLow } from './sla-too-low.ts'
import { taxArithmetic } from './tax-arithmetic.ts'
import { taxRuleOutOfForce } from './tax-rule-out-of-force.ts'
import { yearsWithoutApproval } from './years-without-approval.ts'

/** Rules of KTR, by code. */
export const contractRules: readonly AnyRule[] = [
  periodReversed,
  budgetExceeded,
  contractExpiring,
  formAgainstValue,
  taxArithmetic,
  slaTooLow,
  restitutionMissing,
  annexDiffers,
  feesDoNotSum,
  contractWithoutCircuits,
  contractNumberTwice,
  bastMissing,
  yearsWithoutApproval,
  taxRuleOutOfForce,
  priceListDiffers,
  addendumAstray,
  budgetOfOtherYear,
  methodOverLimit,
  packageSplit,
  rupTwice,
  contractOutOfOrder,
  addendumOverTenth,
  npwpImpossible,
]
