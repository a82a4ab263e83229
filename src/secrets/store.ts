import { isByName, isCommandFault, valueByCommand, valuesByCommand, type CommandFault } from './command-store.ts'
import type { StoreCommand } from './place.ts'
import { isStoreFault, readStoreFile, storeFaultWords } from './store-file.ts'

/** The secrets of a deployment. */
interface SecretStore {
  /** Value of a secret by name; undefined where the store has none. */
  readonly of: (name: string) => string | undefined
  /** Those that are known by now: a store that is asked name by name tells no others. */
  readonly all: () => ReadonlyMap<string, string>
}

interface SecretSettings {
  /** A YAML file outside every repository, readable by its owner only: one `name: value` a line. */
  readonly file?: string | undefined
  readonly command?: { readonly words: StoreCommand; readonly cwd: string } | undefined
  /** Values from the stack's encrypted configuration, by name. */
  readonly values: Readonly<Record<string, string>>
  /** Earlier names by name, latest first: what is filed under its own name is never looked for under them. */
  readonly former?: Readonly<Record<string, readonly string[]>> | undefined
}

/**
 * The secrets of a deployment, read when the first one is asked for. Throws where the file could be read by others,
 * lies in a repository, or is no map of words, and where a command fails; what it says never holds a value.
 */
export function secretStore({ file, command, values, former = {} }: SecretSettings): SecretStore {
  let read: ReadonlyMap<string, string> | undefined
  const asked = new Map<string, string | undefined>()
  const isAsked = command !== undefined && isByName(command.words.read)
  const whole = (): ReadonlyMap<string, string> =>
    (read ??= new Map([
      ...(file === undefined ? [] : readStore(file)),
      ...(command === undefined || isAsked ? [] : askWhole(command.words, command.cwd)),
      ...Object.entries(values),
    ]))
  const answer = (name: string): string | undefined => {
    if (!isAsked) return undefined
    if (!asked.has(name)) asked.set(name, said(valueByCommand(command.words, command.cwd, name)))
    return asked.get(name)
  }
  const filed = (name: string): string | undefined => whole().get(name) ?? answer(name)
  const names = new Map(Object.entries(former))
  return {
    of: name =>
      [name, ...(names.get(name) ?? [])].reduce<string | undefined>((value, one) => value ?? filed(one), undefined),
    all: () =>
      new Map([
        ...[...asked].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
        ...whole(),
      ]),
  }
}

function readStore(file: string): ReadonlyMap<string, string> {
  const read = readStoreFile(file)
  if (!isStoreFault(read)) return read.values
  const { id, en } = storeFaultWords(file, read)
  throw new Error(`${file}: ${id} / ${en}`)
}

function askWhole(words: StoreCommand, cwd: string): ReadonlyMap<string, string> {
  return said(valuesByCommand(words, cwd))
}

function said<Answer>(answer: Answer | CommandFault): Answer {
  if (isCommandFault(answer)) throw new Error(`${answer.failed.id} / ${answer.failed.en}`)
  return answer
}
