import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { ExitCode } from './command.ts'
import { compileInventory, type Asked, type Compiled } from './inventory.ts'
import { progressOf } from './shell/progress.ts'
import { isRefusal, type Refusal } from './shell/refusal.ts'
import { unloaded } from './shell/remark.ts'
import type { Shell } from './shell/shell.ts'

/** An inventory of which a network came: what commands ask that answer about it, errors or not. */
interface Loaded extends Compiled {
  readonly network: Network
  readonly plan: Plan
  /** The day that the answers are of. */
  readonly asOf: string
}

/** The network, or how the command ends without one; where nothing could be loaded that has been said. */
export function loadInventory(shell: Shell, asked: Asked, progress = progressOf(shell)): Loaded | Refusal | ExitCode {
  const compiled = compileInventory(shell, asked, progress)
  if (isRefusal(compiled)) return compiled
  const { network, plan, asOf } = compiled.compilation
  if (network === undefined || plan === undefined) return unloaded(shell)
  return { ...compiled, network, plan, asOf }
}

export function isEnd(loaded: Loaded | Refusal | ExitCode): loaded is Refusal | ExitCode {
  return typeof loaded === 'number' || isRefusal(loaded)
}
