import { lstatSync, realpathSync, statSync } from 'node:fs'
import { hash } from 'node:crypto'
import { basename, dirname, join, resolve, sep } from 'node:path'
import type { Artifact } from '../../render/artifact.ts'
import { refuse, type Refusal } from '../shell/refusal.ts'
import { manifestName, readManifest } from './manifest-file.ts'
import { realDisk, type Disk } from './disk.ts'
import { filesBelow, healMounted, moveIn, stagingIn } from './mounted-output.ts'

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
  if (disk.names(out).every(isPassing) || readManifest(out) !== undefined) return undefined
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

/** Locks and remains of ours in a folder that is a mount point. */
function isPassing(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.tmp')
}

/**
 * Writes a whole new output beside the old one, which takes its place at the end. Files that are as they were stay the
 * same files. Whatever happens on the way, `out` holds the old output or the new one; `healOutput` clears what a kill
 * leaves. A mount point cannot be replaced: see `mounted-output.ts`.
 */
export async function writeOutput(
  out: string,
  artifacts: Iterable<Artifact>,
  seal: (written: readonly Written[]) => string,
  onWrite: (done: number) => void = () => {},
  disk: Disk = realDisk,
): Promise<readonly Written[]> {
  const isMounted = disk.isMountPoint(out)
  const fresh = isMounted ? stagingIn(out) : `${out}.${process.pid}.tmp`
  try {
    disk.remove(fresh)
    disk.makeFolder(fresh)
    const writing: Writing = { out, fresh, disk, folders: new Set(), kept: new Set(), isMounted }
    const written = await writeArtifacts(writing, artifacts, onWrite)
    const text = seal(written)
    if (written.every(({ path }) => writing.kept.has(path)) && isAsItWas(out, written, text, disk)) {
      disk.remove(fresh)
      return written
    }
    disk.write(join(fresh, manifestName), text)
    disk.sync(join(fresh, manifestName))
    disk.sync(fresh)
    if (isMounted) moveIn(out, fresh, disk)
    else swap(out, fresh, disk)
    return written
  } catch (error) {
    abandon(out, fresh, disk)
    throw error
  }
}

/**
 * The manifest says what every file holds, and each was just held against it; left is whether anything lies there that
 * it does not name.
 */
function isAsItWas(out: string, written: readonly Written[], manifest: string, disk: Disk): boolean {
  if (!disk.holds(join(out, manifestName), manifest)) return false
  const listed = new Set([manifestName, ...written.map(({ path }) => path)])
  const there = filesBelow(out, disk).filter(path => !isPassing(path.split('/')[0] ?? ''))
  return there.length === listed.size && there.every(path => listed.has(path))
}

/** The failure is reported by whoever threw first; that the disk also refuses the clean-up changes nothing about it. */
function abandon(out: string, fresh: string, disk: Disk): void {
  try {
    const old = oldName(out)
    if (!disk.exists(out) && disk.exists(old)) disk.rename(old, out)
    // On a mount point what was sealed may have begun to move in: the next command goes on with it.
    if (!(disk.isMountPoint(out) && disk.exists(join(fresh, manifestName)))) disk.remove(fresh)
  } catch {
    // The next command heals.
  }
}

interface Writing {
  readonly out: string
  readonly fresh: string
  readonly disk: Disk
  readonly folders: Set<string>
  /** Paths at which the file is the one that was there. */
  readonly kept: Set<string>
  readonly isMounted: boolean
}

async function writeArtifacts(
  writing: Writing,
  artifacts: Iterable<Artifact>,
  onWrite: (done: number) => void,
): Promise<Written[]> {
  const written: Written[] = []
  const taken = new Set<string>()
  for (const artifact of artifacts) {
    const key = checkedPath(artifact.path).toLowerCase()
    if (taken.has(key)) throw new Error(`two artifacts at ${JSON.stringify(artifact.path)}`)
    taken.add(key)
    written.push(await writeArtifact(writing, artifact, written))
    onWrite(written.length)
  }
  return written
}

async function writeArtifact(writing: Writing, artifact: Artifact, before: readonly Written[]): Promise<Written> {
  const path = checkedPath(artifact.path)
  const made = artifact.content(before)
  const content = made instanceof Promise ? await made : made
  if (isPlaced(writing, path, content)) writing.kept.add(path)
  return {
    path,
    sha256: hash('sha256', content, 'hex'),
    bytes: Buffer.byteLength(content),
    sources: sourcesOf(artifact),
  }
}

/**
 * Puts a file into the new output; whether it is the one that was there. On a mount point it stays where it is;
 * elsewhere the new output gives it a second name.
 */
function isPlaced(
  { out, fresh, disk, folders, isMounted }: Writing,
  path: string,
  content: string | Uint8Array,
): boolean {
  const isThere = disk.holds(join(out, path), content)
  if (isThere && isMounted) return true
  const parent = dirname(join(fresh, path))
  if (!folders.has(parent)) disk.makeFolder(parent)
  folders.add(parent)
  if (isThere && isLinked(join(out, path), join(fresh, path), disk)) return true
  // A text goes down as it is: a buffer of each would lie about until the collector comes.
  disk.write(join(fresh, path), content)
  return false
}

function isLinked(from: string, to: string, disk: Disk): boolean {
  try {
    disk.link(from, to)
    return true
  } catch {
    // Some file systems know no second name; the file is then written anew.
    return false
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
 * Puts right what a killed build left: where `out` is missing, the kill came between two renames, and the new output,
 * whole by then, takes its place; without one the old returns. Everything else is cleared away. Only for the holder of
 * the lock.
 */
export function healOutput(out: string, disk: Disk = realDisk): void {
  if (disk.isMountPoint(out)) healMounted(out, disk)
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
