import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { coloured, plain, type Paint } from '../../diagnostic/paint.ts'
import { shown } from '../../text/screen.ts'

/** What a command knows of the machine that it runs on. */
export interface Shell {
  readonly language: Language
  readonly cwd: string
  /** Calendar date of the machine. */
  readonly today: string
  readonly paint: Paint
  /** Results. */
  readonly print: (text: string) => void
  /** Progress and remarks. */
  readonly note: (text: string) => void
}

export function processShell(language: Language): Shell {
  return {
    language,
    cwd: process.cwd(),
    today: dayOfMachine(),
    paint: wantsColour() ? coloured : plain,
    print: text => void process.stdout.write(text),
    note: text => void process.stderr.write(text),
  }
}

/** A remark of one line; text of users in it cannot move the cursor. */
export function say(shell: Shell, message: Bilingual): void {
  shell.note(message[shell.language].split('\n').map(shown).join('\n') + '\n')
}

function wantsColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return process.stdout.isTTY === true && TERM !== 'dumb'
}

/** Calendar date of the machine. An editor stays open for days: its server asks each time. */
export function dayOfMachine(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

/** Time of day of the machine, to the second. */
export function clockOfMachine(): string {
  return new Date().toTimeString().slice(0, 8)
}
