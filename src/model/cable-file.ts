import { z } from 'zod'
import {
  cableMeanings,
  cableTypeMeanings,
  coreStateMeanings,
  endsMeanings,
  groupIndexMeanings,
  lossMeanings,
  repairMeanings,
  slackMeanings,
  spliceMeanings,
} from './meanings/cable.ts'
import { explained } from './meanings/meaning.ts'
import {
  count,
  date,
  id,
  nameOf,
  naming,
  nonNegative,
  percent,
  positive,
  range,
  source,
  status,
  text,
  word,
} from './scalars.ts'

const core = z.number().int().min(1).max(1728).meta({ scalar: 'count' })

export const cableType = explained(
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
    /** The losses were measured on what lies there: nothing is worse, and nothing better. */
    lossMeasured: z.boolean().optional(),
    datasheet: text.optional(),
    /**
     * Longest span that the cable may hang over, and the sharpest turn that it takes at a structure; the policy's where
     * absent.
     */
    longestSpanM: positive.optional(),
    smallestAngleDeg: z.number().min(0).max(180).meta({ scalar: 'nonNegative' }).optional(),
    /** Group index of refraction of the glass. */
    groupIndex: explained(z.strictObject({ nm1310: positive, nm1550: positive }), groupIndexMeanings).optional(),
  }),
  cableTypeMeanings,
)

/**
 * Where a cable was cut through and joined again: in one closure, or in two with a new piece between them. A cable that
 * was repaired keeps its name, its spans and the paths over it; every core that goes on is spliced to itself in each
 * closure.
 */
const repair = explained(
  z.strictObject({
    closures: z.array(nameOf('structure')).min(1).max(2),
    /** Sheath of the new piece, from closure to closure. */
    lengthM: positive.optional(),
    /** Type of the new piece; the cable's own where it is not said. */
    type: nameOf('cabletype').optional(),
    /**
     * Marks of the old sheath on both sides of what was cut out: the one towards the cable's start, the one towards its
     * end.
     */
    marksM: explained(z.strictObject({ start: nonNegative, end: nonNegative }), endsMeanings).optional(),
    date: date.optional(),
    note: text.optional(),
  }),
  repairMeanings,
)

export const cable = explained(
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
    /** In any order; where they lie follows from their closures. */
    repairs: z.array(repair).default([]),
    status,
    built: date.optional(),
    retired: date.optional(),
    was: z.array(id).min(1).optional(),
  }),
  cableMeanings,
)

export const slack = explained(
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
export const splice = explained(
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

export type RepairDeclaration = z.output<typeof repair>
export type CableDeclaration = z.output<typeof cable>
export type CableTypeDeclaration = z.output<typeof cableType>
export type SlackDeclaration = z.output<typeof slack>
export type SpliceDeclaration = z.output<typeof splice>
