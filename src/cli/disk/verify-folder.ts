import { hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { isSealed } from '../../render/manifest.ts'
import { shown } from '../../text/screen.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { manifestName, readManifest } from './manifest-file.ts'

interface Verified {
  readonly faults: readonly Bilingual[]
  readonly files: number
  /** SHA-256 of the manifest itself. */
  readonly digest: string
}

/** What differs between a folder and its manifest; needs nothing but the folder. */
export function faultsOf(folder: string, name: string, expected: string | undefined): Verified | Refusal {
  const path = join(folder, manifestName)
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    return refuse(
      `${name} bukan folder hasil: tidak ada ${manifestName}`,
      `${name} is no output folder: it has no ${manifestName}`,
    )
  const text = readFileSync(path)
  const digest = hash('sha256', text, 'hex')
  const manifest = readManifest(folder)
  const altered = fault(manifestName, 'berubah', 'was changed')
  if (manifest === undefined || !isSealed(text.toString('utf8')) || (expected !== undefined && expected !== digest))
    return { faults: [altered], files: 0, digest }
  const listed = new Map(manifest.artifacts.map(artifact => [artifact.path, artifact.sha256]))
  const there = filesIn(folder)
  const faults = [
    ...[...listed].flatMap(([file, sha256]) => {
      if (!there.has(file)) return [fault(file, 'hilang', 'is missing')]
      return hash('sha256', readFileSync(join(folder, file)), 'hex') === sha256
        ? []
        : [fault(file, 'berubah', 'was changed')]
    }),
    ...[...there]
      .filter(file => file !== manifestName && !listed.has(file))
      .map(file => fault(file, 'tidak tercantum', 'is not listed')),
  ]
  return { faults, files: listed.size, digest }
}

function fault(file: string, id: string, en: string): Bilingual {
  return { id: `${shown(file)} ${id}`, en: `${shown(file)} ${en}` }
}

function filesIn(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => !entry.isDirectory())
  return new Set(
    entries
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      )
      // A writer's lock lies inside where the folder is a mount point.
      .filter(path => !/^\.build-lock\.tmp[^/]*$/.test(path)),
  )
}
