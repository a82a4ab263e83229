import { createHash } from 'node:crypto'
import type { Source } from '../source/source.ts'

/** SHA-256 over every file of the inventory, with the ledger as it stands after a build: what an output follows from, but for the date. */
export function inventoryHash(sources: readonly Source[], ledger: string): string {
  const sum = createHash('sha256')
  const files = [...sources, { path: 'allocations.lock.yaml', text: ledger }].sort((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, text } of files) sum.update(`${path}\0${Buffer.byteLength(text)}\0`).update(text)
  return sum.digest('hex')
}
