import {
  closeSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf, identityOf, isHeld, isNear, leaseMs, partsOf, readOrNothing } from './holder.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

export interface Lock {
  readonly release: () => void
}

const signOfLifeMs = 30_000
/** Where no hard link can be made, a lock is empty for an instant. */
const emptyMs = 2000

/**
 * Takes a lock that lives as long as this process: a file that names host, boot, container, process and its start. One
 * whose process is gone is taken over, also where nobody reaped it or another has its number now. On another machine or
 * in another container a process cannot be asked after: its lock is taken over once it has given no sign of life for a
 * quarter of an hour, by the clock of the file system.
 */
export function takeLock(path: string): Lock | Refusal {
  const mine = identityOf(process.pid)
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, mine)
  try {
    for (let attempt = 0; attempt < 60; attempt++) {
      if (appeared(draft, path)) return keptAlive(path, mine)
      const holder = readOrNothing(path)
      const ageMs = ageOf(path, draft)
      if (holder === '' && ageMs < emptyMs) pause(50)
      else if (holder !== undefined && isHeld(holder, ageMs)) return held(path, holder, ageMs)
      else if (holder !== undefined) setAside(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
    sweep(path)
  }
  return held(path, readOrNothing(path) ?? '?', 0)
}

function keptAlive(path: string, mine: string): Lock {
  const timer = setInterval(() => touch(path, mine), signOfLifeMs).unref()
  return {
    release: () => {
      clearInterval(timer)
      if (readOrNothing(path) === mine) rmSync(path, { force: true })
    },
  }
}

/** The same bytes again, so that the file's own clock says when: nobody reads it empty. */
function touch(path: string, mine: string): void {
  if (readOrNothing(path) !== mine) return
  const file = openSync(path, 'r+')
  try {
    writeSync(file, mine, 0)
  } finally {
    closeSync(file)
  }
}

/** Milliseconds since the last sign of life, by the clock of the file system that both files lie on. */
function ageOf(path: string, draft: string): number {
  const [lock, now] = [path, draft].map(file => statSync(file, { throwIfNoEntry: false })?.mtimeMs)
  return lock === undefined || now === undefined ? 0 : now - lock
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Drafts of processes that were killed between two steps. */
function sweep(path: string): void {
  const [folder, name] = [dirname(path), `${basename(path)}.`]
  for (const other of readdirSync(folder)) {
    const pid = /^(\d+)(\.stale)?\.tmp$/.exec(other.startsWith(name) ? other.slice(name.length) : '')?.[1]
    const file = join(folder, other)
    if (pid !== undefined && !isHeld(readOrNothing(file) ?? '', ageOf(file, folder))) rmSync(file, { force: true })
  }
}

/** What is done while nobody else has any of these places; who has one is told. */
export async function whileLocked<T>(paths: readonly string[], work: () => T | Promise<T>): Promise<T | Refusal> {
  const locks: Lock[] = []
  try {
    for (const path of paths) {
      const lock = takeLock(path)
      if (isRefusal(lock)) return lock
      locks.push(lock)
    }
    return await work()
  } finally {
    for (const lock of locks) lock.release()
  }
}

function held(path: string, holder: string, ageMs: number): Refusal {
  const { pid, host } = partsOf(holder)
  const minutes = Math.floor(ageMs / 60_000)
  return isNear(holder)
    ? refuse(
        `proses lain (${pid}) sedang membangun di sini; tunggu sampai selesai (kunci: ${path})`,
        `another build (process ${pid}) is at work here; wait for it to end (lock: ${path})`,
      )
    : refuse(
        `proses ${pid} di ${host}, mesin atau kontainer lain, sedang membangun di sini; ` +
          `tanda hidup terakhir ${minutes} menit lalu. Tunggu, atau hapus ${path} bila proses itu sudah mati; ` +
          `setelah ${leaseMs / 60_000} menit tanpa tanda kunci ini diambil alih`,
        `process ${pid} on ${host}, another machine or container, is at work here; ` +
          `its last sign of life was ${minutes} minutes ago. Wait, or delete ${path} if it is dead; ` +
          `after ${leaseMs / 60_000} minutes without a sign the lock is taken over`,
      )
}

/** In one step with its whole content; where the file system knows no hard links, empty for an instant. */
function appeared(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!withoutLinks.has(codeOf(error) ?? '')) throw error
    return created(path, readFileSync(draft, 'utf8'))
  }
}

/** What FAT, SMB, some FUSE and some container file systems answer. */
const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EACCES',
  'EXDEV',
])

export function created(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Between our look and the rename another process may have taken over: then its lock is put back. */
function setAside(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.stale.tmp`
  try {
    renameSync(path, aside)
    if (readOrNothing(aside) !== dead) appeared(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
