import ts from 'typescript-api'
import { nodesOf, parsed, productFiles } from './code.ts'

/**
 * `npm run statements [SRC]`: how many statements the product has, by room; blocks and empty statements do not count.
 * Readers of configurations, which were helpers of tests once, stand apart.
 */
export function statementsOf(folder?: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const file of productFiles(folder)) {
    const room = roomOf(file.path)
    counts.set(room, (counts.get(room) ?? 0) + nodesOf(parsed(file)).filter(isCounted).length)
  }
  return counts
}

function roomOf(path: string): string {
  if (/^platforms\/(reading|[a-z]+\/(read|script))\//.test(path)) return 'platforms (readers)'
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '.'
}

function isCounted(node: ts.Node): boolean {
  return ts.isStatement(node) && !ts.isBlock(node) && !ts.isEmptyStatement(node)
}

if (import.meta.main) {
  const counts = statementsOf(process.argv[2])
  for (const [room, count] of counts) console.log(`${String(count).padStart(6)} ${room}`)
  console.log(`${String([...counts.values()].reduce((sum, count) => sum + count, 0)).padStart(6)} in all`)
}
