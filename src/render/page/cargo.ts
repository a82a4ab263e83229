import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Overview } from './overview.ts'

/** What travels inside the page: all that `compile` asks for, and what its results are held against. Plain JSON. */
export interface Cargo {
  /** The network by name, and what is composed of it. */
  readonly headline: { readonly network: string; readonly notes: readonly Bilingual[] }
  /**
   * What can be shown before anything is compiled; undefined where a part of the inventory stays away, which it would
   * tell of.
   */
  readonly overview: Overview | undefined
  /** Inventory files by path, sorted. */
  readonly files: readonly (readonly [path: string, text: string])[]
  readonly ledger: string
  /** SHA-256 of the files in `documents/`; the files themselves stay where they are. */
  readonly documents: readonly (readonly [path: string, sha256: string])[]
  /** Findings about files as such. */
  readonly reading: readonly Diagnostic[]
  readonly asOf: string
  /** Who set the day: the command, `as_of` of the network file, or the calendar. */
  readonly daySetBy: 'command' | 'network' | 'calendar'
  /** Files that were left out of the page by `--page-without`. */
  readonly without: readonly string[]
  readonly inventoryHash: string
  readonly version: string
  /** Revision of Git, where the inventory lies in a repository and has no uncommitted changes. */
  readonly commit: string | undefined
  /** Every other artifact as it was written. */
  readonly artifacts: readonly (readonly [path: string, sha256: string, bytes: number])[]
}
