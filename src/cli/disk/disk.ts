import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { isMountPoint } from './mounts.ts'

/** What the writers do to a disk, one step each, so that a test can stop between any two. */
export interface Disk {
  readonly makeFolder: (path: string) => void
  /** With a mode a new file, which nobody else has put there: no link is followed. */
  readonly write: (path: string, bytes: string | Uint8Array, mode?: number) => void
  /** Forces a file or a folder to the medium. */
  readonly sync: (path: string) => void
  readonly rename: (from: string, to: string) => void
  readonly remove: (path: string) => void
  /** Another name for a file; throws where the file system has no such thing. */
  readonly link: (from: string, to: string) => void
  /** Whether a plain file with one name stands there that holds these bytes. */
  readonly holds: (path: string, bytes: string | Uint8Array) => boolean
  readonly isMountPoint: (path: string) => boolean
  readonly exists: (path: string) => boolean
  /** Names in a folder; none where it does not exist. */
  readonly names: (path: string) => readonly string[]
}

export const realDisk: Disk = {
  makeFolder: path => void mkdirSync(path, { recursive: true }),
  write: (path, bytes, mode) => writeFileSync(path, bytes, mode === undefined ? {} : { mode, flag: 'wx' }),
  sync,
  rename: renameSync,
  remove: path => rmSync(path, { recursive: true, force: true }),
  link: linkSync,
  holds,
  isMountPoint,
  exists: existsSync,
  names: path => (existsSync(path) ? readdirSync(path) : []),
}

function holds(path: string, bytes: string | Uint8Array): boolean {
  const known = lstatSync(path, { throwIfNoEntry: false })
  if (known?.isFile() !== true || known.nlink !== 1 || known.size !== Buffer.byteLength(bytes)) return false
  return readFileSync(path).equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
}

function sync(path: string): void {
  // Windows has no handle for a folder.
  if (process.platform === 'win32') return
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
