import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The work tree of Git that a path lies in. */
export function insideRepository(path: string): string | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}
