import { z } from 'zod'
import { reviewMeanings } from './meanings/policy.ts'
import { explained } from './meanings/meaning.ts'
import { rupiah } from './scalars.ts'

/** What `serat diff` refuses of a change unless `waivers.yaml` accepts it. */
const refusal = z.enum(['refuse', 'allow']).default('allow')

export const reviewTerms = explained(
  z.strictObject({
    /** More components that cut off a site by failing alone. */
    singlePoints: refusal.meta({ scalar: 'reviewSinglePoints' }),
    /** A ring that was closed before. */
    rings: refusal.meta({ scalar: 'reviewRings' }),
    /** A number of the ledger that moves. */
    addresses: refusal.meta({ scalar: 'reviewAddresses' }),
    /** Contracts of a budget line above its ceiling. */
    budgets: refusal.meta({ scalar: 'reviewBudgets' }),
    /** Ways by which the NOC or a technician gets in. */
    management: refusal.meta({ scalar: 'reviewManagement' }),
    /** Most rupiah a year, without PPN, by which a change may raise what is paid. */
    yearlyRupiah: rupiah.meta({ scalar: 'reviewYearlyRupiah' }).optional(),
  }),
  reviewMeanings,
)
