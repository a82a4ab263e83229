import type { Line } from '../platforms/text/line.ts'
import type { ManifestEntry } from './manifest.ts'
import type { Sheet } from './tables/xlsx.ts'

export interface Ends {
  readonly head: string
  readonly tail: string
}

/**
 * One file of the output. It is made when asked, hashed, written and dropped, so that a large network never stands in
 * memory whole. The bytes depend on nothing but the inventory and the ledger; those of the page, which vouches for all
 * others, also on what was written before it.
 */
export interface Artifact {
  /** Path inside the output folder, with forward slashes. */
  readonly path: string
  /** For configurations: their lines, each with where it comes from. */
  readonly lines?: () => readonly Line[]
  /**
   * How its text begins and ends, where these two hold all that the rest is made of: two texts that begin and end so
   * are the same text.
   */
  readonly ends?: (before: readonly ManifestEntry[]) => Ends
  readonly content: (before?: readonly ManifestEntry[]) => string | Uint8Array | Promise<Uint8Array>
  /** For tables: their sheets, a CSV's one without a name; of a Markdown document its tables in order. */
  readonly sheets?: () => readonly Sheet[]
  /** Inventory files that it was made from; by their paths. For configurations it follows from the lines. */
  readonly sources?: () => readonly string[]
}
