import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Refusal } from './shell/refusal.ts'
import type { Shell } from './shell/shell.ts'

/** 0 clean, 1 findings, 2 misuse or a fault of ours. */
export type ExitCode = 0 | 1 | 2

export interface FlagOption {
  readonly kind: 'flag'
  readonly about: Bilingual
}

export interface ValueOption {
  readonly kind: 'value'
  /** Word that stands for the value in the help. */
  readonly name: string
  readonly about: Bilingual
  readonly choices?: readonly string[]
}

/** An option that may be given several times. */
export interface ListOption {
  readonly kind: 'list'
  readonly name: string
  readonly about: Bilingual
}

export type OptionKind = FlagOption | ValueOption | ListOption
export type Options = Readonly<Record<string, OptionKind>>

type Given<O extends Options> = {
  readonly [K in keyof O]: O[K] extends FlagOption
    ? boolean
    : O[K] extends ListOption
      ? readonly string[]
      : string | undefined
}

interface Definition<O extends Options> {
  readonly name: string
  readonly about: Bilingual
  /** What may follow the name, for the help: `KIND [ID]`. */
  readonly operands: string
  readonly fewestOperands: number
  readonly mostOperands: number
  readonly example: string
  readonly options: O
  readonly run: (
    shell: Shell,
    given: Given<O>,
    operands: readonly string[],
  ) => ExitCode | Refusal | Promise<ExitCode | Refusal>
}

/** A command whose options nobody outside needs to know. */
export type Command = Omit<Definition<Options>, 'run'> & {
  readonly run: (
    shell: Shell,
    given: Readonly<Record<string, unknown>>,
    operands: readonly string[],
  ) => ExitCode | Refusal | Promise<ExitCode | Refusal>
}

export function command<const O extends Options>(definition: Definition<O>): Command {
  return { ...definition, run: (shell, given, operands) => definition.run(shell, given as Given<O>, operands) }
}
