import { z } from 'zod'
import {
  modelMeanings,
  opticMeanings,
  portRowMeanings,
  receiveDbmMeanings,
  transmitDbmMeanings,
} from './meanings/types.ts'
import { explained } from './meanings/meaning.ts'
import { count, dbm, id, nameOf, nanometres, nonNegative, portName, positive, text, word } from './scalars.ts'

/**
 * Ports that are alike: `{ prefix: ether, first: 1, last: 8, speed_mbps: 1000, medium: copper }` names ether1 to
 * ether8.
 */
const portRow = explained(
  z.strictObject({
    prefix: portName,
    first: z.number().int().min(0).max(999).meta({ scalar: 'count' }),
    last: count,
    speedMbps: positive,
    medium: z.enum(['copper', 'sfp', 'sfp+', 'sfp28', 'qsfp28']),
  }),
  portRowMeanings,
)

/** A model of router that the catalogue of its platform lacks: what can be connected to it. */
export const modelFile = explained(
  z.strictObject({
    model: word,
    /** The platform whose words it speaks. */
    platform: id,
    ports: z.array(portRow).min(1).max(40),
    /** Port to the access switch unless a site names another. */
    trunk: portName,
    /** A serial or screen console is a way in on the spot. */
    console: z.boolean().default(false),
    /** What is lost at a restart: files outside this folder; absent where the whole storage lasts. */
    lastingFolder: word.optional(),
    /** Where ports and speeds were read. */
    source: text,
  }),
  modelMeanings,
)

export type ModelDeclaration = z.output<typeof modelFile>

/**
 * A class of optics, as the data sheet of what was bought has it. `budgetDb` is a power budget, from which `penaltyDb`
 * is still to be taken; `insertionLossDb` is what the channel may lose, penalties taken already. With neither, no route
 * can be reckoned.
 */
export const opticFile = explained(
  z.strictObject({
    optic: id,
    speedMbps: positive,
    strands: z.union([z.literal(1), z.literal(2)]),
    transmitNm: nanometres,
    receiveNm: nanometres,
    transmitDbm: explained(z.strictObject({ min: dbm, max: dbm }), transmitDbmMeanings).optional(),
    receiveDbm: explained(
      z.strictObject({ sensitivity: dbm, overload: dbm.optional() }),
      receiveDbmMeanings,
    ).optional(),
    budgetDb: positive.max(60).optional(),
    penaltyDb: nonNegative.max(20).optional(),
    insertionLossDb: positive.max(60).optional(),
    /** Loss below which the maker asks for an attenuator. */
    leastLossDb: positive.max(40).optional(),
    reachKm: positive.max(200),
    /** The class at the other end; absent where it is this one. */
    mate: nameOf('optic').optional(),
    /** Where these figures were read. */
    source: text,
    /** Whether somebody has read the source itself. */
    verified: z.boolean().default(false),
  }),
  opticMeanings,
)

export type OpticDeclaration = z.output<typeof opticFile>
