import { isUtf8 } from 'node:buffer'
import pulumi from '@pulumi/pulumi'
import { lineText, type Line } from '../render/config/line.ts'
import type { Artifact } from '../render/artifact.ts'
import { formOf, type SecretForm } from './secrets/forms.ts'

/** Files of one router, ready to be a resource: secrets by name, and how each is written. */
export interface RouterFiles {
  readonly files: Record<string, string>
  readonly forms: Record<string, SecretForm[]>
}

/** Documents that belong together: one resource. */
export interface DocumentFiles {
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
}

/** What a compilation writes, sorted into resources. Throws `RunError` where a tunnel still has no key. */
export async function deployablesOf(artifacts: Iterable<Artifact>): Promise<Deployables> {
  const routers = new Map<string, RouterFiles>()
  const contracts = new Map<string, DocumentFiles>()
  const documents = new Map<string, DocumentFiles>()
  const ipPlan: DocumentFiles = { folder: 'ip-plan', files: {}, binaries: {} }
  const paths: string[] = []
  const keyless = new Map<string, Set<string>>()
  for (const artifact of artifacts) {
    paths.push(artifact.path)
    const [top = '', second = '', ...rest] = artifact.path.split('/')
    if (top === 'routers' && artifact.lines !== undefined) {
      const lines = artifact.lines()
      for (const owner of missingKeys(lines)) keyless.set(owner, (keyless.get(owner) ?? new Set()).add(second))
      addConfig(of(routers, second, () => ({ files: {}, forms: {} })), rest.join('/'), lines)
    } else if (top === 'ip-plan' && rest.length === 0) addDocument(ipPlan, second, await artifact.content())
    else if (top === 'contracts' && rest.length === 0) addDocument(of(contracts, second.replace(/\.[^.]*$/, ''), () => ({ folder: top, files: {}, binaries: {} })), second, await artifact.content())
    else {
      const folder = folderOf(artifact.path)
      addDocument(of(documents, folder === '' ? artifact.path : folder, () => ({ folder, files: {}, binaries: {} })), baseOf(artifact.path), await artifact.content())
    }
  }
  if (keyless.size > 0) throw new pulumi.RunError(keylessFault(keyless))
  return { routers, ipPlan, contracts, documents, paths: paths.sort() }
}

function addConfig({ files, forms }: RouterFiles, name: string, lines: readonly Line[]): void {
  files[name] = lines.map(line => lineText(line) + '\n').join('')
  const found = lines.flatMap(({ parts }) => parts.flatMap(part => (typeof part !== 'string' && 'secret' in part ? [formOf(part)] : [])))
  if (found.length > 0) forms[name] = found
}

/** A longer document is shown by its digest: the command line takes minutes for a line diff of half a megabyte, and nobody reads one. */
const longestDiffed = 60_000

function addDocument({ files, binaries }: DocumentFiles, name: string, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  if (bytes.length <= longestDiffed && isUtf8(bytes) && !bytes.includes(0)) files[name] = bytes.toString('utf8')
  else binaries[name] = bytes.toString('base64')
}

function missingKeys(lines: readonly Line[]): string[] {
  return lines.flatMap(({ parts }) => parts.flatMap(part => (typeof part !== 'string' && 'missingKey' in part ? [part.missingKey] : [])))
}

function keylessFault(keyless: ReadonlyMap<string, ReadonlySet<string>>): string {
  const list = [...keyless].sort(([a], [b]) => (a < b ? -1 : 1)).map(([owner, users]) => `  ${owner}, for ${[...users].sort().slice(0, 4).join(', ')}${users.size > 4 ? ` and ${users.size - 4} more` : ''}`)
  return ['no tunnel key was made for these routers, so nothing is deployed; run `serat keys` / kunci terowongan belum dibuat:', ...list].join('\n')
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
