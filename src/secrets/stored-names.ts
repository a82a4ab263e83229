import { existsSync } from 'node:fs'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { isByName, isCommandFault, namesByCommand, valuesByCommand, valuesByName } from './command-store.ts'
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

/**
 * Asks a store for its names. One behind a command that names no `list` is asked for values, of which it says `wanted`
 * alone where it is asked name by name.
 */
export function storedNames(place: StorePlace, wanted: Iterable<string>): StoredNames {
  if (place.kind === 'file' || place.command.list !== undefined) return listedNames(place)
  const { command, cwd } = place
  const isAsked = isByName(command.read)
  const values = isAsked ? valuesByName(command, cwd, wanted) : valuesByCommand(command, cwd)
  if (isCommandFault(values)) return { kind: 'silent', why: values.failed }
  const names = new Set(values.keys())
  return isAsked ? { ...knownNames(names), all: undefined } : knownNames(names)
}

/** The same, and no command is asked for a value: one that names no `list` says nothing. */
export function listedNames(place: StorePlace): StoredNames {
  if (place.kind === 'file') {
    if (!existsSync(place.path)) return { kind: 'not-here' }
    const read = readStoreFile(place.path)
    return isStoreFault(read) ? { kind: 'unfit', fault: read } : knownNames(new Set(read.values.keys()))
  }
  const { list } = place.command
  if (list === undefined) return { kind: 'silent', why: unlisted }
  const said = namesByCommand(list, place.cwd)
  return isCommandFault(said) ? { kind: 'silent', why: said.failed } : knownNames(said)
}

const unlisted: Bilingual = {
  id: 'serat:storeCommand tidak menyebut `list`, dan nilai tidak diminta untuk ini',
  en: 'serat:storeCommand names no `list`, and no value is asked for here',
}

function knownNames(all: ReadonlySet<string>): StoredNames & { readonly kind: 'known' } {
  return { kind: 'known', all, has: name => all.has(name) }
}
