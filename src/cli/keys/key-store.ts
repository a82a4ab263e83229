import {
  isByName,
  isCommandFault,
  namesByCommand,
  saveByCommand,
  valuesByCommand,
  valuesByName,
  type CommandFault,
} from '../../secrets/command-store.ts'
import type { StoreCommand, StorePlace } from '../../secrets/place.ts'
import { realDisk, type Disk } from '../disk/disk.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { openStore, storeText } from './store.ts'

/** Secrets by name, wherever they are kept. Only for the holder of the locks. */
export interface OpenStore {
  readonly values: ReadonlyMap<string, string>
  /** Puts these beside the others, or says why it did not. */
  readonly save: (entries: ReadonlyMap<string, string>) => Refusal | undefined
}

/** The store at a path from `storePath`; an empty one where there is none yet. */
export function fileStore(path: string, asked: string, disk: Disk = realDisk): OpenStore | Refusal {
  const file = openStore(path, asked)
  if (isRefusal(file)) return file
  return {
    values: file.values,
    save(entries) {
      writeWhole(path, storeText(file, entries), disk, 0o600)
      return undefined
    },
  }
}

/**
 * A store that answers to a command; one that is asked name by name is asked for `names` alone, of which every one that
 * it lists must have a value.
 */
export function commandStore(
  { command, cwd }: StorePlace & { readonly kind: 'command' },
  names: readonly string[],
): OpenStore | Refusal {
  const { write } = command
  if (write === undefined)
    return refuse(
      'serat:storeCommand tidak menyebut `write`, jadi tidak ada yang dibuat',
      'serat:storeCommand names no `write`, so nothing was made',
    )
  const all = isByName(command.read) ? listedValues(command, cwd, names) : valuesByCommand(command, cwd)
  if (isRefusal(all)) return all
  if (isCommandFault(all)) return { refused: all.failed }
  return {
    values: all,
    save(entries) {
      const fault = saveByCommand(write, cwd, { all, entries })
      return fault === undefined ? undefined : { refused: fault.failed }
    },
  }
}

/**
 * A store that is locked, or whose session ran out, says of no name that it is there: what was made then would take the
 * place of what it has.
 */
function listedValues(
  command: StoreCommand,
  cwd: string,
  names: readonly string[],
): ReadonlyMap<string, string> | CommandFault | Refusal {
  if (command.list === undefined)
    return refuse(
      'serat:storeCommand tidak menyebut `list`: tanpa itu penyimpan yang terkunci tampak kosong, jadi tidak ada yang dibuat',
      'serat:storeCommand names no `list`: without it a locked store looks empty, so nothing was made',
    )
  const listed = namesByCommand(command.list, cwd)
  if (isCommandFault(listed)) return listed
  const wanted = names.filter(name => listed.has(name))
  const values = valuesByName(command, cwd, wanted)
  if (isCommandFault(values)) return values
  const [silent] = wanted.filter(name => !values.has(name))
  if (silent === undefined) return values
  return refuse(
    `penyimpan menyebut ${silent} tetapi tidak memberikan nilainya (terkunci?), jadi tidak ada yang dibuat`,
    `the store lists ${silent} and does not give its value (is it locked?), so nothing was made`,
  )
}
