import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** One file of the product as the house's tests read it. */
export interface CodeFile {
  /** Inside `src`, with forward slashes. */
  readonly path: string
  readonly text: string
}

const root = join(import.meta.dirname, '../..')

/** Files that ship: no tests, no fixtures, nothing under `testing/`. */
export function productFiles(folder = root): CodeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts') && !/\.[a-z]+\.ts$/.test(path) && !notShipped.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** The second half names the rooms that only tests needed before they came under one roof. */
const notShipped = /^(testing|dev|golden|properties|equivalence)\//

export function parsed({ path, text }: CodeFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
}

/** Every node of a tree, the outer before the inner. */
export function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = []
  const walk = (node: ts.Node): void => {
    nodes.push(node)
    ts.forEachChild(node, walk)
  }
  walk(root)
  return nodes
}
