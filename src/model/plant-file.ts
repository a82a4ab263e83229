import { z } from 'zod'
import {
  darkFibreMeanings,
  multiplexerMeanings,
  permitMeanings,
  plantMeanings,
  rentedLossMeanings,
  runMeanings,
  spanMeanings,
  splitterMeanings,
  structureMeanings,
} from './meanings/plant.ts'
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
  z.strictObject({
    number: word,
    from: date,
    until: date,
    yearlyRupiah: rupiah.optional(),
    /** The budget line that pays; of several years one for each. */
    budget: z.union([nameOf('budget'), z.array(nameOf('budget')).min(1)]).optional(),
  }),
  permitMeanings,
)

/**
 * One fibre to several: a planar splitter in equal parts, or a fused coupler of two outputs, the second of which takes
 * `tapPercent` of the light.
 */
const splitter = explained(
  z.strictObject({
    form: z.enum(['plc', 'fbt']),
    outputs: z.union([z.literal(2), z.literal(4), z.literal(8), z.literal(16), z.literal(32), z.literal(64)]),
    tapPercent: positive.max(50).optional(),
    lossDb: positive.max(40).optional(),
  }),
  splitterMeanings,
)

/** Several wavelengths over one fibre; the ports of a path are its channels in this order. */
const multiplexer = explained(
  z.strictObject({
    grid: z.enum(['cwdm', 'dwdm']),
    channelsNm: z
      .array(z.number().min(1260).max(1625).meta({ scalar: 'positive' }))
      .min(1)
      .max(96),
    lossDb: positive.max(40).optional(),
  }),
  multiplexerMeanings,
)

/**
 * A thing that cable hangs on, lies in or ends in. It stands at a point of its own (`at`), on another structure
 * (`at_structure`: a closure on a pole) or in a site's building (`site`: an ODF).
 */
const structure = explained(
  z.strictObject({
    id,
    source,
    kind: z.enum(['pole', 'handhole', 'manhole', 'closure', 'odf', 'cabinet', 'building', 'splitter', 'multiplexer']),
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
    /** Of a pole. */
    heightM: positive.max(60).optional(),
    material: z.enum(['steel', 'concrete', 'wood']).optional(),
    /** Load that its top bears (1 daN is about the weight of 1 kg), and how many cables may hang on it. */
    workingLoadDan: positive.optional(),
    mostCables: count.optional(),
    splitter: splitter.optional(),
    multiplexer: multiplexer.optional(),
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
    kind: z.enum(['aerial', 'duct', 'buried', 'rented']),
    from: nameOf('structure'),
    to: nameOf('structure'),
    /** Bends between the two ends, in order. */
    via: z.array(point).optional(),
    /** Length measured along the stretch; wins over the drawn length. */
    lengthM: positive.optional(),
    surveyed: date.optional(),
    /** Of a duct or a way that is another's. */
    owner: id.optional(),
    /** The pipe that it lies in, and the tube inside that. */
    duct: id.optional(),
    subduct: count.optional(),
    /** Cover of the ground over it. */
    depthM: positive.max(20).optional(),
    /** One digging that several spans lie in: what opens it, opens all. */
    trench: id.optional(),
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
    owner: id.optional(),
    duct: id.optional(),
    subduct: count.optional(),
    depthM: positive.max(20).optional(),
    trench: id.optional(),
    status,
    built: date.optional(),
  }),
  runMeanings,
)

/**
 * Cores of another's cable between two handover points, rented by the year. What lies in between is not known; its
 * length and loss are those measured from point to point. Paths name its cores as those of a cable.
 */
const darkFibre = explained(
  z.strictObject({
    id,
    owner: id,
    permit: permit.optional(),
    from: nameOf('structure'),
    to: nameOf('structure'),
    cores: z.number().int().min(1).max(1728).default(2).meta({ scalar: 'count' }),
    lengthM: positive,
    lossDb: explained(z.strictObject({ nm1310: positive, nm1550: positive }), rentedLossMeanings),
    measured: date.optional(),
    status,
    built: date.optional(),
    retired: date.optional(),
    was: z.array(id).min(1).optional(),
  }),
  darkFibreMeanings,
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
    darkFibres: z.array(darkFibre).default([]),
    slack: z.array(slack).default([]),
    splices: z.array(splice).default([]),
  }),
  plantMeanings,
)

export type PermitDeclaration = z.output<typeof permit>
export type PlantDeclaration = z.output<typeof plantFile>
export type StructureDeclaration = z.output<typeof structure>
export type DarkFibreDeclaration = z.output<typeof darkFibre>
export type SpanDeclaration = z.output<typeof span>
