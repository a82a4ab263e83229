import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { parseYaml } from '../source/yaml.ts'

const words = z.array(z.string().min(1)).min(1)

/**
 * A store that answers to a command: `pass`, `sops`, `vault`. Words, and no shell. Where one of them holds `{name}` the
 * command runs once a name and says its value; else it runs once and says a map of all, in YAML or JSON.
 */
export const storeCommand = z.strictObject({
  read: words,
  /** Says which names are there, one a line, and no value: by it names are checked before anything else. */
  list: words.optional(),
  /** Takes a value (with `{name}`) or the whole map in JSON from its standard input. */
  write: words.optional(),
})
export type StoreCommand = z.output<typeof storeCommand>

/**
 * Where the secrets of a deployment are kept: a file, or whatever a command speaks for (a password store, the settings
 * of a stack).
 */
export type StorePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command'; readonly command: StoreCommand; readonly cwd: string }

/** A stack whose inventory this is, and the store that it names; without one where it names none. */
interface StackStore {
  readonly stack: string
  readonly place: StorePlace | undefined
}

/** Stores that the stacks beside an inventory name for it; `project` is the folder of `Pulumi.yaml`. */
export function storesOfStacks(project: string, inventory: string): StackStore[] {
  return stackFiles(join(project, 'stacks')).flatMap(({ stack, file }) => {
    const config = configOf(file)
    const folder = config['serat:inventory'] ?? 'sites'
    if (typeof folder !== 'string' || resolve(project, folder) !== inventory) return []
    return [{ stack, place: placeOf(config, project, stack) }]
  })
}

function placeOf(config: Readonly<Record<string, unknown>>, project: string, stack: string): StorePlace | undefined {
  const file = config['serat:storeFile'] ?? config['serat:secretsFile']
  if (typeof file === 'string')
    return { kind: 'file', path: file.startsWith('~/') ? join(homedir(), file.slice(2)) : resolve(project, file) }
  const command = storeCommand.safeParse(objectOf(config['serat:storeCommand']))
  if (command.success) return { kind: 'command', command: command.data, cwd: project }
  return config['serat:secrets'] === undefined
    ? undefined
    : { kind: 'command', command: settingsOf(stack), cwd: project }
}

/** `pulumi config set` writes an object as text. */
function objectOf(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value
  } catch {
    return undefined
  }
}

/** The encrypted settings of a stack, as the command line of Pulumi gives and takes them. */
function settingsOf(stack: string): StoreCommand {
  return {
    read: ['pulumi', 'config', 'get', '--stack', stack, 'serat:secrets'],
    write: ['pulumi', 'config', 'set', '--secret', '--stack', stack, 'serat:secrets'],
  }
}

/** How a person calls it. */
export function placeWords(place: StorePlace): Bilingual {
  if (place.kind === 'file') return { id: place.path, en: place.path }
  const command = place.command.read.join(' ')
  return { id: `perintah \`${command}\``, en: `the command \`${command}\`` }
}

function stackFiles(folder: string): { readonly stack: string; readonly file: string }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .flatMap(name => {
      const stack = /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1]
      return stack === undefined ? [] : [{ stack, file: join(folder, name) }]
    })
}

function configOf(file: string): Readonly<Record<string, unknown>> {
  const { config } = mapIn(file)
  return typeof config === 'object' && config !== null ? { ...config } : {}
}

/** What a file holds by name; nothing where it cannot be read, of which the deployment speaks. */
export function mapIn(file: string): Readonly<Record<string, unknown>> {
  try {
    const { data } = parseYaml({ path: file, text: readFileSync(file, 'utf8') })
    return typeof data === 'object' && data !== null ? { ...data } : {}
  } catch {
    return {}
  }
}
