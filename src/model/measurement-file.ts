import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { powerMeanings, traceEventMeanings, traceMeanings } from './meanings/measurement.ts'
import {
  date,
  dbm,
  decibels,
  groupIndexNumber,
  id,
  nameOf,
  naming,
  nanometres,
  nonNegative,
  percent,
  positive,
  sha256,
  text,
} from './scalars.ts'

/** What the instrument found on the glass, in the order of its distances. */
const event = explained(
  z.strictObject({
    /** As the instrument shows it: launch lead, index and helix as they were set there. */
    atM: nonNegative,
    kind: z.enum(['loss', 'reflection', 'saturated', 'end', 'unknown']),
    lossDb: decibels.optional(),
    reflectanceDb: decibels.optional(),
    note: text.optional(),
  }),
  traceEventMeanings,
)

/** One shot of a reflectometer into one core, as its file or its display says it. */
export const traceFile = explained(
  z.strictObject({
    trace: id,
    core: naming(
      z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,39}\/[1-9]\d{0,3}$/)
        .meta({ scalar: 'strand' }),
      'cable',
    ),
    from: nameOf('structure'),
    date,
    wavelengthNm: nanometres,
    groupIndex: groupIndexNumber.optional(),
    pulseNs: positive.optional(),
    launchM: nonNegative.default(0),
    helixPercent: percent.default(0),
    instrument: text.optional(),
    file: text.optional(),
    sha256: sha256.optional(),
    events: z.array(event).min(1).max(2000),
    note: text.optional(),
  }),
  traceMeanings,
)

/** Light that arrives at one end of a route, by a power meter or as the optic itself reads it. */
export const powerFile = explained(
  z.strictObject({
    power: id,
    route: nameOf('route'),
    at: nameOf('router'),
    date,
    receivedDbm: dbm,
    note: text.optional(),
  }),
  powerMeanings,
)

export type TraceDeclaration = z.output<typeof traceFile>
export type PowerDeclaration = z.output<typeof powerFile>
