import { confirmMinutes } from '../../../intent/decided.ts'
import type { Router } from '../../../model/network.ts'

/** What counts of a router here. */
type Storage = Pick<Router, 'model'>

/** Name of what goes back to the configuration before. */
export const takeBack = 'serat-take-back'
export const takeBackMinutes = confirmMinutes.reset

/** Where a file has to stand so that a restart does not lose it. */
export function lastingName({ model }: Storage, file: string): string {
  return model.lastingFolder === undefined ? file : `${model.lastingFolder}/${file}`
}

/** Name of the backup that is taken before a load, without its ending. */
export function beforeLoading(router: Storage): string {
  return lastingName(router, 'serat-before')
}

/**
 * What a reset keeps of the configuration before it, unless told otherwise (the vendor's page on reset); in which
 * folder no page says.
 */
const keptByReset = 'auto-before-reset.backup'

/**
 * What the NOC types once it reaches the router: the load stays, and what holds secrets goes: both backups, and the
 * file that was loaded.
 */
export function confirmation(router: Storage, loaded: string): string {
  const files = [`name="${beforeLoading(router)}.backup"`, `name="${loaded}"`, `name~"${keptByReset}"`]
  return [`/system scheduler remove [find name=${takeBack}]`, ...files.map(file => `/file remove [find ${file}]`)].join(
    '; ',
  )
}

/** What a scheduler runs: a restart with the backup, as long as the backup is there. */
export function takeBackEvent(router: Storage): string {
  const name = beforeLoading(router)
  return `:if ([:len [/file find where name="${name}.backup"]]>0) do={/system backup load name="${name}" password=""}`
}
