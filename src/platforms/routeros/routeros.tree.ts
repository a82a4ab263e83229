import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** For tests: RouterOS's own command trees, which lie beside the project and are no part of it. */

const named = process.env['SERAT_REFERENCE']
const folder = join(named ?? join(import.meta.dirname, '../../../../shared/reference'), 'routeros')
const checker = join(folder, 'check-rsc.mjs')
const tree = (version: string): string => join(folder, `ros-tree-min-${version}.json`)

/** By dialect, the tree that is nearest to each of its versions. */
const trees: Readonly<Record<string, string>> = {
  '7.12': tree('7.15.3'),
  '7.18': tree('7.18.2'),
  '7.19': tree('7.19.6'),
  '7.20': tree('7.22.3'),
}

/** The file of a dialect's tree; undefined where it is not to be had. */
export function treeFile(dialect: string): string | undefined {
  const file = trees[dialect]
  return file !== undefined && existsSync(file) ? file : undefined
}

/** True where nobody asked for the trees and they are not there; where somebody did, a test that lacks them fails. */
export const treesAbsent = named === undefined && ![checker, ...Object.values(trees)].every(existsSync)
export const skipped = treesAbsent ? ' (skipped: vendor tree absent)' : ''

/**
 * `!keepalive`, as RouterOS exports what is not set; the checker knows an argument with a value only, which still
 * proves its name.
 */
const unset = / !keepalive(?= |$)/gm

/** What the command tree of a dialect says against a script. */
export async function treeErrors(script: string, dialect: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'serat-routeros-'))
  try {
    const file = join(scratch, 'router.rsc')
    await writeFile(file, script.replace(unset, ' keepalive=10s'))
    const output = await run([checker, trees[dialect] ?? '', file])
    return output.split('\n').filter(text => text.includes(': error: '))
  } finally {
    await rm(scratch, { recursive: true })
  }
}

/** The checker leaves with 1 where it has something to say; without a word it did not run at all. */
async function run(words: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, words)).stdout
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    if (stdout === undefined || stdout === '') throw error
    return stdout
  }
}
