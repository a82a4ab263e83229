import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ownFolder } from '../targets/paths.ts'
import { both } from '../words.ts'
import type { Properties } from './properties.ts'

/**
 * Puts what a preview shows of new files somewhere a person can open it, and says where; undefined where nothing can be
 * written.
 */
type Keep = (path: string, text: string) => string | undefined

/**
 * A folder of the project that Git does not see; what an earlier preview left goes first. Secrets stand in its files by
 * name.
 */
export function keepIn(project: string): Keep {
  const folder = join(project, ownFolder, 'preview')
  let isCleared = false
  return (path, text) => {
    try {
      if (!isCleared) rmSync(folder, { recursive: true, force: true })
      isCleared = true
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      writeFileSync(file, text, { mode: 0o600 })
      return relative(project, file)
    } catch {
      return undefined
    }
  }
}

/**
 * Inputs of a new resource as a preview shows them. The engine prints a whole new file as one escaped string, which
 * nobody reads: here it is its size, and where it can be read.
 */
export function shownNew(inputs: Properties, folder: string, keep: Keep): Properties {
  const { files } = inputs
  if (typeof files !== 'object' || files === null) return inputs
  const shown = Object.entries(files).map(([name, text]) => [name, summary(join(folder, name), String(text), keep)])
  return { ...inputs, files: Object.fromEntries(shown) }
}

function summary(path: string, text: string, keep: Keep): string {
  const lines = text.split('\n').length - 1
  const secrets = new Set(Array.from(text.matchAll(/<secret:([a-z0-9/-]+)>/g), ([, name]) => name)).size
  const where = keep(path, text)
  return [
    both({ id: `${lines} baris`, en: `${lines} lines` }),
    ...(secrets === 0 ? [] : [both({ id: `${secrets} rahasia menurut namanya`, en: `${secrets} secrets by name` })]),
    ...(where === undefined ? [] : [where]),
  ].join('; ')
}
