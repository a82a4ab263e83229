import type { Bilingual, Language } from '../diagnostic/diagnostic.ts'
import { commandOf, parseArguments } from './arguments.ts'
import type { ExitCode } from './command.ts'
import { commands } from './commands/index.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from './shell/refusal.ts'
import { languageOf } from './shell/language.ts'
import { processShell, say, type Shell } from './shell/shell.ts'

/** One command from its arguments to its exit code. Nothing is thrown. */
export async function run(
  args: readonly string[],
  shellFor: (language: Language) => Shell = processShell,
): Promise<ExitCode> {
  const shell = shellFor(languageOf(askedLanguage(args), process.env))
  try {
    const outcome = await dispatch(shell, args)
    return isRefusal(outcome) ? misuse(shell, outcome) : outcome
  } catch (error) {
    const refusal = fileRefusal(error)
    return refusal === undefined ? ourFault(shell, error) : misuse(shell, refusal)
  }
}

async function dispatch(shell: Shell, args: readonly string[]): Promise<ExitCode | Refusal> {
  const { name, rest } = commandOf(args)
  if (name === undefined && (rest.includes('--version') || rest.includes('-V'))) return version(shell)
  if (name === undefined && (rest.includes('--help') || rest.includes('-h'))) return overviewTo(shell.print, shell, 0)
  if (name === undefined) return overviewTo(shell.note, shell, 2)
  if (name === 'help') return helpFor(shell, rest)
  const command = await commandNamed(name)
  if (isRefusal(command)) return command
  const parsed = parseArguments(command, rest)
  if (isRefusal(parsed)) return { refused: withHelp(parsed.refused, name) }
  if (parsed.given['help'] !== true) return command.run(shell, parsed.given, parsed.operands)
  const { helpOf } = await import('./help.ts')
  shell.print(helpOf(command, shell.language))
  return 0
}

async function commandNamed(
  name: string,
): Promise<Awaited<ReturnType<(typeof commands)[string & keyof typeof commands]['load']>> | Refusal> {
  if (Object.hasOwn(commands, name)) return commands[name as keyof typeof commands].load()
  const { nearHint } = await import('./near.ts')
  const near = nearHint(name, Object.keys(commands))
  return refuse(`perintah \`${name}\` tidak dikenal${near.id}`, `unknown command \`${name}\`${near.en}`)
}

async function helpFor(shell: Shell, [name]: readonly string[]): Promise<ExitCode | Refusal> {
  if (name === undefined || name.startsWith('-')) return overviewTo(shell.print, shell, 0)
  return dispatch(shell, [name, '--help'])
}

async function overviewTo(print: (text: string) => void, { language }: Shell, code: ExitCode): Promise<ExitCode> {
  const { overview } = await import('./help.ts')
  print(overview(commands, language))
  return code
}

async function version(shell: Shell): Promise<ExitCode> {
  const { version } = await import('../model/version.ts')
  shell.print(`serat ${version}\n`)
  return 0
}

function askedLanguage(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  return at < 0 ? undefined : args[at]?.startsWith('--lang=') === true ? args[at].slice('--lang='.length) : args[at + 1]
}

function withHelp({ id, en }: Bilingual, name: string): Bilingual {
  return { id: `${id}\nlihat: serat ${name} --help`, en: `${en}\nsee: serat ${name} --help` }
}

function misuse(shell: Shell, { refused: { id, en } }: Refusal): ExitCode {
  say(shell, { id: `serat: ${id}`, en: `serat: ${en}` })
  return 2
}

function ourFault(shell: Shell, error: unknown): ExitCode {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  say(shell, {
    id: `serat: kesalahan program ini, bukan inventaris Anda. Laporkan dengan baris di bawah.\n${trace}`,
    en: `serat: a fault of this program, not of your inventory. Please report it with the lines below.\n${trace}`,
  })
  return 2
}
