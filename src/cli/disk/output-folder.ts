import { lstatSync, realpathSync, statSync } from 'node:fs'
import { hash } from 'node:crypto'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Artifact } from '../../render/artifact.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { manifestName, readManifest } from './manifest-file.ts'
import { realDisk, type Disk } from './disk.ts'

export interface Written {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly sources: readonly string[]
}

/** Why a folder cannot be the output's; undefined where it can. Nothing that is not ours is ever replaced. */
export function outputRefusal(out: string, inventory: string, disk: Disk = realDisk): Refusal | undefined {
  if (`${realpathSync(inventory)}${sep}`.startsWith(`${settled(out)}${sep}`))
    return refuse(`--out ${out}: inventaris ada di dalamnya`, `--out ${out}: the inventory lies inside it`)
  if (!disk.exists(out)) return undefined
  if (!statSync(out).isDirectory()) return refuse(`--out ${out}: bukan folder`, `--out ${out}: not a folder`)
  if (disk.names(out).length === 0 || readManifest(out) !== undefined) return undefined
  return refuse(
    `--out ${out}: folder ini berisi sesuatu dan bukan hasil serat (tanpa manifest.json); pilih folder lain`,
    `--out ${out}: this folder is not empty and was not made by serat (no manifest.json); choose another`,
  )
}

/** The folder itself where a symbolic link stands in for it: that one is replaced. */
export function settled(out: string): string {
  const link = lstatSync(out, { throwIfNoEntry: false })
  return link === undefined ? resolve(out) : realpathSync(out)
}

/**
 * Writes a whole new output beside the old one, which takes its place at the end. Whatever happens on the way, `out` holds
 * the old output or the new one; `healOutput` clears what a kill leaves.
 */
export async function writeOutput(
  out: string,
  artifacts: Iterable<Artifact>,
  seal: (written: readonly Written[]) => string,
  onWrite: (done: number) => void = () => {},
  disk: Disk = realDisk,
): Promise<readonly Written[]> {
  const fresh = `${out}.${process.pid}.tmp`
  try {
    disk.remove(fresh)
    disk.makeFolder(fresh)
    const written = await writeArtifacts(fresh, artifacts, onWrite, disk)
    disk.write(join(fresh, manifestName), seal(written))
    disk.sync(join(fresh, manifestName))
    disk.sync(fresh)
    swap(out, fresh, disk)
    return written
  } catch (error) {
    abandon(out, fresh, disk)
    throw error
  }
}

/** The failure is reported by whoever threw first; that the disk also refuses the clean-up changes nothing about it. */
function abandon(out: string, fresh: string, disk: Disk): void {
  try {
    const old = oldName(out)
    if (!disk.exists(out) && disk.exists(old)) disk.rename(old, out)
    disk.remove(fresh)
  } catch {
    // The next command heals.
  }
}

async function writeArtifacts(
  folder: string,
  artifacts: Iterable<Artifact>,
  onWrite: (done: number) => void,
  disk: Disk,
): Promise<Written[]> {
  const written: Written[] = []
  const taken = new Set<string>()
  const folders = new Set<string>()
  for (const artifact of artifacts) {
    const key = checkedPath(artifact.path).toLowerCase()
    if (taken.has(key)) throw new Error(`two artifacts at ${JSON.stringify(artifact.path)}`)
    taken.add(key)
    written.push(await writeArtifact(folder, artifact, written, { disk, folders }))
    onWrite(written.length)
  }
  return written
}

async function writeArtifact(
  folder: string,
  artifact: Artifact,
  before: readonly Written[],
  { disk, folders }: { readonly disk: Disk; readonly folders: Set<string> },
): Promise<Written> {
  const path = checkedPath(artifact.path)
  const made = artifact.content(before)
  const content = made instanceof Promise ? await made : made
  const parent = dirname(join(folder, path))
  if (!folders.has(parent)) disk.makeFolder(parent)
  folders.add(parent)
  // A text goes down as it is: a buffer of each would lie about until the collector comes.
  disk.write(join(folder, path), content)
  return {
    path,
    sha256: hash('sha256', content, 'hex'),
    bytes: Buffer.byteLength(content),
    sources: sourcesOf(artifact),
  }
}

function sourcesOf({ sources, lines }: Artifact): readonly string[] {
  if (sources !== undefined) return sources()
  const paths = new Set<string>()
  for (const { from } of lines?.() ?? []) for (const { source } of from) paths.add(source.path)
  return [...paths].sort()
}

const safeName = /^[A-Za-z0-9_][A-Za-z0-9_.@+-]{0,120}$/

/** Throws, since it is our own bug, where a path could leave the output folder or is no portable name. */
export function checkedPath(path: string): string {
  const names = path.split('/')
  if (names.length > 8 || !names.every(name => safeName.test(name) && !name.endsWith('.')))
    throw new Error(`an artifact has the path ${JSON.stringify(path)}`)
  return path
}

function swap(out: string, fresh: string, disk: Disk): void {
  const old = oldName(out)
  disk.remove(old)
  if (disk.exists(out)) disk.rename(out, old)
  disk.rename(fresh, out)
  disk.sync(dirname(out))
  disk.remove(old)
}

function oldName(out: string): string {
  return `${out}.${process.pid}.old.tmp`
}

/**
 * Puts right what a killed build left: where `out` is missing, the kill came between two renames, and the new output, whole by then, takes
 * its place; without one the old returns. Everything else is cleared away. Only for the holder of the lock.
 */
export function healOutput(out: string, disk: Disk = realDisk): void {
  const parent = dirname(out)
  const remains = disk.names(parent).filter(name => isRemains(name, basename(out)))
  if (remains.length === 0) return
  const at = (name: string): string => join(parent, name)
  if (!disk.exists(out)) {
    const old = remains.find(name => name.endsWith('.old.tmp'))
    const fresh = old?.replace('.old.tmp', '.tmp')
    const whole = fresh !== undefined && remains.includes(fresh) && readManifest(at(fresh)) !== undefined ? fresh : old
    if (whole !== undefined) disk.rename(at(whole), out)
  }
  for (const name of remains) disk.remove(at(name))
}

/** `out.1234.tmp` or `out.1234.old.tmp`. */
function isRemains(name: string, base: string): boolean {
  return name.startsWith(`${base}.`) && /^\d+\.(old\.)?tmp$/.test(name.slice(base.length + 1))
}

/** Whether a build was killed in the one instant in which `out` has no folder. */
export function needsHealing(out: string, disk: Disk = realDisk): boolean {
  return (
    !disk.exists(out) &&
    disk.names(dirname(out)).some(name => isRemains(name, basename(out)) && name.endsWith('.old.tmp'))
  )
}
