import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Opens a file for each of these texts, for as long as `use` takes. None has a name in any folder: secrets may stand in
 * them.
 */
export async function withNameless<Result>(
  texts: readonly string[],
  use: (files: readonly number[]) => Promise<Result>,
): Promise<Result> {
  const files: number[] = []
  try {
    for (const text of texts) files.push(nameless(text))
    return await use(files)
  } finally {
    for (const file of files) closeSync(file)
  }
}

function nameless(text: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'serat-send-'))
  try {
    const file = openSync(join(folder, 'content'), 'wx+', 0o600)
    const bytes = Buffer.from(text)
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at)
    return file
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** All that stands in an open file. */
export function contentOf(file: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(file).size)
  for (let at = 0; at < bytes.length; ) {
    const count = readSync(file, bytes, at, bytes.length - at, at)
    if (count === 0) return bytes.subarray(0, at)
    at += count
  }
  return bytes
}
