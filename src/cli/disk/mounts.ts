import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileReason } from '../../words/file-errors.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { codeOf, readOrNothing } from './holder.ts'

/** Why a new output cannot take the place of the old one there, which is a rename beside it; undefined where it can. */
export function placeRefusal(out: string, shownOut: string): Refusal | undefined {
  if (isMountPoint(out))
    return refuse(
      `--out ${shownOut}: folder ini titik kait (mount), jadi hasil baru tidak dapat menggantikannya secara utuh; pakai folder di dalamnya: --out ${shownOut}/serat`,
      `--out ${shownOut}: this folder is a mount point, so a new output cannot take its place whole; use a folder inside it: --out ${shownOut}/serat`,
    )
  const reason = unwritable(dirname(out))
  if (reason === undefined) return undefined
  return refuse(
    `--out ${shownOut}: folder di atasnya tidak dapat ditulis (${reason.id}); pilih tempat lain dengan --out`,
    `--out ${shownOut}: the folder above it cannot be written (${reason.en}); choose another place with --out`,
  )
}

/** Why a ledger cannot be written there; undefined where it can. */
export function inventoryRefusal(folder: string): Refusal | undefined {
  const reason = unwritable(folder)
  if (reason === undefined) return undefined
  return refuse(
    `folder inventaris tidak dapat ditulis (${reason.id}), padahal buku alokasi ada di dalamnya; serat build --frozen tidak menulisnya, dan gagal bila buku itu akan berubah`,
    `the inventory folder cannot be written (${reason.en}), and the ledger lies in it; serat build --frozen does not write it, and fails where it would change`,
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
function isMountPoint(path: string): boolean {
  if (!existsSync(path)) return false
  if (statSync(path).dev !== statSync(dirname(path)).dev) return true
  const mounts = readOrNothing('/proc/self/mountinfo') ?? ''
  return mounts.split('\n').some(line => unescaped(line.split(' ')[4] ?? '') === path)
}

/** Spaces and the like stand there as `\040`. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
