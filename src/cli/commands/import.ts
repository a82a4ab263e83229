import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { compile, type Compilation } from '../../compile.ts'
import { propose, type Proposal } from '../../exchange/propose.ts'
import { importArtifacts } from '../../exchange/report/artifacts.ts'
import { countsOf } from '../../exchange/report/report.ts'
import { fromUtm } from '../../exchange/values/utm.ts'
import { fixpoints, inService, type RunningText } from '../../exchange/running/fixpoint.ts'
import { fixpoint } from '../../exchange/running/text.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { proposedLedger } from '../../exchange/write/ledger.ts'
import { ledgerPath } from '../../plan/ledger.ts'
import { inventoryHash, manifest } from '../../render/manifest.ts'
import type { Source } from '../../source/source.ts'
import { concise } from '../../diagnostic/concise.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { command, type ExitCode } from '../command.ts'
import { healOutput, outputRefusal, settled, writeOutput } from '../disk/output-folder.ts'
import { readMapping } from '../exchange/mapping.ts'
import { readFiles } from '../exchange/read-files.ts'
import type { Compiled } from '../inventory.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { inventoryOptions, value } from '../options.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal, refuse } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const importFiles = command({
  name: 'import',
  about: {
    id:
      'Membaca tabel dan gambar yang dimiliki kantor (CSV, XLSX, KML, KMZ, GeoJSON, Shapefile, GeoPackage, OFDS, ' +
      'NetBox, ekspor RouterOS, jejak reflektometer SOR) menjadi usulan: berkas baru untuk inventaris dan laporan ' +
      'kepastian dalam dua bahasa. Inventaris tidak disentuh; salin isi usulan/sites ke sana bila sudah benar.',
    en:
      'Reads tables and drawings that an office has (CSV, XLSX, KML, KMZ, GeoJSON, Shapefile, GeoPackage, OFDS, ' +
      'NetBox, exports of RouterOS, reflectometer traces in SOR) ' +
      'into a proposal: new files for the inventory and a confidence report in both languages. ' +
      'The inventory is not touched; copy what is in proposal/sites into it once it is right.',
  },
  operands: 'FILE…',
  fewestOperands: 1,
  mostOperands: 1000,
  example: 'serat import tiang.csv situs.xlsx --out usulan',
  options: {
    ...inventoryOptions,
    out: value('FOLDER', 'folder usulan (wajib)', 'the folder of the proposal (needed)'),
    mapping: value(
      'FILE',
      'arti kolom, dari mapping.yaml sebuah usulan',
      'what columns mean, from the mapping.yaml of a proposal',
    ),
  },
  async run(shell, given, operands) {
    if (given.out === undefined)
      return refuse('--out FOLDER: sebut folder untuk usulannya', '--out FOLDER: name a folder for the proposal')
    const progress = progressOf(shell)
    const saved = given.mapping === undefined ? undefined : readMapping(shell, given.mapping)
    if (isRefusal(saved)) return saved
    const read = await readFiles(shell, operands, progress)
    if (isRefusal(read)) return read
    const loaded = loadInventory(shell, { ...given, out: undefined }, progress)
    if (isEnd(loaded)) return loaded
    const { network, plan } = loaded
    const out = settled(resolve(shell.cwd, given.out))
    const refusal = outputRefusal(out, loaded.folder)
    if (refusal !== undefined) return refusal
    const rows = read.tables.reduce((sum, table) => sum + table.rows.length, 0)
    progress(() => ({
      id: `menimbang ${rows} baris terhadap inventaris`,
      en: `holding ${rows} rows against the inventory`,
    }))
    const proposal = propose({ ...read, saved, network, plan, fromUtm: await fromUtm() })
    const ledger = proposedLedger(proposal.drafts, network, loaded.inventory.ledger)
    const files = [...proposedFiles(proposal.drafts, network), ...(ledger === undefined ? [] : [ledger])]
    return await write(shell, loaded, { proposal, files, exports: read.exports, out })
  },
})

interface Made {
  readonly proposal: Proposal
  readonly files: readonly Source[]
  readonly exports: readonly RunningText[]
  readonly out: string
}

/** The memory of an office's computer does not hold a larger proposal and the network with it in it at once. */
const mostChecked = 20_000

async function write(shell: Shell, loaded: Compiled, { proposal, files, exports, out }: Made): Promise<ExitCode> {
  mkdirSync(dirname(out), { recursive: true })
  healOutput(out)
  const hash = inventoryHash(loaded.inventory.sources)
  const { asOf } = loaded.compilation
  const routers =
    exports.length === 0
      ? []
      : fixpoints(exports, proposal.drafts, compiledWith(shell, loaded, inService(files)).drafts)
  await writeOutput(out, importArtifacts(proposal, files, routers), entries =>
    manifest(entries, { inventoryHash: hash, asOf }),
  )
  shell.print(summary(proposal, files.length)[shell.language])
  for (const { router, comparison } of routers) shell.print(`${router}: ${fixpoint(comparison)[shell.language]}\n`)
  if (proposal.drafts.length > mostChecked) {
    say(shell, {
      id: 'usulan ini besar: jalankan serat check sesudah disalin',
      en: 'this proposal is large: run serat check once it is copied',
    })
    return 0
  }
  const fresh = newFindings(shell, loaded, files)
  if (fresh.length > 0) {
    say(shell, {
      id: 'yang akan dikatakan serat check tentang usulan ini:',
      en: 'what serat check will say of this proposal:',
    })
    shell.print(concise({ diagnostics: fresh, language: shell.language, base: loaded.base }))
  }
  return fresh.some(({ severity }) => severity === 'error') ? 1 : 0
}

function summary(proposal: Proposal, files: number): { readonly id: string; readonly en: string } {
  const { sure, guessed, contradicted, leftOut } = countsOf(proposal)
  const known = proposal.drafts.filter(({ match }) => match !== undefined).length
  const fresh = proposal.drafts.length - known
  return {
    id:
      `${fresh} hal baru, ${known} sudah ada, ${files} berkas; ${sure} pasti, ${guessed} ditebak, ` +
      `${contradicted} bertentangan, ${leftOut} tidak dipakai: baca report.id.md\n`,
    en:
      `${fresh} new things, ${known} there already, ${files} files; ` +
      `${sure} sure, ${guessed} guessed, ${contradicted} contradicted, ${leftOut} left out: read report.en.md\n`,
  }
}

/** What the inventory with the proposal in it says that it does not say today. */
function newFindings(shell: Shell, loaded: Compiled, files: readonly Source[]): Diagnostic[] {
  if (files.length === 0) return []
  const key = ({ code, message }: Diagnostic): string => `${code} ${message.en}`
  const known = new Set(loaded.diagnostics.map(key))
  return compiledWith(shell, loaded, files).diagnostics.filter(each => !known.has(key(each)))
}

function compiledWith({ today }: Shell, { inventory, compilation }: Compiled, files: readonly Source[]): Compilation {
  const sources = files.filter(({ path }) => path !== ledgerPath)
  const written = new Set(sources.map(({ path }) => path))
  const { documents } = inventory
  return compile({
    sources: [...inventory.sources.filter(({ path }) => !written.has(path)), ...sources],
    ledger: files.find(({ path }) => path === ledgerPath)?.text ?? inventory.ledger,
    documents,
    today,
    asOf: compilation.asOf,
    entropy: new Uint8Array(16),
  })
}
