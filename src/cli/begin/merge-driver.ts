import { git } from '../git.ts'

/** Sets up the driver that `.gitattributes` names, for this clone. False outside Git. */
export function installMergeDriver(folder: string): boolean {
  if (git(folder, 'rev-parse', '--is-inside-work-tree') === undefined) return false
  const settings = {
    'merge.serat-ledger.name': 'ledger of serat',
    'merge.serat-ledger.driver': 'npx --no-install serat merge-ledger %O %A %B %P',
  }
  return Object.entries(settings).every(([key, value]) => git(folder, 'config', key, value) !== undefined)
}
