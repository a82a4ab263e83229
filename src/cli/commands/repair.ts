import { join } from 'node:path'
import { platforms } from '../../compile.ts'
import { hasErrors } from '../../diagnostic/diagnostic.ts'
import { load } from '../../load/load.ts'
import { clashesOf } from '../../plan/clashes.ts'
import { isOfNewer, repairLedger } from '../../plan/ledger.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { readInventory } from '../../source/read.ts'
import { command, type ExitCode } from '../command.ts'
import { gitBytes, isRevision, withoutRepository } from '../git.ts'
import { takeLock } from '../disk/lock.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { places } from '../../load/kinds.ts'
import { inventoryFolder } from '../inventory.ts'
import { inventoryOptions } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const repair = command({
  name: 'repair',
  about: {
    id: 'Perbaiki buku alokasi sesudah dua cabang digabung: yang sudah ada di REF tetap, pendatang yang menabrak dialokasikan ulang.',
    en: 'Mends the ledger after two branches were merged: what REF had stays, a newcomer in its way is allocated anew by the next build.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat repair --base origin/main',
  options: {
    inventory: inventoryOptions.inventory,
    base: {
      kind: 'value',
      name: 'REF',
      about: { id: 'revisi Git yang alokasinya dipertahankan', en: 'Git revision whose allocations stay' },
    },
  },
  run(shell, given) {
    const folder = inventoryFolder(shell, given.inventory)
    if (isRefusal(folder)) return folder
    if (given.base === undefined) return refuse('sebut revisinya: --base REF', 'name the revision: --base REF')
    const base = ledgerAt(folder, given.base)
    if (isRefusal(base)) return base
    const lock = takeLock(join(folder, '.build-lock.tmp'))
    if (isRefusal(lock)) return lock
    try {
      return mend(shell, folder, base)
    } finally {
      lock.release()
    }
  },
})

function ledgerAt(folder: string, ref: string): string | Refusal {
  if (!isRevision(ref)) return refuse(`--base ${ref}: bukan revisi Git`, `--base ${ref}: not a Git revision`)
  const found = gitBytes(folder, 'show', `${ref}:./${ledgerName}`)
  if (found !== undefined) return found.toString('utf8')
  return (
    withoutRepository(folder) ??
    refuse(`Git tidak menemukan ${ledgerName} pada ${ref}`, `Git finds no ${ledgerName} at ${ref}`)
  )
}

function mend(shell: Shell, folder: string, base: string): ExitCode | Refusal {
  const { sources, ledger, diagnostics: reading } = readInventory(folder, places)
  const { value: network, diagnostics } = load(sources, platforms, reading)
  if (network === undefined || hasErrors(diagnostics)) {
    return refuse('perbaiki dulu berkas lain: serat check', 'mend the other files first: serat check')
  }
  if ([ledger, base].some(isOfNewer))
    return refuse(
      'buku alokasi ditulis oleh Serat yang lebih baru; pasang yang itu',
      'the ledger was written by a newer Serat; install that one',
    )
  const { text, moved } = repairLedger(ledger, base, merged => clashesOf(network, merged))
  if (text !== ledger) writeWhole(join(folder, ledgerName), text)
  for (const key of moved) shell.print(`${key}\n`)
  say(
    shell,
    moved.length === 0
      ? { id: 'tidak ada yang bertabrakan', en: 'nothing clashed' }
      : {
          id: `${moved.length} alokasi pendatang dilepas; \`serat build\` mengalokasikannya lagi`,
          en: `${moved.length} allocations of newcomers were given back; \`serat build\` allocates them anew`,
        },
  )
  return 0
}
