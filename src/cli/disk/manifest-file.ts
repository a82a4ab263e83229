import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ManifestEntry } from '../../render/manifest.ts'

/** What `explain` and `build` need of a `manifest.json`. */
export interface ManifestFile {
  readonly inventoryHash: string
  readonly asOf: string
  readonly artifacts: readonly ManifestEntry[]
}

export const manifestName = 'manifest.json'

/** The manifest of an output folder; undefined where there is none of ours. */
export function readManifest(folder: string): ManifestFile | undefined {
  try {
    const data: unknown = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))
    return isManifest(data) ? data : undefined
  } catch {
    return undefined
  }
}

function isManifest(data: unknown): data is ManifestFile {
  if (typeof data !== 'object' || data === null) return false
  const { inventoryHash, asOf, artifacts } = data as Partial<ManifestFile>
  return typeof inventoryHash === 'string' && typeof asOf === 'string' && Array.isArray(artifacts)
}
