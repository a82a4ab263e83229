import { readFileSync } from 'node:fs'

/** Whether a process with this number runs on this machine. */
export function isAlive(processId: number): boolean {
  if (processId === process.pid) return true
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

/**
 * When a process began, in ticks since the machine did; a number is given again, the two together are not. Linux says
 * it.
 */
export function startOf(processId: number): string {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
