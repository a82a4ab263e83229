import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { joined, joinedByLine, keptIfThere, packageWith } from '../../edit/begin/repository.ts'
import type { Source } from '../../source/source.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

/**
 * Writes a new repository beside what stands in the folder; nothing is overwritten. Answers the paths that were
 * written.
 */
export function writeFiles(folder: string, files: readonly Source[]): readonly string[] | Refusal {
  const taken = files
    .map(({ path }) => path)
    .filter(path => !joinedByLine.has(path) && !keptIfThere.has(path) && existsSync(join(folder, path)))
  if (existsSync(join(folder, 'sites'))) taken.unshift('sites')
  if (taken.length > 0)
    return refuse(
      `${taken.join(', ')}: sudah ada, dan tidak ada yang ditulis; pilih folder lain`,
      `${taken.join(', ')}: there already, and nothing was written; choose another folder`,
    )
  const manifest = packageText(folder)
  if (isRefusal(manifest)) return manifest
  const written = [...files, { path: 'package.json', text: manifest }].filter(
    ({ path }) => !(keptIfThere.has(path) && existsSync(join(folder, path))),
  )
  for (const { path, text } of written) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    const isJoined = joinedByLine.has(path) && existsSync(target)
    writeWhole(target, isJoined ? joined(readFileSync(target, 'utf8'), text) : text)
  }
  return written.map(({ path }) => path)
}

function packageText(folder: string): string | Refusal {
  const path = join(folder, 'package.json')
  if (!existsSync(path)) return packageWith({})
  const had = jsonOf(readFileSync(path, 'utf8'))
  if (typeof had === 'object' && had !== null && !Array.isArray(had)) return packageWith({ ...had })
  return refuse('package.json tidak dapat dibaca sebagai objek JSON', 'package.json cannot be read as a JSON object')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
