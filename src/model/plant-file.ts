import { z } from 'zod'
import { permitMeanings, plantMeanings, runMeanings, spanMeanings, structureMeanings } from './meanings/plant.ts'
import { cable, cableType, slack, splice } from './cable-file.ts'
import { explained } from './meanings/meaning.ts'
import {
  count,
  date,
  id,
  nameOf,
  naming,
  point,
  positive,
  range,
  rupiah,
  source,
  status,
  text,
  word,
} from './scalars.ts'

/** Leave to stand on another party's pole, or to cross a road, river or railway. */
const permit = explained(
  z.strictObject({ number: word, from: date, until: date, yearlyRupiah: rupiah.optional() }),
  permitMeanings,
)

/**
 * A thing that cable hangs on, lies in or ends in. It stands at a point of its own (`at`), on another structure (`at_structure`: a
 * closure on a pole) or in a site's building (`site`: an ODF).
 */
const structure = explained(
  z.strictObject({
    id,
    source,
    kind: z.enum(['pole', 'handhole', 'manhole', 'closure', 'odf', 'cabinet', 'building']),
    at: point.optional(),
    atStructure: nameOf('structure').optional(),
    /** The earlier name of `at_structure`, which readers of YAML 1.1 take for `true`. */
    on: nameOf('structure').optional(),
    site: nameOf('site').optional(),
    /** `pemkab`, or the party that it was leased or borrowed from. */
    owner: id.default('pemkab'),
    permit: permit.optional(),
    /** Ports of an ODF, splice trays of a closure. */
    ports: count.optional(),
    trays: count.optional(),
    /** Splices that one of its trays holds; the policy's number where it is not said. */
    splicesPerTray: count.optional(),
    status,
    built: date.optional(),
    retired: date.optional(),
    was: z.array(id).min(1).optional(),
  }),
  structureMeanings,
)

/** A stretch between two structures. */
const span = explained(
  z.strictObject({
    id,
    source,
    kind: z.enum(['aerial', 'duct', 'buried']),
    from: nameOf('structure'),
    to: nameOf('structure'),
    /** Bends between the two ends, in order. */
    via: z.array(point).optional(),
    /** Length measured along the stretch; wins over the drawn length. */
    lengthM: positive.optional(),
    surveyed: date.optional(),
    crossing: z.enum(['road', 'river', 'railway']).optional(),
    permit: permit.optional(),
    status,
    built: date.optional(),
    retired: date.optional(),
    was: z.array(id).min(1).optional(),
  }),
  spanMeanings,
)

/**
 * Spans of one kind, one after the other, where nothing else is to be said of each: `sp-utara-001..sp-utara-019` along
 * `odf-core-1, p-utara-001..p-utara-018, odf-bpkd`. One structure more than spans.
 */
const run = explained(
  z.strictObject({
    spans: range,
    kind: z.enum(['aerial', 'duct', 'buried']),
    along: z.array(naming(range, 'structure')).min(1),
    status,
    built: date.optional(),
  }),
  runMeanings,
)

export const plantFile = explained(
  z.strictObject({
    plant: id,
    name: text,
    note: text.optional(),
    cableTypes: z.array(cableType).default([]),
    structures: z.array(structure).default([]),
    spans: z.array(span).default([]),
    runs: z.array(run).default([]),
    cables: z.array(cable).default([]),
    slack: z.array(slack).default([]),
    splices: z.array(splice).default([]),
  }),
  plantMeanings,
)

export type PlantDeclaration = z.output<typeof plantFile>
export type StructureDeclaration = z.output<typeof structure>
export type SpanDeclaration = z.output<typeof span>
