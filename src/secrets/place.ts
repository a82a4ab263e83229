import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { parseYaml } from '../source/yaml.ts'
import {
  isByName,
  namesByCommand,
  storeCommand,
  valueByCommand,
  valuesByCommand,
  type StoreCommand,
} from './command-store.ts'
import { isStoreFault, readStoreFile, type StoreFault } from './store-file.ts'

/** Where the secrets of a deployment are kept: a file, or whatever a command speaks for (a password store, the settings of a stack). */
export type StorePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command'; readonly command: StoreCommand; readonly cwd: string }

/** Which names a store has, without a value; or why nobody knows that here. */
export type StoredNames =
  | {
      readonly kind: 'known'
      readonly has: (name: string) => boolean
      /** Undefined where the store cannot tell all of them. */
      readonly all: ReadonlySet<string> | undefined
    }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'unfit'; readonly fault: StoreFault }

/** Asks a store for its names; one that is asked name by name is asked when somebody wants one. Throws `StoreCommandFault`. */
export function storedNames(place: StorePlace): StoredNames {
  if (place.kind === 'file') {
    if (!existsSync(place.path)) return { kind: 'not-here' }
    const read = readStoreFile(place.path)
    return isStoreFault(read) ? { kind: 'unfit', fault: read } : knownNames(new Set(read.values.keys()))
  }
  const { command, cwd } = place
  if (command.list !== undefined) return knownNames(namesByCommand(command.list, cwd))
  if (!isByName(command.read)) return knownNames(new Set(valuesByCommand(command, cwd).keys()))
  return { kind: 'known', all: undefined, has: name => valueByCommand(command, cwd, name) !== undefined }
}

function knownNames(all: ReadonlySet<string>): StoredNames {
  return { kind: 'known', all, has: name => all.has(name) }
}

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
  const command = storeCommand.safeParse(config['serat:storeCommand'])
  if (command.success) return { kind: 'command', command: command.data, cwd: project }
  return config['serat:secrets'] === undefined
    ? undefined
    : { kind: 'command', command: settingsOf(stack), cwd: project }
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
