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
