import { createHash } from 'node:crypto'
import type { ManifestEntry } from './manifest.ts'

/** What the manifest says about bytes that were written. */
export function entryOf(path: string, content: string | Uint8Array, sources: readonly string[]): ManifestEntry {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, sources }
}
