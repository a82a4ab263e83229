import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import { labelMeanings } from './meanings/network.ts'
import { text, webAddress } from './scalars.ts'

/** What labels of poles, closures, ports and cables lead to and say. */
export const labelTerms = explained(
  z.strictObject({ link: webAddress.optional(), say: text.optional() }),
  labelMeanings,
)
