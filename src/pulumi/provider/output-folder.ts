import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeFile } from '../targets/file.ts'
import { journalOf } from '../targets/journal.ts'
import { ownFolder, placeInside } from '../targets/paths.ts'
import { outputFolderInputs } from './kinds.ts'
import type { Properties } from './properties.ts'

/** A resource as it was read; undefined where it is gone. */
export interface Live {
  readonly inputs: Properties
  readonly outputs: Properties
  /** What nobody knows of it, and why. */
  readonly unknown: readonly string[]
}

/** What was begun here and is still there, whoever knows of it. */
function begunPaths(root: string): string[] {
  return [...journalOf(root).paths()].filter(path => existsSync(placeInside(root, path))).sort()
}

export function readFolder(root: string, inputs: Properties): Live | undefined {
  const { paths } = outputFolderInputs.parse(inputs)
  if (!existsSync(join(root, ownFolder))) return undefined
  const wanted = new Set(paths)
  // What is missing shows at the resource that it belongs to.
  const orphans = begunPaths(root).filter(path => !wanted.has(path))
  const live = { ...inputs, paths: [...paths, ...orphans] }
  return { inputs: live, outputs: { location: root }, unknown: [] }
}

/** Takes away what a killed deployment began and nobody wants any more. */
export function sweep(root: string, inputs: Properties): void {
  const wanted = new Set(outputFolderInputs.parse(inputs).paths)
  for (const path of begunPaths(root)) if (!wanted.has(path)) removeFile(root, path)
  journalOf(root).settle(wanted)
}

export function release(root: string, inputs: Properties): void {
  sweep(root, inputs)
  const folder = join(root, ownFolder)
  rmSync(folder, { recursive: true, force: true })
  if (existsSync(root) && readdirSync(root).length === 0) rmSync(root, { recursive: true, force: true })
}
