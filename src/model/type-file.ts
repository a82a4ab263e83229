import { z } from 'zod'
import { modelMeanings, portRowMeanings } from './meanings/site.ts'
import { explained } from './meanings/meaning.ts'
import { count, id, portName, positive, text, word } from './scalars.ts'

/** Ports that are alike: `{ prefix: ether, first: 1, last: 8, speed_mbps: 1000, medium: copper }` names ether1 to ether8. */
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
