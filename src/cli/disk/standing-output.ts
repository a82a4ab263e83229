import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Artifact } from '../../render/artifact.ts'
import { isSealed, type ManifestEntry } from '../../render/manifest.ts'
import { isRefusal } from '../shell/refusal.ts'
import { realDisk } from './disk.ts'
import { manifestName, readManifest } from './manifest-file.ts'
import { faultsOf } from './verify-folder.ts'

/**
 * What stands in an output folder, where a build would write the same bytes; undefined where it may not. Nothing is
 * rendered but what the page carries: the inventory, the ledger, the day, the evidence, the compiler and the hash of
 * every other file. So where the page that would be written is the one that is there, and every file is as the manifest
 * says, all of them are what they would be.
 */
export async function standingOutput(
  out: string,
  page: Artifact,
  seal: (entries: readonly ManifestEntry[]) => string,
): Promise<readonly ManifestEntry[] | undefined> {
  const manifest = readManifest(out)
  if (manifest === undefined) return undefined
  const text = readFileSync(join(out, manifestName), 'utf8')
  if (!isSealed(text) || seal(manifest.artifacts) !== text) return undefined
  const others = manifest.artifacts.filter(({ path }) => path !== page.path)
  if (others.length !== manifest.artifacts.length - 1) return undefined
  if (!(await isPage(join(out, page.path), page, others))) return undefined
  const verified = faultsOf(out, out, undefined)
  return isRefusal(verified) || verified.faults.length > 0 ? undefined : manifest.artifacts
}

async function isPage(path: string, page: Artifact, others: readonly ManifestEntry[]): Promise<boolean> {
  if (page.ends === undefined) return realDisk.holds(path, await page.content(others))
  const known = lstatSync(path, { throwIfNoEntry: false })
  if (known?.isFile() !== true || known.nlink !== 1) return false
  const { head, tail } = page.ends(others)
  const text = readFileSync(path, 'utf8')
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)
}
