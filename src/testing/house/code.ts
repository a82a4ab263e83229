import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript-api'

/** One file of the product as the house's tests read it. */
export interface CodeFile {
  /** Inside `src`, with forward slashes. */
  readonly path: string
  readonly text: string
}

const root = join(import.meta.dirname, '../..')

/** Every file, tests and their helpers as well. */
export function allFiles(folder = root): CodeFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => /\.tsx?$/.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** Files that ship: no tests, no fixtures, nothing under `testing/`. */
export function productFiles(folder = root): CodeFile[] {
  return allFiles(folder).filter(isProduct)
}

export function isProduct({ path }: CodeFile): boolean {
  return !/\.[a-z]+\.ts$/.test(path) && !notShipped.test(path)
}

/** The second half names the rooms that only tests needed before they came under one roof. */
const notShipped = /^(testing|dev|golden|properties|equivalence)\//

const trees = new WeakMap<CodeFile, ts.SourceFile>()

/** The tree of a file, parsed once however many questions are asked of it. */
export function parsed(file: CodeFile): ts.SourceFile {
  const tree = trees.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  trees.set(file, tree)
  return tree
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
