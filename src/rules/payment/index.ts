import type { AnyRule } from '../define.ts'
import { fineDiffers } from './fine-differs.ts'
import { monthPaidTwice } from './month-paid-twice.ts'
import { paidFromOtherYear } from './paid-from-other-year.ts'
import { partOfMonthPaid } from './part-of-month-paid.ts'
import { paymentNumberTwice } from './payment-number-twice.ts'
import { paymentOutOfOrder } from './payment-out-of-order.ts'
import { paymentOutsideContract } from './payment-outside-contract.ts'
import { paymentSumDiffers } from './payment-sum-differs.ts'
import { paymentTaxDiffers } from './payment-tax-differs.ts'
import { plannedAndPaid } from './planned-and-paid.ts'
import { servedAndUnpaid } from './served-and-unpaid.ts'

/** Rules of BYR, by code. */
export const paymentRules: readonly AnyRule[] = [
  paymentSumDiffers,
  paymentTaxDiffers,
  monthPaidTwice,
  paymentOutsideContract,
  paymentOutOfOrder,
  servedAndUnpaid,
  plannedAndPaid,
  paidFromOtherYear,
  paymentNumberTwice,
  partOfMonthPaid,
  fineDiffers,
]
