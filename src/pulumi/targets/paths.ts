import { lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { both } from '../words.ts'

/** Folder inside an output root that is ours alone: the journal and files that are being written. */
export const ownFolder = '.serat'

/**
 * The absolute place of a file inside a root. Throws for a path that would leave it, by its words or through a symbolic
 * link, and for one inside our own folder.
 */
export function placeInside(root: string, path: string): string {
  const steps = path.split('/')
  const wrong =
    steps.some(step => step === '' || step === '.' || step === '..') ||
    /[\\\p{Cc}:]/u.test(path) ||
    steps[0]?.toLowerCase() === ownFolder
  if (wrong)
    throw new Error(
      both({
        id: `ditolak: ${JSON.stringify(path)} bukan jalur di dalam folder hasil`,
        en: `refused: ${JSON.stringify(path)} is no path inside the output root`,
      }),
    )
  const place = join(root, ...steps)
  const folder = nearestFolder(dirname(place))
  const real = realpathSync.native(folder)
  const base = realpathSync.native(nearestFolder(root))
  if (real !== base && !real.startsWith(base + sep) && folder.length >= root.length)
    throw new Error(
      both({
        id: `ditolak: ${JSON.stringify(path)} keluar dari folder hasil lewat tautan simbolis; hapus tautan itu`,
        en: `refused: ${JSON.stringify(path)} leaves the output root through a symbolic link; take that link away`,
      }),
    )
  return place
}

export function makeFolderOf(place: string): void {
  mkdirSync(dirname(place), { recursive: true })
}

/** The folder itself, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  return lstatSync(folder, { throwIfNoEntry: false }) === undefined ? nearestFolder(dirname(folder)) : folder
}
