import { existsSync } from 'node:fs'
import { restoreLimits } from './neighbour-tables.ts'
import { endProcesses, isAlive } from './processes.ts'
import { runnerOf } from '../run.ts'
import { readState, removeFolder, type LabState } from './state.ts'

export interface Removed {
  readonly processes: number
  readonly namespaces: number
}

/** The command that boots the recorded lab right now; undefined where none does. */
export function booterOf(state: LabState): number | undefined {
  return state.phase === 'booting' && state.booter.id !== process.pid && isAlive(state.booter)
    ? state.booter.id
    : undefined
}

/** Removes what the record names, and nothing else; undefined where there is no record. */
export async function removeLab(): Promise<Removed | undefined> {
  const state = readState()
  if (state === undefined) {
    removeFolder()
    return undefined
  }
  const { run, booter, namespaces, limits } = state
  let processes = await endProcesses(run, booter)
  const present = namespaces.filter(name => existsSync(`/run/netns/${name}`))
  // What was on its way into a namespace when the others were ended carries the mark too.
  const { run: execute } = runnerOf(`${run}-removal`)
  for (const name of present) await execute('ip', 'netns', 'del', name)
  processes += await endProcesses(run, booter)
  restoreLimits(limits)
  removeFolder()
  return { processes, namespaces: present.length }
}
