import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { notesOf } from '../text/notes.ts'

/** What a map says of itself: whose network, on which day, under which licence, and what of it is composed. */
export interface Origin {
  readonly name: string
  /** `YYYY-MM-DD`. */
  readonly asOf: string
  readonly licence: string | undefined
  readonly notes: readonly Bilingual[]
}

export function originOf(network: Network, { asOf }: { readonly asOf: string }): Origin {
  const { name, licence } = network.declared
  return { name, asOf, licence, notes: notesOf(network) }
}
