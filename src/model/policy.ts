import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { fibreCostMeanings, longestSpanMeanings, policyMeanings } from './meanings/policy.ts'
import { count, nameOf, nonNegative, percent, positive, rupiah } from './scalars.ts'
import { worksPolicy } from './works-policy.ts'

/** What building fibre costs, without PPN: an estimate for comparing, no bill of quantities. */
const fibreCost = explained(
  z.strictObject({
    rupiahPerKm: rupiah,
    poleRupiah: rupiah.default(0),
    poleEveryM: positive.default(50),
    /** Optics at both ends, ODF and termination of one site. */
    opticsRupiah: rupiah.default(0),
    /** The way along roads is longer than the straight line by this share. */
    detourPercent: nonNegative.max(300).default(30),
    /** Upkeep of a year as a share of what building costs. */
    upkeepPercent: percent.default(0),
  }),
  fibreCostMeanings,
)

/** What this network asks of itself, where neither law nor physics does. */
export const policy = explained(
  z.strictObject({
    /**
     * Sites beside the hub that may hand out NOC addresses: from them a circuit may bring any of these, and cores
     * cannot tell a forged one.
     */
    nocSites: z.array(nameOf('site')).default([]),
    /** A pool is nearly full from this share on. */
    poolFullPercent: percent.default(80),
    /** Cores that every cable keeps free. */
    spareCores: z.number().int().min(0).max(100).meta({ scalar: 'count' }).default(2),
    /** Rings must have slack within this distance along the cable; absent: not asked. */
    slackEveryM: positive.optional(),
    /** Days before a contract's end at which it is mentioned. */
    expiryDays: z.array(count).default([90, 60, 30]),
    /** Days after a month in which its invoice is expected to be paid. */
    unpaidDays: count.default(60),
    /** How far a site's point may lie outside the approximate outline of its kecamatan. */
    outlineToleranceKm: positive.default(2),
    /**
     * Longest span of each kind; a cable type may say less. Longer ones are rather a wrong point than a long span.
     */
    longestSpanM: explained(
      z.strictObject({
        aerial: positive.default(1000),
        duct: positive.default(1000),
        buried: positive.default(4000),
      }),
      longestSpanMeanings,
    ).prefault({}),
    /**
     * Sharpest turn of a cable at a structure, in degrees between the span that comes and the one that goes; 180 is
     * straight on.
     */
    smallestAngleDeg: z.number().min(0).max(180).meta({ scalar: 'nonNegative' }).default(30),
    /** Splices that a tray holds where its closure does not say. */
    splicesPerTray: count.default(12),
    /** When planned work may take somebody out of service, and how long before it is announced. */
    works: worksPolicy.prefault({}),
    designMarginDb: z.number().min(0).max(20).meta({ scalar: 'nonNegative' }).default(3),
    /** What fibre to a site would cost; absent: leased sites are listed without it. */
    fibreCost: fibreCost.optional(),
  }),
  policyMeanings,
)
