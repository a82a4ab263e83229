import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { RouterModel } from '../../model/platform.ts'
import type { Folder } from '../reading/folder.ts'
import type { NocWay } from './noc-way.ts'

/** One router's files before and after, by name, secrets by name. */
export interface RouterSides {
  readonly router: string
  readonly model: RouterModel
  readonly before: Folder
  readonly after: Folder
  readonly ways: { readonly before: NocWay; readonly after: NocWay }
}

/** What takes a live configuration to the next one. */
export interface ChangeScript {
  /** Name of the file, `core-1.rsc`. */
  readonly file: string
  readonly text: string
  /** Commands that change something, without checks and the way back. */
  readonly commands: readonly string[]
  /**
   * Those, by their number from 1, after which the NOC has no way in: the way itself moves; undefined where that is not
   * foretold.
   */
  readonly withoutWay: readonly number[] | undefined
  /** It calls the agent that deploys, which lies beside it as `agent.sh`. */
  readonly needsAgent?: true
  /** What a person types to run it, step by step. */
  readonly run: readonly Bilingual[]
  /** The one command that keeps what it did. */
  readonly confirm: string
  readonly confirmMinutes: number
  /** How it is taken back at once, as long as nobody confirmed. */
  readonly backNow: Bilingual
}

/** Why a router cannot be changed command by command; it is loaded whole instead. */
export interface Refused {
  readonly refused: Bilingual
}

export type MakeScript = (sides: RouterSides) => ChangeScript | Refused
