import { accessWords, routerRoleWords } from '../../words/states.ts'
import type { WatchedRouter } from './watched.ts'

/** How the group of a router is called in programs that know one language. */
export function accessName(access: WatchedRouter['access']): string {
  if (access === 'core') return routerRoleWords.core.id
  return access === 'fibre' ? accessWords.owned.id : accessWords.leased.id
}
