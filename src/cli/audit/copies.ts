import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Artifact } from '../../render/artifact.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { gitBytes } from '../git.ts'
import type { Compiled } from '../inventory.ts'

/**
 * What an audit was made from, byte for byte: the files of the inventory, its ledger, and the evidence that it holds.
 */
export function copiesOf(compiled: Compiled): Artifact[] {
  const { inventory } = compiled
  const placed = new Set<string>()
  const texts = [...inventory.sources, { path: ledgerName, text: inventory.ledger }]
  return [
    ...texts.map(({ path, text }) => ({
      path: copyPath(`inventory/${path}`, placed),
      sources: () => [path],
      content: () => text,
    })),
    ...[...inventory.documents.keys()].sort().map(path => ({
      path: copyPath(`documents/${path}`, placed),
      sources: () => [],
      content: () => evidence(compiled, path),
    })),
  ]
}

function evidence({ folder, revision }: Compiled, path: string): Uint8Array {
  if (revision === undefined) return readFileSync(join(folder, 'documents', path))
  const bytes = gitBytes(folder, 'cat-file', 'blob', `${revision.id}:${posix.join(revision.path, 'documents', path)}`)
  if (bytes === undefined) throw new Error(`Git has lost documents/${path}`)
  return bytes
}

const portable = /^[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,119}$/

/**
 * Its own path; where that is no portable name on some machine, or differs from another only in case, a name with its
 * hash.
 */
function copyPath(path: string, placed: Set<string>): string {
  const names = path.split('/')
  const isPortable = names.length <= 8 && names.every(name => portable.test(name) && !name.endsWith('.'))
  const [folder = '', ...rest] = names
  const own = isPortable && !placed.has(path.toLowerCase())
  const plain = rest
    .join('_')
    .replace(/[^A-Za-z0-9.]+/g, '_')
    .slice(-60)
  const chosen = own ? path : `${folder}/${hash('sha256', path, 'hex').slice(0, 16)}_${plain.replace(/\.+$/, '')}`
  placed.add(chosen.toLowerCase())
  return chosen
}
