import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The page's program: one script and one style sheet, each of which the page allows by its hash. */
interface PageProgram {
  readonly script: string
  readonly style: string
}

/** As a repository keeps it between builds. */
export interface KeptProgram extends PageProgram {
  /** Of the contents of all inputs. */
  readonly key: string
  /** Files that it was made from, inside the repository. */
  readonly inputs: readonly string[]
}

const root = join(import.meta.dirname, '../../..')
const maker = 'src/packaging/make-page.ts'
const makers = [maker, 'src/packaging/page-program.ts']

/** Where a repository keeps it. */
export const keptAt = join(root, '.cache/page/program.json')

/**
 * The program of the page. A repository makes it in a process of its own where one of its sources has changed since it
 * was last made, and keeps it; a package carries it, and this file is replaced there.
 */
export async function pageProgram(): Promise<PageProgram> {
  const kept = keptProgram()
  if (kept !== undefined) return kept
  execFileSync(process.execPath, [join(root, maker)], { stdio: ['ignore', 'ignore', 'inherit'] })
  const made = keptProgram()
  if (made === undefined) throw new Error(`${maker} made no program`)
  return made
}

/** What is kept, where it is what the sources say. */
export function keptProgram(): KeptProgram | undefined {
  if (!existsSync(keptAt)) return undefined
  const kept = JSON.parse(readFileSync(keptAt, 'utf8')) as KeptProgram
  return programKey(kept.inputs) === kept.key ? kept : undefined
}

export function programKey(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const input of ['package-lock.json', ...makers, ...inputs]) {
    const path = join(root, input)
    hash.update(`${input}\n`).update(existsSync(path) ? readFileSync(path) : 'gone')
  }
  return hash.digest('hex')
}
