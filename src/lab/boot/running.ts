import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Family } from '../../model/ip.ts'
import type { Blueprint } from './blueprint.ts'
import { fibText, readFib, type Fib } from '../verify/fib.ts'
import { runnerOf, type Runner } from '../run.ts'
import { folderOf, namespaceName, type LabState } from './state.ts'

/** A lab that is up, as seen from outside. */
export interface Running {
  readonly state: LabState
  readonly blueprint: Blueprint
  readonly runner: Runner
  readonly namespace: (role: string) => string
  readonly fib: (router: string, family: Family) => Fib
  /** Every FIB of every router in one text: two that are equal are the same routes. */
  readonly allFibs: () => string
  readonly vtysh: (router: string, commands: readonly string[]) => Promise<string>
  /** Path of one of a router's files. */
  readonly file: (router: string, name: string) => string
}

export function runningLab(state: LabState, blueprint: Blueprint): Running {
  const runner = runnerOf(state.run)
  const zebras = new Map(
    blueprint.routers.map(({ id }) => [id, Number(readFileSync(join(folderOf(id), 'run', 'zebra.pid'), 'utf8'))]),
  )
  const fib = (router: string, family: Family): Fib => readFib(zebras.get(router) ?? 0, family)
  return {
    state,
    blueprint,
    runner,
    fib,
    file: (router, name) => join(folderOf(router), name),
    namespace: role => namespaceName(state.run, role),
    allFibs: () =>
      blueprint.routers.map(({ id }) => `${id}\n${fibText(fib(id, 4))}\n${fibText(fib(id, 6))}`).join('\n'),
    vtysh: (router, commands) =>
      runner.run(
        'vtysh',
        '--vty_socket',
        join(folderOf(router), 'run'),
        ...commands.flatMap(command => ['-c', command]),
      ),
  }
}
