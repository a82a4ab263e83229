import { spawnSync } from 'node:child_process'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { fileReason } from '../words/file-errors.ts'
import type { StoreCommand } from './place.ts'
import { isStoreFault, readStoreText } from './store-file.ts'

/** What came of a command that did not answer; never a value. */
export interface CommandFault {
  readonly failed: Bilingual
}

export function isCommandFault(value: unknown): value is CommandFault {
  return typeof value === 'object' && value !== null && 'failed' in value
}

const longestMs = 120_000
const mostBytes = 64 * 1024 * 1024

/** Whether a command is asked name by name. */
export function isByName(command: readonly string[]): boolean {
  return command.some(word => word.includes('{name}'))
}

/**
 * The value of one name, without the line break at its end; undefined where the command ends as one does that has none.
 */
export function valueByCommand({ read }: StoreCommand, cwd: string, name: string): string | undefined | CommandFault {
  const { status, stdout, why } = run(named(read, name), cwd)
  if (status < 0) return failed(read, why)
  return status === 0 ? stdout.replace(/\r?\n$/, '') : undefined
}

/** The values of those names that are there. */
export function valuesByName(
  command: StoreCommand,
  cwd: string,
  names: Iterable<string>,
): ReadonlyMap<string, string> | CommandFault {
  const values = new Map<string, string>()
  for (const name of names) {
    const value = valueByCommand(command, cwd, name)
    if (isCommandFault(value)) return value
    if (value !== undefined) values.set(name, value)
  }
  return values
}

/** All that a command says at once. */
export function valuesByCommand({ read }: StoreCommand, cwd: string): ReadonlyMap<string, string> | CommandFault {
  const { status, stdout, why } = run(read, cwd)
  if (status !== 0) return failed(read, why)
  const content = readStoreText(stdout)
  if (isStoreFault(content))
    return failed(read, {
      id: 'yang dikatakannya bukan peta `nama: nilai`',
      en: 'what it said is no map of `name: value`',
    })
  return content.values
}

/** The names that are there. */
export function namesByCommand(list: readonly string[], cwd: string): ReadonlySet<string> | CommandFault {
  const { status, stdout, why } = run(list, cwd)
  if (status !== 0) return failed(list, why)
  return new Set(
    stdout
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(line => line !== ''),
  )
}

/** Writes these entries, beside those that are there. */
export function saveByCommand(
  write: readonly string[],
  cwd: string,
  { all, entries }: { readonly all: ReadonlyMap<string, string>; readonly entries: ReadonlyMap<string, string> },
): CommandFault | undefined {
  const inputs: (readonly [readonly string[], string])[] = isByName(write)
    ? [...entries].map(([name, value]) => [named(write, name), value] as const)
    : [[write, JSON.stringify(Object.fromEntries([...all, ...entries]))]]
  for (const [command, input] of inputs) {
    const { status, why } = run(command, cwd, input)
    if (status !== 0) return failed(command, why)
  }
  return undefined
}

function failed([program = '']: readonly string[], { id, en }: Bilingual): CommandFault {
  return { failed: { id: `${program}: ${id}`, en: `${program}: ${en}` } }
}

function named(command: readonly string[], name: string): readonly string[] {
  return command.map(word => word.replaceAll('{name}', name))
}

interface Said {
  readonly status: number
  readonly stdout: string
  readonly why: Bilingual
}

/** Its complaints go to whoever sits in front, and into no message of ours: a store may echo what it was given. */
function run([program = '', ...args]: readonly string[], cwd: string, input = ''): Said {
  const { status, stdout, error, signal } = spawnSync(program, args, {
    cwd,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: longestMs,
    maxBuffer: mostBytes,
  })
  if (error !== undefined) return { status: -1, stdout: '', why: refusal(error) }
  return {
    status: status ?? -1,
    stdout,
    why:
      status === null
        ? { id: `dihentikan oleh ${signal}`, en: `ended by ${signal}` }
        : { id: `berakhir dengan kode ${status}`, en: `ended with code ${status}` },
  }
}

function refusal(error: Error): Bilingual {
  const { id, en } = fileReason('code' in error ? String(error.code) : '')
  return { id: `tidak dapat dijalankan (${id})`, en: `cannot be run (${en})` }
}
