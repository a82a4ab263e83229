import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** For tests: the command tree of the SRX family, which lies beside the project and is no part of it. */

const named = process.env['SERAT_REFERENCE']
const folder = join(named ?? join(import.meta.dirname, '../../../../shared/reference'), 'junos')
const checker = join(folder, 'check-set.mjs')
const file = join(folder, 'junos-es-24.4R1-tree.json')

/** True where nobody asked for the tree and it is not there; where somebody did, a test that lacks it fails. */
export const treeAbsent = named === undefined && ![checker, file].every(existsSync)
export const skipped = treeAbsent ? ' (skipped: vendor tree absent)' : ''

type CheckLine = (tree: unknown, line: string) => string | null

let loaded: { readonly checkLine: CheckLine; readonly tree: unknown } | undefined

/** What the command tree says against a configuration: the line and the reason. */
export async function treeErrors(text: string): Promise<string[]> {
  loaded ??= {
    ...((await import(pathToFileURL(checker).href)) as { readonly checkLine: CheckLine }),
    tree: JSON.parse(readFileSync(file, 'utf8')) as unknown,
  }
  const { checkLine, tree } = loaded
  return text.split('\n').flatMap(line => {
    const reason = line === '' || line.startsWith('#') ? null : checkLine(tree, line)
    return reason === null ? [] : [`${line}: ${reason}`]
  })
}
