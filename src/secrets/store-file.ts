import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAlias, isMap, isScalar, parseDocument, type Document, type Node, type YAMLMap } from 'yaml'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { isRefused, yamlEvents } from '../source/yaml-events.ts'
import { insideRepository } from './repository.ts'

/**
 * A secret store as it lies on disk: a YAML file outside every repository, readable by its owner only, one `name:
 * value` a line.
 */
export interface StoreFile extends StoreContent {
  /** Absolute, with symbolic links followed. */
  readonly path: string
}

export interface StoreContent {
  readonly values: ReadonlyMap<string, string>
  /** What was read, with comments and order; its contents are a map, or nothing in an empty file. */
  readonly document: Document
}

/** Why a file is no secret store. It names entries, and never holds a value. */
export type StoreFault =
  | { readonly fault: 'unreadable' | 'in-repository' | 'open-to-others' | 'no-yaml' | 'no-map' | 'too-much' }
  | { readonly fault: 'no-text' | 'twice'; readonly name: string }

export function readStoreFile(file: string): StoreFile | StoreFault {
  const path = realPath(file)
  if (path === undefined) return { fault: 'unreadable' }
  if (insideRepository(path) !== undefined) return { fault: 'in-repository' }
  const status = statSync(path)
  if (!status.isFile()) return { fault: 'unreadable' }
  if ((status.mode & 0o077) !== 0) return { fault: 'open-to-others' }
  const text = textOf(path)
  if (text === undefined) return { fault: 'unreadable' }
  const content = readStoreText(text)
  return isStoreFault(content) ? content : { path, ...content }
}

export function readStoreText(text: string): StoreContent | StoreFault {
  if (isMoreThanAStore(text)) return { fault: 'too-much' }
  // The package looks for doubled keys in the square of their number. `silent` would let a second document pass, and
  // its entries be lost.
  const document: Document = parseDocument(text, { uniqueKeys: false, logLevel: 'error', prettyErrors: false })
  if (document.errors.length > 0) return { fault: 'no-yaml' }
  const values = valuesOf(document)
  return values instanceof Map ? { values, document } : values
}

/** Before the package builds anything: names and values are flat, and few. */
function isMoreThanAStore(text: string): boolean {
  const read = yamlEvents(text)
  return isRefused(read) && read.kind !== 'syntax'
}

export function isStoreFault(read: StoreContent | StoreFault): read is StoreFault {
  return 'fault' in read
}

function valuesOf(document: Document): Map<string, string> | StoreFault {
  const values = new Map<string, string>()
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) return values
  if (!isMap(document.contents)) return { fault: 'no-map' }
  for (const { key, value } of (document.contents as YAMLMap<Node, Node | null>).items) {
    if (!isScalar(key)) return { fault: 'no-map' }
    const name = String(key.value)
    if (values.has(name)) return { fault: 'twice', name }
    const scalar = isAlias(value) ? value.resolve(document) : value
    if (!isScalar(scalar) || typeof scalar.value !== 'string') return { fault: 'no-text', name }
    values.set(name, scalar.value)
  }
  return values
}

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** What is wrong with a store, behind its name; `file` as its owner calls it. */
export function storeFaultWords(file: string, found: StoreFault): Bilingual {
  switch (found.fault) {
    case 'unreadable':
      return { id: 'tidak dapat dibaca sebagai berkas', en: 'it cannot be read as a file' }
    case 'in-repository':
      return {
        id: 'ada di dalam repositori Git; simpan rahasia di luarnya',
        en: 'it lies in a Git repository; keep secrets outside of it',
      }
    case 'open-to-others':
      return {
        id: `dapat dibaca orang lain; jalankan: chmod 600 ${file}`,
        en: `others can read it; run: chmod 600 ${file}`,
      }
    case 'too-much':
      return { id: 'isinya terlalu banyak atau terlalu dalam', en: 'it holds too much, or is nested too deep' }
    case 'no-yaml':
      return { id: 'bukan YAML', en: 'it is no YAML' }
    case 'no-map':
      return { id: 'isinya harus satu `nama: nilai` per baris', en: 'one `name: value` a line is expected' }
    case 'no-text':
      return {
        id: `nilai ${found.name} harus berupa teks dalam tanda kutip`,
        en: `the value of ${found.name} must be text in quotes`,
      }
    case 'twice':
      return { id: `nama ${found.name} tertulis dua kali`, en: `the name ${found.name} stands there twice` }
  }
}
