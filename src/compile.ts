import type { Diagnostic } from './diagnostic/diagnostic.ts'
import type { Network } from './model/network.ts'
import type { Plan } from './plan/plan.ts'
import type { Artifact } from './render/artifact.ts'
import type { Source } from './source/source.ts'

export interface CompileInput {
  readonly sources: readonly Source[]
  /** Text of `allocations.lock.yaml`; empty where there is none yet. */
  readonly ledger: string
  /** The date asked for by `--as-of`; else `as_of` of the network counts, else `today`. */
  readonly asOf?: string
  readonly today: string
  /** At least 5 random bytes, used once in a network's life: for its ULA /48 (RFC 4193). */
  readonly entropy: Uint8Array
}

export interface Compilation {
  /** Sorted by place. Waived warnings are not among them. */
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  /** Undefined where the network file itself could not be loaded. */
  readonly network: Network | undefined
  readonly plan: Plan | undefined
  readonly asOf: string
  /** Text of the ledger after this compilation; unchanged where there are errors. */
  readonly ledger: string
  /** Empty where there are errors. */
  readonly artifacts: readonly Artifact[]
}

export function compile(_input: CompileInput): Compilation {
  throw new Error('being written')
}
