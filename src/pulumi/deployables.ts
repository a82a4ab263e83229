import { isUtf8 } from 'node:buffer'
import { lineText, type Line } from '../platforms/text/line.ts'
import { heldLines } from '../platforms/text/unresolved.ts'
import type { Artifact } from '../render/artifact.ts'
import { gatherSecrets, type NeededSecret } from '../secrets/needed.ts'
import { formOf, type SecretForm } from './secrets/forms.ts'

/** Files of one router, ready to be a resource: secrets by name, and how each is written. */
interface RouterFiles {
  readonly files: Record<string, string>
  readonly forms: Record<string, SecretForm[]>
}

/** Documents that belong together: one resource. */
interface DocumentFiles {
  readonly folder: string
  readonly files: Record<string, string>
  readonly binaries: Record<string, string>
}

export interface Deployables {
  readonly routers: ReadonlyMap<string, RouterFiles>
  readonly ipPlan: DocumentFiles
  /** By contract, and `register` for the register of all. */
  readonly contracts: ReadonlyMap<string, DocumentFiles>
  /** By folder, or by name for a file of the root: drawings, exchange formats and whatever else the compiler writes. */
  readonly documents: ReadonlyMap<string, DocumentFiles>
  /** Every path, sorted. */
  readonly paths: readonly string[]
  /** Sorted by name. */
  readonly secrets: readonly NeededSecret[]
  /** Routers whose tunnels have no key yet, and those whose configurations want its public half. */
  readonly keyless: ReadonlyMap<string, ReadonlySet<string>>
}

/** What a compilation writes, sorted into resources. */
export async function deployablesOf(artifacts: Iterable<Artifact>): Promise<Deployables> {
  const routers = new Map<string, RouterFiles>()
  const contracts = new Map<string, DocumentFiles>()
  const documents = new Map<string, DocumentFiles>()
  const ipPlan = emptyDocument('ip-plan')
  const paths: string[] = []
  const keyless = new Map<string, Set<string>>()
  const gathering = gatherSecrets()

  const documentOf = (path: string): DocumentFiles => {
    const folder = folderOf(path)
    if (folder === 'ip-plan') return ipPlan
    if (folder === 'contracts') return of(contracts, baseOf(path).replace(/\.[^.]*$/, ''), () => emptyDocument(folder))
    return of(documents, folder === '' ? path : folder, () => emptyDocument(folder))
  }

  for (const { path, lines, content } of artifacts) {
    paths.push(path)
    const [top, router = '', ...rest] = path.split('/')
    if (top !== 'routers' || lines === undefined) {
      addDocument(documentOf(path), baseOf(path), await content())
      continue
    }
    const written = heldLines(lines())
    gathering.note(router, written)
    for (const owner of missingKeys(written)) of(keyless, owner, () => new Set()).add(router)
    addConfig(
      of(routers, router, () => ({ files: {}, forms: {} })),
      rest.join('/'),
      written,
    )
  }
  return { routers, ipPlan, contracts, documents, paths: paths.sort(), secrets: gathering.needed(), keyless }
}

function emptyDocument(folder: string): DocumentFiles {
  return { folder, files: {}, binaries: {} }
}

function addConfig({ files, forms }: RouterFiles, name: string, lines: readonly Line[]): void {
  files[name] = lines.map(line => lineText(line) + '\n').join('')
  const found = lines.flatMap(({ parts }) =>
    parts.flatMap(part => (typeof part !== 'string' && 'secret' in part ? [formOf(part)] : [])),
  )
  if (found.length > 0) forms[name] = found
}

/**
 * A longer document is shown by its digest: the command line takes minutes for a line diff of half a megabyte, and
 * nobody reads one.
 */
const longestDiffed = 60_000

function addDocument({ files, binaries }: DocumentFiles, name: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  if (bytes.length <= longestDiffed && isUtf8(bytes) && !bytes.includes(0)) files[name] = bytes.toString('utf8')
  else binaries[name] = bytes.toString('base64')
}

function missingKeys(lines: readonly Line[]): string[] {
  return lines.flatMap(({ parts }) =>
    parts.flatMap(part => (typeof part !== 'string' && 'missingKey' in part ? [part.missingKey] : [])),
  )
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function of<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
