import { resolve } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { rotationSteps } from '../../edit/rotate.ts'
import { formerNames } from '../../secrets/former-names.ts'
import { neededSecrets } from '../../secrets/needed.ts'
import { placeWords, storesOfStacks, type StorePlace } from '../../secrets/place.ts'
import { storeFaultWords } from '../../secrets/store-file.ts'
import { storedNames, type StoredNames } from '../../secrets/stored-names.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { command, type ExitCode } from '../command.ts'
import { whileLocked } from '../disk/lock.ts'
import { printFindings } from '../findings.ts'
import { compileInventory, inventoryFolder, type Asked } from '../inventory.ts'
import { faultLines, hasFaults } from '../keys/report.ts'
import { makeStoreFolder, storePath } from '../keys/store.ts'
import { choice, flag, formatOption, inventoryOptions, value } from '../options.ts'
import { locksOf, makeSecrets, type Made } from '../secrets/make.ts'
import { secretsJson, secretsText, summaryWords } from '../secrets/report.ts'
import { rotate } from '../secrets/rotate.ts'
import { secretTable, type SecretTable } from '../secrets/state.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const secrets = command({
  name: 'secrets',
  about: {
    id:
      'Rahasia yang dibutuhkan sebuah pemasangan: mana yang ada di penyimpan, mana yang belum, ' +
      'siapa yang memakainya, mana yang pensiun. Nilainya tidak pernah ditampilkan.',
    en:
      'The secrets that a deployment needs: which the store has, which it lacks, who uses them, which are retired. ' +
      'No value is ever shown.',
  },
  operands: '[rotate NAME]',
  fewestOperands: 0,
  mostOperands: 2,
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
    generate: flag(
      'buat yang belum ada dan boleh dibuat sendiri; kunci terowongan juga, dengan paruh publiknya di buku alokasi',
      'make those that are missing and may be made here; tunnel keys too, with their public halves in the ledger',
    ),
    step: choice(
      rotationSteps,
      'langkah rotasi kunci OSPF yang ditulis ke inventaris, dengan `rotate`',
      'the step of a rotation of the OSPF key to write into the inventory, with `rotate`',
    ),
    to: value('NAME', 'nama kunci penggantinya, dengan `--step accept`', 'name of its successor, with `--step accept`'),
    format: formatOption,
  },
  run(shell, given, [verb, name]) {
    if (verb !== undefined && (verb !== 'rotate' || name === undefined))
      return refuse('setelah `secrets`: `rotate NAMA`', 'after `secrets`: `rotate NAME`')
    if (name !== undefined) {
      const compiled = compileInventory(shell, given)
      return isRefusal(compiled) ? compiled : rotate(shell, compiled, { name, step: given.step, to: given.to })
    }
    const folder = inventoryFolder(shell, given.inventory)
    if (isRefusal(folder)) return folder
    if (given.generate && given.secrets !== undefined) makeStoreFolder(resolve(shell.cwd, given.secrets))
    const place = placeOf(shell, given, folder)
    if (isRefusal(place)) return place
    // A store that only this command names is a trace of the network too.
    const stores = place?.kind === 'file' ? [place.path] : []
    const job: Job = { shell, asked: { ...given, stores }, place, generate: given.generate, format: given.format }
    if (!given.generate) return work(job)
    if (place === undefined) return refuse('--generate: sebut penyimpannya', '--generate: name the store')
    if (place.kind === 'file') makeStoreFolder(place.path)
    return whileLocked(locksOf(place, folder), () => work(job))
  },
})

interface Job {
  readonly shell: Shell
  readonly asked: Asked
  readonly place: StorePlace | undefined
  readonly generate: boolean
  readonly format: string | undefined
}

async function work({ shell, asked, place, generate, format }: Job): Promise<ExitCode | Refusal> {
  const compiled = compileInventory(shell, asked)
  if (isRefusal(compiled)) return compiled
  const { network, plan, artifacts } = compiled.compilation
  if (compiled.hasErrors || network === undefined || plan === undefined) {
    const lost = compiled.diagnostics.filter(({ code }) => code === 'LOD033')
    if (lost.length > 0) await printFindings(shell, { ...compiled, diagnostics: lost }, 'pretty')
    say(shell, {
      id: 'ada galat di inventaris; jalankan `serat check`',
      en: 'the inventory has errors; run `serat check`',
    })
    return 1
  }
  const needed = neededSecrets(artifacts)
  const formerly = formerNames(network)
  const table = (): SecretTable | Refusal => {
    const stored =
      place === undefined
        ? undefined
        : namesIn(
            place,
            needed.flatMap(({ name }) => [name, ...formerly(name)]),
          )
    return isRefusal(stored) ? stored : secretTable(network, needed, stored)
  }
  const first = table()
  if (isRefusal(first)) return first
  const { ledgerPath, inventory, base } = compiled
  const made =
    generate && place !== undefined
      ? makeSecrets({ place, plan, rows: first.rows, ledgerPath, ledger: inventory.ledger })
      : undefined
  if (isRefusal(made)) return made
  const now = made === undefined ? first : table()
  if (isRefusal(now)) return now
  shell.print(format === 'json' ? secretsJson(now) : secretsText(now, shell.language))
  const where = place === undefined ? undefined : placeWords(place)
  if (made !== undefined) tellMade(shell, made, `${base}/${ledgerName}`)
  say(shell, summaryWords(now, where))
  const isUnfit = made !== undefined && hasFaults(made.keys)
  return isUnfit || now.rows.some(({ state }) => state === 'missing') ? 1 : 0
}

function tellMade(shell: Shell, { keys, words }: Made, ledger: string): void {
  for (const line of faultLines(keys)) say(shell, line)
  const all = words + keys.secrets.size
  say(shell, { id: `${all} rahasia dibuat`, en: `secrets made: ${all}` })
  const halves = keys.publicKeys.size
  if (halves > 0)
    say(shell, {
      id: `${halves} paruh publik kunci terowongan ke ${ledger}; simpan ke Git`,
      en: `public halves of tunnel keys to ${ledger}: ${halves}; commit it`,
    })
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

function namesIn(place: StorePlace, wanted: readonly string[]): StoredNames | Refusal {
  const stored = storedNames(place, wanted)
  if (stored.kind === 'silent') return { refused: stored.why }
  return stored.kind === 'unfit' ? refused(place, storeFaultWords(placeWords(place).en, stored.fault)) : stored
}

function refused(place: StorePlace, { id, en }: Bilingual): Refusal {
  const name = placeWords(place)
  return refuse(`${name.id}: ${id}`, `${name.en}: ${en}`)
}
