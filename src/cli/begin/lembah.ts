import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '../../source/source.ts'

/** Files of the documented example, its ledger among them. A package carries them as text. */
export const lembah: readonly Source[] = readFiles(join(import.meta.dirname, '../../../stacks/lembah'))

function readFiles(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}
