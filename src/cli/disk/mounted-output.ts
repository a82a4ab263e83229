import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { manifestName, readManifest } from './manifest-file.ts'

/**
 * An output folder that is a mount point cannot be renamed. Its new files are made whole in a folder inside it and then
 * move in one by one: the manifest goes first and comes last, so that whoever verifies has one build, or knows that it
 * has none.
 */

export function stagingIn(out: string): string {
  return join(out, `.${process.pid}.tmp`)
}

/** Moves a sealed output in; begun anew after a kill it ends the same. */
export function moveIn(out: string, fresh: string, disk: Disk): void {
  const manifest = readManifest(fresh)
  if (manifest === undefined) throw new Error('an output without a manifest cannot move in')
  disk.remove(join(out, manifestName))
  disk.sync(out)
  for (const path of filesBelow(fresh, disk)) {
    if (path === manifestName) continue
    const parent = dirname(join(out, path))
    if (disk.exists(parent) && !lstatSync(parent).isDirectory()) disk.remove(parent)
    disk.makeFolder(parent)
    disk.rename(join(fresh, path), join(out, path))
  }
  removeOthers(out, new Set(manifest.artifacts.map(({ path }) => path)), disk)
  disk.sync(out)
  disk.rename(join(fresh, manifestName), join(out, manifestName))
  disk.sync(out)
  disk.remove(fresh)
}

function removeOthers(out: string, listed: ReadonlySet<string>, disk: Disk): void {
  for (const path of filesBelow(out, disk)) if (!path.startsWith('.') && !listed.has(path)) disk.remove(join(out, path))
  const needed = new Set([...listed].flatMap(path => parentsOf(path)))
  for (const path of foldersBelow(out, disk))
    if (!path.startsWith('.') && !needed.has(path)) disk.remove(join(out, path))
}

function parentsOf(path: string): string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, i) => names.slice(0, i + 1).join('/'))
}

/** After a kill: what was sealed moves in, what was not is cleared away. Only for the holder of the lock. */
export function healMounted(out: string, disk: Disk): void {
  for (const name of disk.names(out)) {
    if (!/^\.\d+\.tmp$/.test(name)) continue
    const fresh = join(out, name)
    if (readManifest(fresh) === undefined) disk.remove(fresh)
    else moveIn(out, fresh, disk)
  }
}

/** Paths of all files below a folder, links among them, with forward slashes. */
export function filesBelow(folder: string, disk: Disk): string[] {
  return [...below(folder, '', disk)].filter(({ isFolder }) => !isFolder).map(({ path }) => path)
}

function foldersBelow(folder: string, disk: Disk): string[] {
  return [...below(folder, '', disk)].filter(({ isFolder }) => isFolder).map(({ path }) => path)
}

function* below(folder: string, under: string, disk: Disk): Generator<{ path: string; isFolder: boolean }> {
  for (const name of disk.names(join(folder, under))) {
    const path = under === '' ? name : `${under}/${name}`
    const isFolder = lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === true
    yield { path, isFolder }
    if (isFolder) yield* below(folder, path, disk)
  }
}
