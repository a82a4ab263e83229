import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { worksPolicyMeanings } from './meanings/work.ts'
import { clock } from './scalars.ts'

/** From Monday on, as a week is written. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When planned work may take somebody out of service, and how many days before it is announced. */
export const worksPolicy = explained(
  z.strictObject({
    announcedDays: z.number().int().min(0).max(365).meta({ scalar: 'count' }).default(5),
    openFrom: clock.default('07:00'),
    openUntil: clock.default('16:00'),
    openDays: z.array(z.enum(weekdays)).default(['mon', 'tue', 'wed', 'thu', 'fri']),
  }),
  worksPolicyMeanings,
)
