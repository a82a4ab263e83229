import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { printable } from '../../text/screen.ts'

/** A holder that cannot be seen from here is believed this long without a sign of life. */
export const leaseMs = 15 * 60_000

/** Process, its start, boot, container and host: a number alone is given out again, in a container very soon. */
export function identityOf(pid: number): string {
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id')?.trim() ?? '-'
  const machine = readOrNothing('/etc/machine-id')?.trim() || '-'
  return `${pid} ${statOf(pid)?.started ?? '-'} ${boot} ${processSpace()} ${machine} ${hostname() || '-'}\n`
}

/** Processes of one number space can ask after each other. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return '-'
  }
}

interface Parts {
  readonly pid: number
  readonly boot: string
  readonly space: string
  readonly machine: string
  readonly host: string
}

export function partsOf(holder: string): Parts {
  const [pid = '', , boot = '-', space = '-', machine = '-', host = '?'] = holder.trim().split(' ')
  return { pid: /^\d+$/.test(pid) ? Number(pid) : 0, boot, space, machine, host: printable(host) }
}

/** Whether its process would be seen from here: the same boot of the same kernel, the same container. */
export function isNear(holder: string): boolean {
  const [mine, theirs] = [partsOf(identityOf(process.pid)), partsOf(holder)]
  return mine.boot === theirs.boot && mine.space === theirs.space
}

/** Whether the process of a lock of this age may be at work; that of a torn one is not. */
export function isHeld(holder: string, ageMs: number): boolean {
  const { pid, host, machine, boot } = partsOf(holder)
  if (pid === 0 || host === '?') return false
  if (isNear(holder)) return isAlive(pid) && identityOf(pid) === holder
  const here = partsOf(identityOf(process.pid))
  const startedAgain = machine !== '-' && machine === here.machine && host === here.host && boot !== here.boot
  return !startedAgain && ageMs < leaseMs
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It lives, and belongs to somebody else.
    if (codeOf(error) !== 'EPERM') return false
  }
  // Dead, and nobody has asked how it ended: Z, or X while it goes.
  return !/^[ZX]/.test(statOf(pid)?.state ?? '')
}

function statOf(pid: number): { readonly state: string; readonly started: string } | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', started: fields[19] ?? '-' }
}

export function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
