import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { workComponentMeanings, workMeanings } from './meanings/work.ts'
import { date, id, moment, nameOf, naming, range, text, word } from './scalars.ts'

/** Everything that a planned work may take down, by kind; none of it has to. */
const components = explained(
  z.strictObject({
    spans: z.array(naming(range, 'span')).default([]),
    structures: z.array(naming(range, 'structure')).default([]),
    cables: z.array(nameOf('cable')).default([]),
    routes: z.array(nameOf('route')).default([]),
    circuits: z.array(nameOf('circuit')).default([]),
    uplinks: z.array(nameOf('uplink')).default([]),
    handoffs: z.array(nameOf('handoff')).default([]),
    providers: z.array(nameOf('provider')).default([]),
    routers: z.array(nameOf('router')).default([]),
    /** As `power.feeder` of a site says it. */
    feeders: z.array(word).default([]),
  }),
  workComponentMeanings,
)

/**
 * Work that was agreed on before it begins: what it takes down, when, by whose leave, and when those were told whom it
 * hits.
 */
export const workFile = explained(
  z.strictObject({
    work: id,
    components,
    /** In the network's own time zone; the end is exclusive. */
    from: moment,
    until: moment,
    ticket: word,
    /** By role, never by name. */
    approvedBy: text,
    /** Absent while nobody was told. */
    announcedOn: date.optional(),
    reason: text,
    note: text.optional(),
  }),
  workMeanings,
)

export type WorkDeclaration = z.output<typeof workFile>
