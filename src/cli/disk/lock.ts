import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'

export interface Lock {
  readonly release: () => void
}

/**
 * Takes a lock that lives as long as this process. It is a file that appears with its whole content in one step; one whose
 * process is gone, also where another has its number now, is taken over.
 */
export function takeLock(path: string): Lock | Refusal {
  const mine = identityOf(process.pid)
  const draft = `${path}.${process.pid}.tmp`
  writeFileSync(draft, mine)
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(draft, path)) return { release: () => releaseLock(path, mine) }
      const holder = readOrNothing(path)
      if (holder !== undefined && isAlive(holder)) return held(path, holder)
      if (holder !== undefined) setAside(path, holder)
    }
  } finally {
    rmSync(draft, { force: true })
  }
  return held(path, readOrNothing(path) ?? '?')
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

function held(path: string, holder: string): Refusal {
  const pid = holder.split(' ')[0]
  return refuse(
    `proses lain (${pid}) sedang membangun di sini; tunggu sampai selesai (kunci: ${path})`,
    `another build (process ${pid}) is at work here; wait for it to end (lock: ${path})`,
  )
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
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
    if (readOrNothing(aside) !== dead) linked(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function releaseLock(path: string, mine: string): void {
  if (readOrNothing(path) === mine) rmSync(path, { force: true })
}

/** Number, start and boot of a process: a number alone is given out again, in a container very soon. */
function identityOf(pid: number): string {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  const started = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-'
  return `${pid} ${started} ${readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? '-'}\n`
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0])
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It lives, and belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
  return identityOf(pid) === holder
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
