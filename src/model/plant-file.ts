import { z } from 'zod'
import {
  cableMeanings,
  cableTypeMeanings,
  coreStateMeanings,
  endsMeanings,
  groupIndexMeanings,
  lossMeanings,
  permitMeanings,
  plantMeanings,
  runMeanings,
  slackMeanings,
  spanMeanings,
  spliceMeanings,
  structureMeanings,
} from './meanings/plant.ts'
import { explained } from './meanings/meaning.ts'
import {
  count,
  date,
  id,
  nameOf,
  naming,
  nonNegative,
  percent,
  point,
  positive,
  range,
  rupiah,
  source,
  status,
  text,
  word,
} from './scalars.ts'

const core = z.number().int().min(1).max(1728).meta({ scalar: 'count' })

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

const cableType = explained(
  z.strictObject({
    id,
    name: text,
    cores: count,
    coresPerTube: count,
    colours: z.enum(['tia598', 'iec60304']).default('tia598'),
    /** Glass is longer than sheath by this share: fibres lie in a helix. */
    helixPercent: percent,
    /** Sheath is longer than the drawn line by this share: sag and route. */
    installationPercent: percent.default(0),
    lossDbPerKm: explained(
      z.strictObject({ nm1310: positive, nm1490: positive.optional(), nm1550: positive }),
      lossMeanings,
    ),
    datasheet: text.optional(),
    /** Longest span that the cable may hang over, and the sharpest turn that it takes at a structure; the policy's where absent. */
    longestSpanM: positive.optional(),
    smallestAngleDeg: z.number().min(0).max(180).meta({ scalar: 'nonNegative' }).optional(),
    /** Group index of refraction of the glass. */
    groupIndex: explained(z.strictObject({ nm1310: positive, nm1550: positive }), groupIndexMeanings).optional(),
  }),
  cableTypeMeanings,
)

const cable = explained(
  z.strictObject({
    id,
    source,
    type: nameOf('cabletype'),
    /** Ordered spans that join end to end; `sp-utara-001..sp-utara-042` stands for all of that numbered range. */
    spans: z.array(naming(range, 'span')).min(1),
    /** Structure at which the cable begins; needed only where one span alone leaves it open. */
    from: nameOf('structure').optional(),
    /** Metre marks printed on the sheath at both ends; their difference wins over the drawn length. */
    marksM: explained(z.strictObject({ start: nonNegative, end: nonNegative }), endsMeanings).optional(),
    /** Sheath inside the building or closure at either end. */
    tailsM: explained(z.strictObject({ start: nonNegative, end: nonNegative }), endsMeanings).default({
      start: 0,
      end: 0,
    }),
    /** Number in the asset register (KIB D). */
    assetRegister: word.optional(),
    /** Cores that are not free, by number. */
    cores: z
      .array(
        explained(
          z.strictObject({ core, state: z.enum(['reserved', 'faulty', 'dead']), note: text.optional() }),
          coreStateMeanings,
        ),
      )
      .default([]),
    status,
    built: date.optional(),
    retired: date.optional(),
    was: z.array(id).min(1).optional(),
  }),
  cableMeanings,
)

const slack = explained(
  z.strictObject({
    id,
    cable: nameOf('cable'),
    /** Structure at which the coil hangs. */
    at: nameOf('structure'),
    lengthM: positive.optional(),
    marksM: explained(z.strictObject({ start: nonNegative, end: nonNegative }), endsMeanings).optional(),
  }),
  slackMeanings,
)

const strands = naming(
  z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}\/[1-9]\d{0,3}(\.\.[1-9]\d{0,3})?$/)
    .meta({ scalar: 'strands' }),
  'cable',
)

/** Which part of a cable that is cut here: the one that comes from its start, or the one that goes to its end. */
const side = z.enum(['start', 'end'])

/** Strand ends joined in a closure or ODF: two, or as many pairs as both ranges have cores. */
const splice = explained(
  z.strictObject({
    closure: nameOf('structure'),
    /** Of a range: the tray that is filled first; the next ones follow where it is full. */
    tray: count.optional(),
    a: strands,
    aSide: side.optional(),
    b: strands,
    bSide: side.optional(),
    lossDb: nonNegative.optional(),
    measured: date.optional(),
  }),
  spliceMeanings,
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
export type CableDeclaration = z.output<typeof cable>
export type CableTypeDeclaration = z.output<typeof cableType>
export type SlackDeclaration = z.output<typeof slack>
export type SpliceDeclaration = z.output<typeof splice>
