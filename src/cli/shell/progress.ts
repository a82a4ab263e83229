import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { say, type Shell } from './shell.ts'

export type Progress = (message: () => Bilingual) => void

/** Remarks on what is being done, from the first second on and then at most one a second. */
export function progressOf(shell: Shell): Progress {
  let last = performance.timeOrigin + performance.now()
  const started = last
  return message => {
    const now = performance.timeOrigin + performance.now()
    if (now - last < 1000 || now - started < 1000) return
    last = now
    say(shell, message())
  }
}
