import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileReason } from '../../words/file-errors.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { codeOf, readOrNothing } from './holder.ts'

/**
 * Why a new output cannot be written there; undefined where it can. It takes the old one's place, which is a rename
 * beside it; on a mount point it is written inside.
 */
export function placeRefusal(out: string, shownOut: string): Refusal | undefined {
  if (isMountPoint(out)) {
    const inside = unwritable(out)
    return inside === undefined
      ? undefined
      : refuse(
          `--out ${shownOut}: folder ini tidak dapat ditulis (${inside.id}); pilih tempat lain dengan --out`,
          `--out ${shownOut}: this folder cannot be written (${inside.en}); choose another place with --out`,
        )
  }
  const reason = unwritable(dirname(out))
  if (reason === undefined) return undefined
  return refuse(
    `--out ${shownOut}: folder di atasnya tidak dapat ditulis (${reason.id}); pilih tempat lain dengan --out`,
    `--out ${shownOut}: the folder above it cannot be written (${reason.en}); choose another place with --out`,
  )
}

/**
 * The file that one writer of an output holds: beside it, or inside where it is a mount point, whose parent may be
 * nobody's.
 */
export function outputLock(out: string): string {
  return isMountPoint(out) ? join(out, '.build-lock.tmp') : join(dirname(out), `.${basename(out)}.build-lock.tmp`)
}

/** Why a ledger cannot be written there; undefined where it can. */
export function inventoryRefusal(folder: string): Refusal | undefined {
  const reason = unwritable(folder)
  if (reason === undefined) return undefined
  return refuse(
    `folder inventaris tidak dapat ditulis (${reason.id}), padahal buku alokasi ada di dalamnya; ` +
      'serat build --frozen tidak menulisnya, dan gagal bila buku itu akan berubah',
    `the inventory folder cannot be written (${reason.en}), and the ledger lies in it; ` +
      'serat build --frozen does not write it, and fails where it would change',
  )
}

function unwritable(folder: string): ReturnType<typeof fileReason> | undefined {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return fileReason(codeOf(error) ?? 'UNKNOWN')
  }
}

/** A folder bound from the same file system has the device of its parent: only the table of mounts knows it. */
export function isMountPoint(path: string): boolean {
  if (!existsSync(path)) return false
  if (statSync(path).dev !== statSync(dirname(path)).dev) return true
  const mounts = readOrNothing('/proc/self/mountinfo') ?? ''
  return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === path)
}

/** Spaces and the like stand there as `\040`. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
