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

/** What the NOC types once it reaches the router: the load stays, and the backup, which holds secrets, goes. */
export function confirmation(router: Storage): string {
  return `/system scheduler remove [find name=${takeBack}]; /file remove [find name="${beforeLoading(router)}.backup"]`
}

/** What a scheduler runs: a restart with the backup, as long as the backup is there. */
export function takeBackEvent(router: Storage): string {
  const name = beforeLoading(router)
  return `:if ([:len [/file find where name="${name}.backup"]]>0) do={/system backup load name="${name}" password=""}`
}
