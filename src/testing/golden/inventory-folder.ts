import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { compile, type Compilation } from '../../compile.ts'
import { places } from '../../load/kinds.ts'
import { readInventory } from '../../source/read.ts'
import { contoh } from '../contoh.ts'

/** Files of a case that say something about it and are no part of its inventory. */
const aboutTheCase = ['expected.txt', 'removed.txt', 'links.txt', 'large.txt', 'report.id.txt', 'report.en.txt']

/** A case as it lies on disk: what differs from `testing/contoh`. */
export interface Case {
  readonly name: string
  readonly folder: string
  /** Bytes of the inventory's own files, by path. */
  readonly files: ReadonlyMap<string, Buffer>
}

export function casesIn(folder: string): Case[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
  return entries.map(({ name }) => caseIn(name, join(folder, name))).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function caseIn(name: string, folder: string): Case {
  const paths = pathsBelow(folder).filter(path => !aboutTheCase.includes(path) && !path.startsWith('expected/'))
  return { name, folder, files: new Map(paths.map(path => [path, readFileSync(join(folder, path))])) }
}

/** Paths of all files below a folder, with forward slashes, sorted. */
export function pathsBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => !entry.isDirectory())
  return entries
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

/** A file of a case that may be absent; empty then. */
export function noteOf({ folder }: Case, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

/**
 * The case laid over `contoh`, read and compiled as the commands do it. Its own files are read from a folder on disk;
 * those of `contoh` are known to be readable.
 */
export function compileCase(golden: Case): Compilation {
  const folder = mkdtempSync(join(tmpdir(), 'serat-golden-'))
  try {
    layOut(golden, folder)
    return compileFolder(folder, linesOf(noteOf(golden, 'removed.txt')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What lies in a folder, over `contoh` without what is `removed` from it. */
export function compileFolder(folder: string, removed: readonly string[] = []): Compilation {
  const own = new Set(pathsBelow(folder))
  const { sources, ledger, diagnostics, documents } = readInventory(folder, places)
  const below = contoh().filter(({ path }) => !own.has(path) && !removed.includes(path))
  const all = [...sources, ...below].sort((a, b) => (a.path < b.path ? -1 : 1))
  return compile({
    sources: all,
    ledger,
    reading: diagnostics,
    documents,
    today: '2026-06-15',
    entropy: new Uint8Array(5),
  })
}

function layOut(golden: Case, folder: string): void {
  for (const [path, bytes] of golden.files) write(folder, path, bytes)
  for (const line of linesOf(noteOf(golden, 'links.txt'))) {
    const [path = '', target = ''] = line.split(' -> ')
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    symlinkSync(target, join(folder, path))
  }
  for (const line of linesOf(noteOf(golden, 'large.txt'))) {
    const [path = '', bytes = ''] = line.split(' ')
    write(folder, path, Buffer.alloc(Number(bytes), 'segments: { data: 40 }\n'))
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter(line => line !== '')
}

export function write(folder: string, path: string, content: string | Buffer): void {
  const absolute = join(folder, path)
  mkdirSync(dirname(absolute), { recursive: true })
  writeFileSync(absolute, content)
}
