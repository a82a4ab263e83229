import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mappingFile, type MappingFile } from '../../exchange/mapping/mapping.ts'
import { parseYaml } from '../../source/yaml.ts'
import { fileRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'

/** A saved mapping. */
export function readMapping({ cwd }: Shell, path: string): MappingFile | Refusal {
  let text: string
  try {
    text = readFileSync(resolve(cwd, path), 'utf8')
  } catch (error) {
    const refusal = fileRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
  const read = mappingFile.safeParse(parseYaml({ path, text }).data)
  if (read.success) return read.data
  const places = read.error.issues.map(issue => issue.path.join('.')).join(', ')
  return refuse(
    `${path}: bukan berkas pemetaan (${places}); mulai dari mapping.yaml sebuah usulan`,
    `${path}: no mapping file (${places}); begin with the mapping.yaml of a proposal`,
  )
}
