import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { auditDocuments } from '../../render/audit/audit.ts'
import { inventoryHash, manifest } from '../../render/manifest.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { version } from '../../model/version.ts'
import { copiesOf } from '../audit/copies.ts'
import { historyOf } from '../audit/history.ts'
import { proofOptions, prove } from '../audit/prove.ts'
import { command, type ExitCode } from '../command.ts'
import { warnOfPin } from '../day.ts'
import { whileLocked } from '../disk/lock.ts'
import { outputRefusal, settled, writeOutput } from '../disk/output-folder.ts'
import { compileInventory, inventoryFolder, type Compiled } from '../inventory.ts'
import { historyOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'
import { unloaded } from '../shell/remark.ts'

export const audit = command({
  name: 'audit',
  about: {
    id:
      'Satu folder untuk auditor: register, catatan, bukti, temuan, pengecualian, persetujuan menurut Git, ' +
      'dan manifest. `audit verify DIR` membuktikan bahwa tidak ada yang berubah, tanpa inventaris.',
    en:
      'One folder for an auditor: registers, records, evidence, findings, waivers, approvals as Git knows them, ' +
      'and a manifest. `audit verify DIR` proves that nothing was touched, without the inventory.',
  },
  operands: '[verify DIR]',
  fewestOperands: 0,
  mostOperands: 2,
  example: 'serat audit --year 2026 --out audit-2026',
  options: {
    ...historyOptions,
    ...proofOptions,
    year: value('YYYY', 'tahun anggaran', 'fiscal year'),
    out: value('FOLDER', 'folder hasil (bawaan: audit-YYYY)', 'the output folder (default: audit-YYYY)'),
  },
  run(shell, given, [word, folder]) {
    if (word === 'verify' && folder !== undefined) return prove(shell, folder, given)
    if (word !== undefined)
      return refuse(
        'serat audit verify DIR, atau serat audit --year YYYY',
        'serat audit verify DIR, or serat audit --year YYYY',
      )
    const year = /^(19|20|21)\d{2}$/.test(given.year ?? '') ? Number(given.year) : undefined
    if (year === undefined) return refuse('sebut tahun anggarannya: --year 2026', 'name the fiscal year: --year 2026')
    const inventory = inventoryFolder(shell, given.inventory)
    if (isRefusal(inventory)) return inventory
    const shownOut = given.out ?? `audit-${year}`
    const out = settled(resolve(shell.cwd, shownOut))
    const refusal = outputRefusal(out, inventory)
    if (refusal !== undefined) return refusal
    mkdirSync(dirname(out), { recursive: true })
    const asOf = given['as-of'] ?? closingDay(year, shell.today)
    const asked = { ...given, ...(asOf === undefined ? {} : { 'as-of': asOf }) }
    return whileLocked([join(dirname(out), `.${basename(out)}.build-lock.tmp`)], () =>
      write(shell, { asked, year, out, shownOut, pinAsked: asOf }),
    )
  },
})

/** A year that is over is closed on its last day; of the others the day of the inventory counts. */
function closingDay(year: number, today: string): string | undefined {
  return `${year}-12-31` < today ? `${year}-12-31` : undefined
}

interface Job {
  readonly asked: Parameters<typeof compileInventory>[1]
  readonly year: number
  readonly out: string
  readonly shownOut: string
  readonly pinAsked: string | undefined
}

async function write(shell: Shell, { asked, year, out, shownOut, pinAsked }: Job): Promise<ExitCode | Refusal> {
  const compiled = compileInventory(shell, asked)
  if (isRefusal(compiled)) return compiled
  const { inventory, compilation, diagnostics } = compiled
  const { network, plan, asOf, waived } = compilation
  if (diagnostics.some(({ confidential }) => confidential === true))
    return refuse(
      'tidak ada yang ditulis: sebuah rahasia tertulis apa adanya di inventaris (LOD015); cabut dahulu, lalu ulangi',
      'nothing was written: a secret stands in clear text in the inventory (LOD015); take it out and ask again',
    )
  if (network === undefined || plan === undefined) return unloaded(shell)
  warnOfPin(shell, compiled, pinAsked)
  const hash = inventoryHash([...inventory.sources, { path: ledgerName, text: inventory.ledger }])
  const facts = { year, version, inventoryHash: hash, history: historyOf(compiled, year) }
  const artifacts = [...auditDocuments({ network, asOf, diagnostics, waived, facts }, plan), ...copiesOf(compiled)]
  const written = await writeOutput(out, artifacts, entries => manifest(entries, { inventoryHash: hash, asOf }))
  shell.print(`${shownOut}/README.md: ${written.length + 1} ${shell.language === 'id' ? 'berkas' : 'files'}\n`)
  const proved = prove(shell, shownOut, { digest: undefined, tag: undefined })
  if (isRefusal(proved)) return proved
  return remarks(shell, compiled, facts.history?.uncommitted.length)
}

/** What an auditor would ask first: errors, and what nobody has committed. */
function remarks(shell: Shell, { hasErrors }: Compiled, uncommitted: number | undefined): ExitCode {
  if (uncommitted === undefined)
    say(shell, {
      id: 'perhatian: inventaris ini tidak berada di repositori Git, jadi tidak ada persetujuan yang dapat ditunjukkan',
      en: 'note: the inventory is in no Git repository, so no approval can be shown',
    })
  else if (uncommitted > 0)
    say(shell, {
      id: `perhatian: ${uncommitted} berkas inventaris berbeda dari komitnya; untuk keadaan yang disetujui: --rev HEAD`,
      en: `note: ${uncommitted} files of the inventory differ from their commit; for the approved state: --rev HEAD`,
    })
  if (!hasErrors) return 0
  say(shell, {
    id: 'ada galat di inventaris; semuanya tercatat di findings.csv',
    en: 'the inventory has errors; all of them are in findings.csv',
  })
  return 1
}
