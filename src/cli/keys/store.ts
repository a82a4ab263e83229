import { existsSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { Document, isMap, isScalar, Scalar, visit, YAMLMap } from 'yaml'
import { insideRepository } from '../../secrets/repository.ts'
import {
  isStoreFault,
  readStoreFile,
  readStoreText,
  storeFaultWords,
  type StoreContent,
  type StoreFault,
  type StoreFile,
} from '../../secrets/store-file.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

const heading =
  ' Secrets by name, one a line. Only a deployment reads them: outside every repository, and readable by its owner only.'

/**
 * The folder of a store that is about to be made, its owner's alone. The one above has to be there: a slip in a path
 * makes no tree. What must not be there is not begun, and is refused by whoever opens the store.
 */
export function makeStoreFolder(path: string): void {
  const folder = dirname(path)
  if (existsSync(folder) || !existsSync(dirname(folder)) || insideRepository(folder) !== undefined) return
  mkdirSync(folder, { mode: 0o700 })
}

/** Where the store is or will be, with symbolic links followed; or why it must not be there. */
export function storePath({ cwd }: Shell, asked: string, inventory: string): string | Refusal {
  const path = settledPath(resolve(cwd, asked))
  if (path === undefined)
    return refuse(
      `--secrets ${asked}: foldernya tidak ada, atau tautannya putus`,
      `--secrets ${asked}: there is no such folder, or a link leads nowhere`,
    )
  if (insideRepository(path) !== undefined) return refusalOf(asked, { fault: 'in-repository' })
  if (path.startsWith(`${realpathSync(inventory)}${sep}`))
    return refuse(
      `--secrets ${asked}: ada di folder inventaris; simpan rahasia di luarnya`,
      `--secrets ${asked}: it lies in the inventory; keep secrets outside of it`,
    )
  return path
}

function settledPath(path: string): string | undefined {
  try {
    const known = lstatSync(path, { throwIfNoEntry: false })
    return known === undefined ? join(realpathSync(dirname(path)), basename(path)) : realpathSync(path)
  } catch {
    return undefined
  }
}

/** The store at a path from `storePath`; an empty one where there is none yet. */
export function openStore(path: string, asked: string): StoreFile | Refusal {
  const known = statSync(path, { throwIfNoEntry: false })
  if (known === undefined) return { path, values: new Map(), document: newDocument() }
  // The file is replaced, and would be the property of whoever does it.
  if (process.getuid !== undefined && known.uid !== process.getuid())
    return refuse(
      `--secrets ${asked}: milik pengguna lain; jalankan sebagai pemiliknya`,
      `--secrets ${asked}: it belongs to another user; run this as its owner`,
    )
  const read = readStoreFile(path)
  if (isStoreFault(read)) return refusalOf(asked, read)
  return hasAlias(read.document)
    ? refuse(
        `--secrets ${asked}: memakai alias YAML; tulis setiap nilai utuh`,
        `--secrets ${asked}: it uses aliases of YAML; write each value in full`,
      )
    : read
}

function newDocument(): Document {
  const document = new Document()
  document.commentBefore = heading
  return document
}

function hasAlias(document: Document): boolean {
  let found = false
  visit(document, {
    Alias: () => {
      found = true
      return visit.BREAK
    },
  })
  return found
}

/** The store's text with these entries new or changed; every other one, its order and its comments stay. */
export function storeText({ document, values }: StoreContent, entries: ReadonlyMap<string, string>): string {
  const map = isMap(document.contents) ? (document.contents as YAMLMap) : new YAMLMap()
  document.contents = map as unknown as Document['contents']
  const known = new Map(map.items.map(pair => [isScalar(pair.key) ? String(pair.key.value) : '', pair]))
  for (const [name, value] of entries) {
    const pair = known.get(name)
    const scalar = pair === undefined ? undefined : pair.value
    if (isScalar(scalar)) scalar.value = value
    else map.items.push(document.createPair(name, quoted(value)))
  }
  const text = document.toString({ lineWidth: 0 })
  checkText(text, new Map([...values, ...entries]))
  return text
}

/** In quotes: nothing that is read back takes it for a number. */
function quoted(value: string): Scalar {
  const scalar = new Scalar(value)
  scalar.type = Scalar.QUOTE_DOUBLE
  return scalar
}

/** Throws, since it is our own bug, where what would be written says anything else than it should. */
function checkText(text: string, expected: ReadonlyMap<string, string>): void {
  const read = readStoreText(text)
  const same =
    !isStoreFault(read) &&
    read.values.size === expected.size &&
    [...expected].every(([name, value]) => read.values.get(name) === value)
  if (!same) throw new Error('the secret store would not come back as it was written; nothing was changed')
}

function refusalOf(asked: string, found: StoreFault): Refusal {
  const { id, en } = storeFaultWords(asked, found)
  return refuse(`--secrets ${asked}: ${id}`, `--secrets ${asked}: ${en}`)
}
