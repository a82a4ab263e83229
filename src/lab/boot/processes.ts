import { readdirSync, readFileSync } from 'node:fs'

/** A process and when it began, in clock ticks since boot: a number that is used again begins later. */
export interface ProcessMark {
  readonly id: number
  readonly began: number
}

/** Variable that every process of a lab carries from its first instant on. */
export const markName = 'SERAT_LAB'

/** Programs that a lab starts; whatever else carries its mark is left alone and said. */
const programs = new Set([
  'zebra',
  'staticd',
  'bfdd',
  'ospfd',
  'ospf6d',
  'bgpd',
  'node',
  'MainThread',
  'ip',
  'sh',
  'dash',
  'vtysh',
  'nft',
  'mount',
  'sysctl',
  'install',
  'python3',
  'wireguard-go',
])

export function markOf(id: number): ProcessMark | undefined {
  try {
    // The name in brackets may hold spaces; the 22nd field is when it began.
    const text = readFileSync(`/proc/${id}/stat`, 'utf8')
    const began = Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[19])
    return Number.isFinite(began) ? { id, began } : undefined
  } catch {
    return undefined
  }
}

export function isAlive({ id, began }: ProcessMark): boolean {
  return markOf(id)?.began === began && !isZombie(id)
}

/** Processes of this lab: those that carry its mark, and are not older than the command that booted it. */
export function processesOf(run: string, since: ProcessMark): ProcessMark[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap((name): ProcessMark[] => {
      const mark = markOf(Number(name))
      if (
        mark === undefined ||
        mark.began < since.began ||
        mark.id === process.pid ||
        !carries(mark.id, run) ||
        !programs.has(commandOf(mark.id))
      )
        return []
      return [mark]
    })
}

/** Ends processes at once: they have nothing to save, and their namespaces go with them. Checked again just before. */
export async function endProcesses(run: string, since: ProcessMark): Promise<number> {
  let ended = 0
  const deadline = Date.now() + 10_000
  for (;;) {
    const found = processesOf(run, since).filter(isAlive)
    if (found.length === 0) return ended
    for (const mark of found) if (isAlive(mark)) kill(mark.id)
    ended = Math.max(ended, found.length)
    if (Date.now() > deadline)
      throw new Error(`processes of the lab do not end: ${found.map(({ id }) => id).join(', ')}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function carries(id: number, run: string): boolean {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0').includes(`${markName}=${run}`)
  } catch {
    return false
  }
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

function isZombie(id: number): boolean {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8')
    return text.charAt(text.lastIndexOf(')') + 2) === 'Z'
  } catch {
    return true
  }
}

/** Memory of these processes in MiB, shared pages by their share (PSS). */
export function memoryOf(marks: readonly ProcessMark[]): number {
  const kib = marks.map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
    } catch {
      return 0
    }
  })
  return Math.round(kib.reduce((sum, each) => sum + each, 0) / 1024)
}
