import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { jsonText } from '../../text/screen.ts'
import { inventoryHash } from '../../render/manifest.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { command, type ExitCode } from '../command.ts'
import { compileInventory, type Asked, type Compiled } from '../inventory.ts'
import { upText } from '../lab/up-text.ts'
import { wishOf, type FailureWish } from '../lab/wish.ts'
import { choice, flag, inventoryOptions, outOption, value } from '../options.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { remark, unloaded } from '../shell/remark.ts'

export const lab = command({
  name: 'lab',
  about: {
    id:
      'Jalankan seluruh jaringan sebagai FRR di komputer ini (up), bandingkan dengan ramalan (verify), ' +
      'lalu hapus (down). Perlu root dan paket Debian frr, nftables dan python3.',
    en:
      'Boots the whole network as FRR on this machine (up), compares it with the predictions (verify), ' +
      'and removes it (down). Needs root and the Debian packages frr, nftables and python3.',
  },
  operands: 'up|verify|down',
  fewestOperands: 1,
  mostOperands: 1,
  example: 'serat lab verify --sample 25 --seed 1',
  options: {
    ...inventoryOptions,
    all: flag('verify: setiap kegagalan', 'verify: every failure'),
    sample: value(
      'N',
      'verify: sedikitnya N kegagalan, tiga dari tiap jenis, satu bila N di bawah 20 (bawaan 25; 0: tidak satu pun)',
      'verify: at least N failures, three of each kind, one where N is below 20 (default 25; 0: none)',
    ),
    seed: value(
      'S',
      'verify: benih pilihan kegagalan (bawaan 1)',
      'verify: seed of the choice of failures (default 1)',
    ),
    summary: flag(
      'verify: tulis juga lab/report.md dan .json di folder hasil',
      'verify: write lab/report.md and .json into the output folder too',
    ),
    out: outOption,
    format: choice(['table', 'json'], 'bentuk hasil', 'form of the result'),
  },
  async run(shell, given, [what = '']) {
    if (what !== 'up' && what !== 'verify' && what !== 'down')
      return refuse(`\`${what}\`: pilih up, verify atau down`, `\`${what}\`: choose up, verify or down`)
    const wish = wishOf(given)
    if (isRefusal(wish)) return wish
    const { missingForLab } = await import('../../lab/peers.ts')
    const missing = missingForLab()
    if (missing.length > 0)
      return refuse(
        `lab memerlukan ${missing.map(({ id }) => id).join('; ')}`,
        `the lab needs ${missing.map(({ en }) => en).join('; ')}`,
      )
    if (what === 'down') return down(shell)
    const compiled = compileInventory(shell, given)
    if (isRefusal(compiled)) return compiled
    if (compiled.hasErrors)
      return remark(shell, {
        id: 'ada galat di inventaris; jalankan `serat check`',
        en: 'the inventory has errors; run `serat check`',
      })
    return what === 'up' ? up(shell, compiled, given.format === 'json') : verify(shell, compiled, given, wish)
  },
})

async function up(shell: Shell, compiled: Compiled, json: boolean): Promise<ExitCode | Refusal> {
  const { upLab } = await import('../../lab/lab.ts')
  const booted = await upLab(inputOf(shell, compiled), telling(shell))
  if ('cannot' in booted) return { refused: booted.cannot }
  shell.print(json ? jsonText(booted) : upText(booted, shell.language))
  return booted.ready.faults.length === 0 ? 0 : 1
}

interface VerifyAsked extends Asked {
  readonly format: string | undefined
  readonly summary: boolean
  readonly out: string | undefined
}

async function verify(
  shell: Shell,
  compiled: Compiled,
  { format, summary, out = 'out' }: VerifyAsked,
  wish: FailureWish,
): Promise<ExitCode | Refusal> {
  const { network } = compiled.compilation
  const folder = resolve(shell.cwd, out)
  if (summary && !existsSync(join(folder, 'manifest.json')))
    return refuse(
      `${out} bukan folder hasil; jalankan \`serat build\` dulu`,
      `${out} is no output folder; run \`serat build\` first`,
    )
  if (network === undefined) return unloaded(shell)
  const [{ checkLab }, { isClean, reportJson, reportText }] = await Promise.all([
    import('../../lab/lab.ts'),
    import('../../lab/verify/report.ts'),
  ])
  const report = await checkLab(inputOf(shell, compiled), network, wish, telling(shell))
  if ('cannot' in report) return { refused: report.cannot }
  const [json, text] = [jsonText(reportJson(report)), reportText(report, shell.language)]
  if (summary) writeSummary(join(folder, 'lab'), json, text)
  shell.print(format === 'json' ? json : text)
  return isClean(report) ? 0 : 1
}

/** A page and the same for machines; the next build replaces the folder whole. */
function writeSummary(folder: string, json: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.json'), json)
  writeFileSync(join(folder, 'report.md'), `# serat lab verify\n\n\`\`\`text\n${text}\`\`\`\n`)
}

async function down(shell: Shell): Promise<ExitCode | Refusal> {
  const { downLab } = await import('../../lab/lab.ts')
  const removed = await downLab()
  if ('cannot' in removed) return { refused: removed.cannot }
  const { processes, namespaces } = removed
  shell.print(
    shell.language === 'id'
      ? `${processes} proses dan ${namespaces} namespace dihapus\n`
      : `removed ${processes} processes and ${namespaces} namespaces\n`,
  )
  return 0
}

function inputOf(
  { today }: Shell,
  { inventory: { sources, ledger }, folder }: Compiled,
): Parameters<typeof import('../../lab/lab.ts').upLab>[0] {
  return { sources, ledger, folder, today, hash: inventoryHash([...sources, { path: ledgerName, text: ledger }]) }
}

/** Progress of long work: at most one line a second. */
function telling(shell: Shell): (message: Bilingual) => void {
  const progress = progressOf(shell)
  return message => progress(() => message)
}
