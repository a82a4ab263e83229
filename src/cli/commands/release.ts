import { join } from 'node:path'
import { hasErrors } from '../../diagnostic/diagnostic.ts'
import { parseLedger, releaseEntries, type Released } from '../../plan/ledger.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { readInventory } from '../../source/read.ts'
import { command, type ExitCode } from '../command.ts'
import { takeLock } from '../disk/lock.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { inventoryFolder } from '../inventory.ts'
import { nearHint } from '../near.ts'
import { inventoryOptions } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const release = command({
  name: 'release',
  about: {
    id:
      'Kembalikan alokasi yang sudah pensiun, agar boleh dipakai lagi. KEY adalah kunci di allocations.lock.yaml; ' +
      'yang berakhir dengan / berarti semua di bawahnya.',
    en:
      'Gives retired allocations back, so that they may be used again. KEY is a key of allocations.lock.yaml; ' +
      'one that ends in / means all below it.',
  },
  operands: 'KEY…',
  fewestOperands: 1,
  mostOperands: 10_000,
  example: 'serat release router/dishub/',
  options: {
    inventory: inventoryOptions.inventory,
    'in-use': {
      kind: 'flag',
      about: {
        id: 'juga yang masih dipakai: dialokasikan ulang pada build berikutnya',
        en: 'also what is in use: it is allocated anew by the next build',
      },
    },
  },
  run(shell, given, keys) {
    const folder = inventoryFolder(shell, given.inventory)
    if (isRefusal(folder)) return folder
    const lock = takeLock(join(folder, '.build-lock.tmp'))
    if (isRefusal(lock)) return lock
    try {
      return releaseKeys(shell, folder, keys, given['in-use'] === true ? 'in-use' : 'retired')
    } finally {
      lock.release()
    }
  },
})

function releaseKeys(
  shell: Shell,
  folder: string,
  keys: readonly string[],
  from: 'retired' | 'in-use',
): ExitCode | Refusal {
  const { ledger, diagnostics } = readInventory(folder, [])
  const parsed = parseLedger(ledger)
  if (hasErrors(parsed.diagnostics) || diagnostics.some(({ at }) => at.source.path === ledgerName)) {
    return refuse(
      'buku alokasi tidak dapat dibaca; jalankan `serat check`',
      'the ledger cannot be read; run `serat check`',
    )
  }
  const outcome = releaseEntries(ledger, keys, from)
  if (outcome.refused.length > 0) {
    for (const refusal of outcome.refused) say(shell, reasonOf(refusal, [...parsed.value.entries.keys()]))
    return 2
  }
  writeWhole(join(folder, ledgerName), outcome.text)
  for (const key of outcome.released) shell.print(`${key}\n`)
  return 0
}

function reasonOf(
  { key, reason }: Released['refused'][number],
  known: readonly string[],
): { readonly id: string; readonly en: string } {
  if (reason === 'in-use')
    return {
      id: `${key} masih dipakai; tidak ada yang dilepas (lihat --in-use)`,
      en: `${key} is in use; nothing was released (see --in-use)`,
    }
  const near = nearHint(key, known)
  return {
    id: `${key} tidak ada di buku alokasi${near.id}; tidak ada yang dilepas`,
    en: `the ledger has no ${key}${near.en}; nothing was released`,
  }
}
