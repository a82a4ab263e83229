import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { realDisk, type Disk } from './disk.ts'

/**
 * Replaces a file so that a kill at any instant leaves the old text or the new one, on the medium when this returns.
 * With a `mode` (0o600) no text of it was ever to be read with another.
 */
export function writeWhole(path: string, text: string | Uint8Array, disk: Disk = realDisk, mode?: number): void {
  const target = followed(path)
  const folder = dirname(target)
  const temporary = join(folder, `.${basename(target)}.${process.pid}.tmp`)
  try {
    disk.write(temporary, text, mode)
    disk.sync(temporary)
    disk.rename(temporary, target)
  } catch (error) {
    disk.remove(temporary)
    throw error
  }
  disk.sync(folder)
}

/** Takes away what a killed `writeWhole` of this file left behind. */
export function healFile(path: string, disk: Disk = realDisk): void {
  const folder = dirname(followed(path))
  for (const name of disk.names(folder)) {
    if (name.startsWith(`.${basename(path)}.`) && /\.\d+\.tmp$/.test(name)) disk.remove(join(folder, name))
  }
}

/** Through a symbolic link the file that it points at is replaced, and not the link. */
function followed(path: string): string {
  const known = lstatSync(path, { throwIfNoEntry: false })
  return known?.isSymbolicLink() === true ? realpathSync(path) : path
}
