import { join } from 'node:path'
import { compile, type Compilation } from '../../compile.ts'
import { patchOf } from '../../edit/patch.ts'
import { upgraded, type Upgraded } from '../../edit/upgrade.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { command } from '../command.ts'
import { takeLock } from '../disk/lock.ts'
import { writeWhole } from '../disk/write-whole.ts'
import { printFindings } from '../findings.ts'
import { compileInventory, type Compiled } from '../inventory.ts'
import { flag, inventoryOptions } from '../options.ts'
import { isRefusal, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const upgrade = command({
  name: 'upgrade',
  about: {
    id:
      'Tulis inventaris dan buku alokasi dalam bentuk Serat ini, dengan selisihnya sebagai patch. ' +
      'Tidak ada alamat, nomor atau konfigurasi yang berubah; itu diperiksa sebelum menulis.',
    en:
      'Writes inventory and ledger in the form of this Serat, and what differs as a patch. ' +
      'No address, number or configuration changes; that is checked before anything is written.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat upgrade --show',
  options: {
    ...inventoryOptions,
    show: flag('hanya tunjukkan patch-nya', 'only show the patch'),
  },
  async run(shell, given) {
    const compiled = compileInventory(shell, { ...given, entropy: new Uint8Array(16) })
    if (isRefusal(compiled)) return compiled
    const { inventory } = compiled
    if (compiled.compilation.network === undefined) {
      await printFindings(shell, compiled, 'pretty')
      return 1
    }
    const today = upgraded(inventory.sources, inventory.ledger)
    const patch = patchOfBoth(compiled, today)
    if (patch === '') {
      say(shell, { id: 'sudah dalam bentuk Serat ini', en: 'it has the form of this Serat already' })
      return 0
    }
    expectTheSame(shell, compiled, today)
    shell.print(patch)
    const refused = given.show ? undefined : written(compiled, today)
    if (refused !== undefined) return refused
    say(shell, {
      id:
        `${given.show ? 'belum ada yang ditulis' : 'ditulis; baca patch-nya, lalu simpan ke Git'}: alokasi dan ` +
        'konfigurasi sama seperti sebelumnya',
      en:
        `${given.show ? 'nothing is written yet' : 'written; read the patch, then commit'}: allocations and ` +
        'configurations are what they were',
    })
    return 0
  },
})

function patchOfBoth({ base, inventory }: Compiled, { sources, ledger }: Upgraded): string {
  const edits = new Map([...sources.map(({ path, text }) => [path, text] as const), [ledgerName, ledger]])
  const had = [...inventory.sources, { path: ledgerName, text: inventory.ledger }]
  return patchOf(had, edits, base)
}

/** Throws where the new form would mean something else: that would be a fault of this program, not of the inventory. */
function expectTheSame({ today }: Shell, { inventory, compilation }: Compiled, { sources, ledger }: Upgraded): void {
  const after = compile({
    sources,
    reading: inventory.diagnostics,
    ledger,
    documents: inventory.documents,
    today,
    asOf: compilation.asOf,
    entropy: new Uint8Array(16),
    traces: 'none-wanted',
  })
  const told = new Set(compilation.diagnostics.map(({ code, message }) => `${code} ${message.en}`))
  const news = after.diagnostics.filter(({ code, message }) => !told.has(`${code} ${message.en}`))
  if (news.length > 0 || JSON.stringify(decided(compilation)) !== JSON.stringify(decided(after)))
    throw new Error(`the upgraded inventory would mean something else: ${news.map(({ code }) => code).join(', ')}`)
}

/** Every number, and every line of every router. */
function decided({ ledger, drafts, network }: Compilation): unknown {
  const routers = [...drafts(network?.routers.keys() ?? [])]
  return [[...parseLedger(ledger).value.entries], routers.map(({ path, content }) => [path, String(content())])]
}

function written({ folder, inventory }: Compiled, { sources, ledger }: Upgraded): Refusal | undefined {
  const lock = takeLock(join(folder, '.build-lock.tmp'))
  if (isRefusal(lock)) return lock
  try {
    const had = new Map(inventory.sources.map(({ path, text }) => [path, text]))
    for (const { path, text } of sources) if (had.get(path) !== text) writeWhole(join(folder, path), text)
    if (ledger !== inventory.ledger) writeWhole(join(folder, ledgerName), ledger)
    return undefined
  } finally {
    lock.release()
  }
}
