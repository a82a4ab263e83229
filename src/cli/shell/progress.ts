import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { say, type Shell } from './shell.ts'

export type Progress = (message: () => Bilingual) => void

/** Remarks on what is being done, from the first second on and then at most one a second. */
export function progressOf(shell: Shell): Progress {
  let last = performance.now()
  return message => {
    const now = performance.now()
    if (now - last < 1000) return
    last = now
    say(shell, message())
  }
}
