import {
  isByName,
  isCommandFault,
  saveByCommand,
  valueByCommand,
  valuesByCommand,
} from '../../secrets/command-store.ts'
import type { StorePlace } from '../../secrets/place.ts'
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

/** A store that answers to a command; one that is asked name by name is asked for `names` alone. */
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
  const values = isByName(command.read) ? valuesOf(names, name => valueByCommand(command, cwd, name)) : undefined
  const all = values ?? valuesByCommand(command, cwd)
  if (isCommandFault(all)) return { refused: all.failed }
  return {
    values: all,
    save(entries) {
      const fault = saveByCommand(write, cwd, { all, entries })
      return fault === undefined ? undefined : { refused: fault.failed }
    },
  }
}

function valuesOf(names: readonly string[], ask: (name: string) => string | undefined): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap(name => {
      const value = ask(name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}
