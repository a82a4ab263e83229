import type { Line } from '../platforms/text/line.ts'
import type { ManifestEntry } from './manifest.ts'
import type { Sheet } from './tables/xlsx.ts'

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
  readonly content: (before?: readonly ManifestEntry[]) => string | Uint8Array | Promise<Uint8Array>
  /** For tables: their sheets, a CSV's one without a name; of a Markdown document its tables in order. */
  readonly sheets?: () => readonly Sheet[]
  /** Inventory files that it was made from; by their paths. For configurations it follows from the lines. */
  readonly sources?: () => readonly string[]
}
