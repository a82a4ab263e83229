import { dirname, join } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { isByName, isCommandFault, saveByCommand, valuesByCommand } from '../../secrets/command-store.ts'
import { neededSecrets } from '../../secrets/needed.ts'
import { placeWords, storesOfStacks, type StorePlace } from '../../secrets/place.ts'
import { storeFaultWords } from '../../secrets/store-file.ts'
import { storedNames, type StoredNames } from '../../secrets/stored-names.ts'
import { command, type ExitCode } from '../command.ts'
import { whileLocked } from '../disk/lock.ts'
import { healFile, writeWhole } from '../disk/write-whole.ts'
import { compileInventory } from '../inventory.ts'
import { openStore, storePath, storeText } from '../keys/store.ts'
import { flag, formatOption, inventoryOptions, value } from '../options.ts'
import { generated } from '../secrets/generate.ts'
import { secretsJson, secretsText, summaryWords } from '../secrets/report.ts'
import { secretTable, type SecretTable } from '../secrets/state.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const secrets = command({
  name: 'secrets',
  about: {
    id: 'Rahasia yang dibutuhkan sebuah pemasangan: mana yang ada di penyimpan, mana yang belum, siapa yang memakainya, mana yang pensiun. Nilainya tidak pernah ditampilkan.',
    en: 'The secrets that a deployment needs: which the store has, which it lacks, who uses them, which are retired. No value is ever shown.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat secrets --stack klaten --generate',
  options: {
    ...inventoryOptions,
    stack: value(
      'NAME',
      'penyimpan yang disebut stack ini (bawaan: satu-satunya stack inventaris ini)',
      'the store that this stack names (default: the only stack of this inventory)',
    ),
    secrets: value(
      'FILE',
      'penyimpan rahasia ini, sebuah berkas di luar setiap repositori',
      'this secret store, a file outside every repository',
    ),
    generate: flag('buat yang belum ada dan boleh dibuat sendiri', 'make those that are missing and may be made here'),
    format: formatOption,
  },
  run(shell, given) {
    const compiled = compileInventory(shell, given, progressOf(shell))
    if (isRefusal(compiled)) return compiled
    const { network, artifacts } = compiled.compilation
    if (compiled.hasErrors || network === undefined) {
      say(shell, {
        id: 'ada galat di inventaris; jalankan `serat check`',
        en: 'the inventory has errors; run `serat check`',
      })
      return 1
    }
    const place = placeOf(shell, given, compiled.folder)
    if (isRefusal(place)) return place
    const needed = neededSecrets(artifacts)
    const table = (): SecretTable | Refusal => {
      const stored = place === undefined ? undefined : asked(place)
      return isRefusal(stored) ? stored : secretTable(network, needed, stored)
    }
    return told(shell, { table, place, generate: given.generate, format: given.format })
  },
})

interface Telling {
  readonly table: () => SecretTable | Refusal
  readonly place: StorePlace | undefined
  readonly generate: boolean
  readonly format: string | undefined
}

async function told(shell: Shell, { table, place, generate, format }: Telling): Promise<ExitCode | Refusal> {
  if (generate && place === undefined) return refuse('--generate: sebut penyimpannya', '--generate: name the store')
  const first = table()
  if (isRefusal(first)) return first
  const made = generate && place !== undefined ? await saved(place, first) : undefined
  if (isRefusal(made)) return made
  const now = made === undefined ? first : table()
  if (isRefusal(now)) return now
  shell.print(format === 'json' ? secretsJson(now) : secretsText(now, shell.language))
  if (made !== undefined) say(shell, { id: `${made.size} rahasia dibuat`, en: `secrets made: ${made.size}` })
  say(shell, summaryWords(now, place === undefined ? undefined : placeWords(place)))
  return now.rows.some(({ state }) => state === 'missing') ? 1 : 0
}

/** The store that was asked for, else that of the only stack of this inventory; undefined where there is none. */
function placeOf(
  shell: Shell,
  { secrets: file, stack }: { readonly secrets: string | undefined; readonly stack: string | undefined },
  folder: string,
): StorePlace | undefined | Refusal {
  if (file !== undefined) {
    const path = storePath(shell, file, folder)
    return isRefusal(path) ? path : { kind: 'file', path }
  }
  const stacks = storesOfStacks(shell.cwd, folder)
  if (stack === undefined) {
    if (stacks.length <= 1) return stacks[0]?.place
    const names = stacks.map(each => each.stack).join(', ')
    return refuse(
      `beberapa stack memakai inventaris ini: sebut --stack (${names})`,
      `several stacks have this inventory: name one with --stack (${names})`,
    )
  }
  const own = stacks.find(each => each.stack === stack)
  return own === undefined
    ? refuse(`tidak ada stack ${stack} untuk inventaris ini`, `this inventory has no stack ${stack}`)
    : own.place
}

function asked(place: StorePlace): StoredNames | Refusal {
  const stored = storedNames(place)
  if (stored.kind === 'silent') return { refused: stored.why }
  return stored.kind === 'unfit' ? refused(place, storeFaultWords(placeWords(place).en, stored.fault)) : stored
}

/** Makes what is ours to make, and puts it beside what the store has. */
async function saved(place: StorePlace, table: SecretTable): Promise<ReadonlyMap<string, string> | Refusal> {
  if (place.kind === 'command') return savedByCommand(place, generated(table.rows))
  return whileLocked([join(dirname(place.path), '.serat-keys-lock.tmp')], () => {
    healFile(place.path)
    const file = openStore(place.path, place.path)
    if (isRefusal(file)) return file
    // Whoever made a name in the meantime keeps it; a store that was not there yet lacks all of them.
    const rows = table.rows.map(row => (row.state === 'not-checked' ? { ...row, state: 'missing' as const } : row))
    const entries = new Map([...generated(rows)].filter(([name]) => !file.values.has(name)))
    if (entries.size > 0) writeWhole(place.path, storeText(file, entries), undefined, 0o600)
    return entries
  })
}

function savedByCommand(
  { command: words, cwd }: StorePlace & { readonly kind: 'command' },
  entries: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | Refusal {
  if (entries.size === 0) return entries
  if (words.write === undefined)
    return refuse(
      'serat:storeCommand tidak menyebut `write`, jadi tidak ada yang dibuat',
      'serat:storeCommand names no `write`, so nothing was made',
    )
  const all = isByName(words.write) ? new Map<string, string>() : valuesByCommand(words, cwd)
  const fault = isCommandFault(all) ? all : saveByCommand(words.write, cwd, { all, entries })
  return fault === undefined ? entries : { refused: fault.failed }
}

function refused(place: StorePlace, { id, en }: Bilingual): Refusal {
  const name = placeWords(place)
  return refuse(`${name.id}: ${id}`, `${name.en}: ${en}`)
}
