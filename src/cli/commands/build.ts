import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { inventoryHash, manifest, type ManifestEntry } from '../../render/manifest.ts'
import { command, type ExitCode } from '../command.ts'
import { whileLocked } from '../disk/lock.ts'
import { inventoryRefusal, outputLock, placeRefusal } from '../disk/mounts.ts'
import { healOutput, outputRefusal, settled, writeOutput } from '../disk/output-folder.ts'
import { standingOutput } from '../disk/standing-output.ts'
import { healFile, writeWhole } from '../disk/write-whole.ts'
import { printFindings } from '../findings.ts'
import { warnOfPin } from '../day.ts'
import { frozenFault } from '../frozen.ts'
import { compileInventory, inventoryFolder, type Asked, type Compiled } from '../inventory.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { frozenOption, inventoryOptions, list, newLedgerOption, outOption, strictOption } from '../options.ts'
import { progressOf, type Progress } from '../shell/progress.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'
import { summary } from '../summary.ts'

interface Job {
  readonly shell: Shell
  readonly asked: Asked & {
    readonly strict: boolean
    readonly frozen: boolean
    readonly 'page-without': readonly string[]
  }
  readonly folder: string
  /** The output folder, absolute, with symbolic links followed. */
  readonly out: string
  /** As it was asked for. */
  readonly shownOut: string
  readonly progress: Progress
}

export const build = command({
  name: 'build',
  about: {
    id: 'Periksa inventaris; tanpa galat, tulis buku alokasi dan seluruh hasil. Dengan galat, hasil yang ada tidak disentuh.',
    en: 'Checks the inventory; without errors, writes the ledger and the whole output. With errors, what is there stays untouched.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat build --out out',
  options: {
    ...inventoryOptions,
    out: outOption,
    strict: strictOption,
    frozen: frozenOption,
    'new-ledger': newLedgerOption,
    'page-without': list(
      'PATH[,PATH…]',
      'berkas atau folder inventaris yang tidak ikut di halaman index.html (mis. payments/); secret-names: nama rahasia',
      'files or folders of the inventory that the page index.html does not carry (payments/, say); secret-names: names of secrets',
    ),
  },
  async run(shell, given) {
    const folder = inventoryFolder(shell, given.inventory)
    if (isRefusal(folder)) return folder
    const shownOut = given.out ?? 'out'
    const out = settled(resolve(shell.cwd, shownOut))
    mkdirSync(dirname(out), { recursive: true })
    const refusal = placeRefusal(out, shownOut) ?? (given.frozen ? undefined : inventoryRefusal(folder))
    if (refusal !== undefined) return refusal
    // Two builds at once would take each other's places in the ledger, or in the output; a frozen one writes no ledger.
    const locks = given.frozen ? [] : [join(folder, '.build-lock.tmp')]
    return whileLocked([...locks, outputLock(out)], () =>
      work({ shell, asked: given, folder, out, shownOut, progress: progressOf(shell) }),
    )
  },
})

async function work(job: Job): Promise<ExitCode | Refusal> {
  const { shell, asked, folder, out, progress } = job
  if (!asked.frozen) healFile(join(folder, ledgerName))
  healOutput(out)
  const refusal = outputRefusal(out, folder)
  if (refusal !== undefined) return refusal
  const { pageApplication, unknownAmong } = await import('../page/application.ts')
  const without = asked['page-without'].flatMap(paths => paths.split(',')).filter(Boolean)
  const application = await pageApplication({
    folder,
    without,
    asOf: asked['as-of'],
    today: shell.today,
  })
  const compiled = compileInventory(shell, { ...asked, application }, progress)
  if (isRefusal(compiled)) return compiled
  const [unknown] = unknownAmong(compiled.inventory, without)
  if (unknown !== undefined) return unknownPath(unknown)
  const { diagnostics } = compiled
  const stops = compiled.hasErrors || (asked.strict && diagnostics.length > 0)
  await printFindings(shell, compiled, stops ? 'pretty' : 'concise')
  if (stops) {
    say(shell, {
      id: `\ntidak ada yang ditulis: perbaiki temuan di atas, lalu ulangi`,
      en: `\nnothing was written: mend the findings above and build again`,
    })
    return 1
  }
  warnOfPin(shell, compiled, asked['as-of'])
  const frozen = asked.frozen ? frozenFault(compiled) : futureFault(shell, compiled, asked['as-of'])
  if (frozen === undefined) return write(job, compiled)
  say(shell, frozen)
  return 1
}

/** A slip would send what was to stay. */
function unknownPath(path: string): Refusal {
  return refuse(
    `--page-without ${path}: inventaris tidak punya berkas atau folder itu; ` +
      'tulis seperti dalam folder inventaris (payments/, allocations.lock.yaml), atau secret-names',
    `--page-without ${path}: the inventory has no such file or folder; ` +
      `write it as it stands in the inventory's folder (payments/, allocations.lock.yaml), or secret-names`,
  )
}

/**
 * A day that was asked for and has not come gives nothing a number: what is to be recorded is recorded by a build of
 * today.
 */
function futureFault(
  shell: Shell,
  { inventory, compilation }: Compiled,
  asked: string | undefined,
): Bilingual | undefined {
  if (asked === undefined || asked <= shell.today || compilation.ledger === inventory.ledger) return undefined
  return {
    id: `tidak ada yang ditulis: ${asked} belum tiba, dan buku alokasi akan berubah; jalankan \`serat build\` untuk hari ini dahulu`,
    en: `nothing was written: ${asked} has not come, and the ledger would change; run \`serat build\` for today first`,
  }
}

async function write({ shell, out, shownOut, progress }: Job, compiled: Compiled): Promise<ExitCode | Refusal> {
  const { inventory, compilation, ledgerPath } = compiled
  const { artifacts, asOf, ledger, page } = compilation
  if (ledger !== inventory.ledger) writeWhole(ledgerPath, ledger)
  const hashed = [...inventory.sources, { path: ledgerName, text: ledger }]
  const seal = (entries: readonly ManifestEntry[]): string =>
    manifest(entries, { inventoryHash: inventoryHash(hashed), asOf })
  const standing = ledger === inventory.ledger && page !== undefined ? await standingOutput(out, page, seal) : undefined
  if (standing !== undefined) {
    shell.print(summary(compiled, { out: shownOut, files: standing.length + 1 }, shell.language))
    return 0
  }
  const written = await writeOutput(out, artifacts, seal, done =>
    progress(() => ({ id: `${done} berkas ditulis`, en: `${done} files written` })),
  ).catch(outputFault(shownOut))
  if (isRefusal(written)) return written
  shell.print(summary(compiled, { out: shownOut, files: written.length + 1 }, shell.language))
  return 0
}

/** What the disk did not give; any other error is a fault of ours. */
function outputFault(out: string): (error: unknown) => Refusal {
  return error => {
    const refusal = fileRefusal(error)
    if (refusal === undefined) throw error
    const { id, en } = refusal.refused
    return refuse(
      `${out} tidak dapat ditulis: ${id}; hasil yang lama tidak disentuh`,
      `${out} cannot be written: ${en}; the previous output is untouched`,
    )
  }
}
