import { createHash } from 'node:crypto'
import type { Source } from '../source/source.ts'
import { byText } from '../text/order.ts'

/** One artifact as it was written. */
export interface ManifestEntry {
  readonly path: string
  /** Hex. */
  readonly sha256: string
  readonly bytes: number
  /** Inventory files that it was made from. */
  readonly sources: readonly string[]
}

/** Text of `manifest.json`, an artifact a line; the manifest itself is not in it. */
export function manifest(
  entries: readonly ManifestEntry[],
  { inventoryHash, asOf }: { readonly inventoryHash: string; readonly asOf: string },
): string {
  const head = JSON.stringify({ formatVersion: 1, inventoryHash, asOf }).slice(0, -1)
  const lines = entries
    .toSorted(byPath)
    .map(
      ({ path, sha256, bytes, sources }) =>
        `    ${JSON.stringify({ path, sha256, bytes, sources: sources.toSorted() })}`,
    )
  const spaced = head.replace('{', '{\n  ').replaceAll(',"', ',\n  "').replaceAll('":', '": ')
  const body = `${spaced},\n  "artifacts": [\n${lines.join(',\n')}\n  ]`
  return sealed(body)
}

/**
 * The manifest closed with a SHA-256 of what stands before it: a change of it shows, though anybody can make the seal
 * anew.
 */
function sealed(body: string): string {
  return `${body},\n  "seal": "${createHash('sha256').update(body).digest('hex')}"\n}\n`
}

/** Whether a manifest is as it was sealed. */
export function isSealed(text: string): boolean {
  const end = text.lastIndexOf(',\n  "seal": ')
  return end > 0 && sealed(text.slice(0, end)) === text
}

/**
 * SHA-256 over paths and texts in the order of the paths; lengths keep one file's end apart from the next one's
 * beginning.
 */
export function inventoryHash(sources: readonly Source[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of sources.toSorted(byPath))
    hash.update(`${path.length} ${path} ${text.length} `).update(text)
  return hash.digest('hex')
}

/** The same over those of some files that have these paths. */
export function hashesAmong(sources: readonly Source[]): (paths: readonly string[]) => string {
  return paths => {
    const wanted = new Set(paths)
    return inventoryHash(sources.filter(({ path }) => wanted.has(path)))
  }
}

const byPath = byText(({ path }: { readonly path: string }) => path)
