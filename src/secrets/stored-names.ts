import { existsSync } from 'node:fs'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { isByName, isCommandFault, namesByCommand, valueByCommand, valuesByCommand } from './command-store.ts'
import type { StorePlace } from './place.ts'
import { isStoreFault, readStoreFile, type StoreFault } from './store-file.ts'

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
  /** Its command does not answer. */
  | { readonly kind: 'silent'; readonly why: Bilingual }

/** Asks a store for its names; one that is asked name by name is asked when somebody wants one. */
export function storedNames(place: StorePlace): StoredNames {
  if (place.kind === 'file') {
    if (!existsSync(place.path)) return { kind: 'not-here' }
    const read = readStoreFile(place.path)
    return isStoreFault(read) ? { kind: 'unfit', fault: read } : knownNames(new Set(read.values.keys()))
  }
  const { command, cwd } = place
  if (command.list === undefined && isByName(command.read))
    return { kind: 'known', all: undefined, has: name => valueByCommand(command, cwd, name) !== undefined }
  const said = command.list === undefined ? valuesByCommand(command, cwd) : namesByCommand(command.list, cwd)
  return isCommandFault(said) ? { kind: 'silent', why: said.failed } : knownNames(new Set(said.keys()))
}

function knownNames(all: ReadonlySet<string>): StoredNames {
  return { kind: 'known', all, has: name => all.has(name) }
}
