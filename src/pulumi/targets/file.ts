import { isUtf8 } from 'node:buffer'
import { existsSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { masked, resolved, type Secrets, type Template } from '../secrets/template.ts'
import { journalOf } from './journal.ts'
import { makeFolderOf, placeInside } from './paths.ts'
import type { Found, Target, Unit } from './target.ts'
import { writeFile } from './write-file.ts'
import { both, errorWords } from '../words.ts'

export interface FileSettings {
  /** The output root, absolute. */
  readonly root: string
}

/** Configurations hold secrets or say where to attack: only their owner reads them. */
const closedMode = 0o600
const openMode = 0o644

/** A folder that a TFTP, SFTP or Oxidized server hands out. */
export function fileTarget({ root }: FileSettings): Target {
  return {
    read: async (unit, secrets) => read(root, unit, secrets),
    apply: (unit, before, secrets) => apply(root, unit, before, secrets),
    remove: async unit => {
      for (const path of pathsOf(unit)) removeFile(root, path)
    },
    location: unit => join(root, unit.folder),
  }
}

/** Paths of a unit's files inside the output root. */
export function pathsOf(unit: Unit): string[] {
  return [...unit.files.keys(), ...unit.binaries.keys()].map(name => pathOf(unit, name))
}

function read(root: string, unit: Unit, secrets: Secrets): Found {
  const files = new Map<string, string>()
  for (const [name, template] of unit.files) {
    const live = contentOf(root, pathOf(unit, name))
    if (live === undefined) continue
    files.set(name, shown(template, live, secrets))
  }
  const binaries = new Map<string, string>()
  for (const name of unit.binaries.keys()) {
    const live = contentOf(root, pathOf(unit, name))
    if (live !== undefined) binaries.set(name, live.bytes.toString('base64'))
  }
  return files.size + binaries.size === 0 ? { kind: 'gone' } : { kind: 'there', files, binaries }
}

interface Live {
  readonly bytes: Buffer
  readonly mode: number
}

function contentOf(root: string, path: string): Live | undefined {
  const place = placeInside(root, path)
  const known = lstatSync(place, { throwIfNoEntry: false })
  return known?.isFile() === true ? { bytes: readFileSync(place), mode: known.mode & 0o777 } : undefined
}

/** A configuration that others may read is drift, and says so in its first line. */
function shown(template: Template, { bytes, mode }: Live, secrets: Secrets): string {
  const text = shownBytes(template, bytes, secrets)
  return holdsSecrets(template) && (mode & 0o077) !== 0 ? `<${both(openTo(mode))}>\n${text}` : text
}

/** What stands there, secrets by name. */
export function shownBytes(template: Template, bytes: Buffer, secrets: Secrets): string {
  return isUtf8(bytes) ? masked(template, bytes.toString('utf8'), secrets) : `<${both(notText)}>\n`
}

const notText: Bilingual = { id: 'bukan UTF-8', en: 'not UTF-8' }

function openTo(mode: number): Bilingual {
  const digits = mode.toString(8)
  return { id: `terbaca orang lain: mode ${digits}`, en: `readable by others: mode ${digits}` }
}

export function holdsSecrets({ text }: Template): boolean {
  return text.includes('<secret:')
}

async function apply(root: string, unit: Unit, before: Unit | undefined, secrets: Secrets): Promise<void> {
  // Everything is resolved before the first file is touched.
  const contents = [
    ...[...unit.files].map(([name, template]) => ({
      path: pathOf(unit, name),
      bytes: Buffer.from(resolvedOf(unit, name, template, secrets)),
      mode: holdsSecrets(template) ? closedMode : openMode,
    })),
    ...[...unit.binaries].map(([name, base64]) => ({
      path: pathOf(unit, name),
      bytes: Buffer.from(base64, 'base64'),
      mode: openMode,
    })),
  ]
  const journal = journalOf(root)
  for (const { path, bytes, mode } of contents) {
    const place = placeInside(root, path)
    const live = contentOf(root, path)
    journal.note(path)
    if (live !== undefined && live.mode === mode && live.bytes.equals(bytes)) continue
    makeFolderOf(place)
    await writeFile(root, place, bytes, mode)
  }
  const kept = new Set(pathsOf(unit))
  for (const path of before === undefined ? [] : pathsOf(before)) if (!kept.has(path)) removeFile(root, path)
}

function resolvedOf(unit: Unit, name: string, template: Template, secrets: Secrets): string {
  try {
    return resolved(template, secrets)
  } catch (error) {
    throw new Error(`${pathOf(unit, name)}: ${errorWords(error)}`)
  }
}

function pathOf({ folder }: Unit, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

/** Takes a file away, and the folders above it that are left empty. */
export function removeFile(root: string, path: string): void {
  const place = placeInside(root, path)
  rmSync(place, { force: true })
  for (let folder = dirname(place); folder.length > root.length; folder = dirname(folder)) {
    if (existsSync(folder) && readdirSync(folder).length > 0) return
    if (existsSync(folder)) rmdirSync(folder)
  }
}
