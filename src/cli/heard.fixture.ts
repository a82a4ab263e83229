import { plain } from '../diagnostic/paint.ts'
import type { Language } from '../diagnostic/diagnostic.ts'
import { run } from './run.ts'
import type { Shell } from './shell/shell.ts'

/** Who calls, from where and on which day; in the language that `--lang` asks for, else English. */
interface Caller {
  readonly cwd: string
  readonly today?: string
  readonly language?: Language
}

export interface Heard {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Both, in the order in which they were said. */
  readonly said: string
}

/** What the command line answers, in this process: all but the start of one. */
export async function heard(caller: Caller, ...args: readonly string[]): Promise<Heard> {
  const { shell, words } = listening(caller)
  const code = await run(args, asked => shell(args.includes('--lang') ? asked : 'en'))
  return { code, ...words() }
}

/** A shell that keeps what is said in it. */
export function listening({ cwd, today = '2026-06-15', language }: Caller): {
  readonly shell: (asked?: Language) => Shell
  readonly words: () => Omit<Heard, 'code'>
} {
  const lines: { readonly text: string; readonly isError: boolean }[] = []
  const wordsOf = (...kinds: readonly boolean[]): string =>
    lines
      .filter(({ isError }) => kinds.includes(isError))
      .map(({ text }) => text)
      .join('')
  return {
    shell: (asked = 'en') => ({
      language: language ?? asked,
      cwd,
      today,
      paint: plain,
      print: text => void lines.push({ text, isError: false }),
      note: text => void lines.push({ text, isError: true }),
    }),
    words: () => ({ out: wordsOf(false), err: wordsOf(true), said: wordsOf(false, true) }),
  }
}
