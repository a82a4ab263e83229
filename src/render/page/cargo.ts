import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'

/** The network by name, what is composed of it, and how many findings the build left open and accepted. */
interface Headline {
  readonly network: string
  readonly notes: readonly Bilingual[]
  readonly open: number
  readonly accepted: number
}

/** What travels inside the page: all that `compile` asks for, and what its results are held against. Plain JSON. */
export interface Cargo {
  /** What can be said before anything is compiled. */
  readonly headline: Headline
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
