import { dirname, resolve } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Change } from '../../change/change.ts'
import { compare } from '../../change/compare.ts'
import { leadOf } from '../../change/report/lead.ts'
import { rolloutArtifacts } from '../../change/rollout/artifacts.ts'
import { rolloutOf, type Rollout } from '../../change/rollout/rollout.ts'
import { commandNoun } from '../../change/rollout/messages.ts'
import { inventoryHash, manifest } from '../../render/manifest.ts'
import { counted } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import { command, type ExitCode } from '../command.ts'
import { sidesOf, subjectOf, type Compared } from '../diff/sides.ts'
import { healOutput, outputRefusal, settled, writeOutput } from '../disk/output-folder.ts'
import { printFindings } from '../findings.ts'
import { frozenFault } from '../frozen.ts'
import { dateOptions, inventoryOptions, value } from '../options.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { say, type Shell } from '../shell/shell.ts'

export const rollout = command({
  name: 'rollout',
  about: {
    id:
      'Skrip yang membawa router yang sedang hidup dari BASE ke inventaris ini, dengan skrip mundurnya, urutan, ' +
      'dan lembar kerja dalam dua bahasa. BASE adalah revisi Git atau folder; bawaan: titik cabang ini berpisah ' +
      'dari cabang utama. Dengan --from dan --to: apa yang diubah tanggal. Tidak ada router yang disentuh.',
    en:
      'Scripts that take live routers from BASE to this inventory, with their undo, the order, ' +
      'and a run sheet in both languages. BASE is a Git revision or a folder; default: where this branch left the ' +
      'default one. With --from and --to: what dates change. No router is touched.',
  },
  operands: '[BASE]',
  fewestOperands: 0,
  mostOperands: 1,
  example: 'serat rollout HEAD~1 --out rollout',
  options: {
    ...inventoryOptions,
    out: value('FOLDER', 'folder hasil (wajib)', 'the output folder (needed)'),
    ...dateOptions,
  },
  async run(shell, given, [word]) {
    if (given.out === undefined)
      return refuse('--out FOLDER: sebut folder untuk skripnya', '--out FOLDER: name a folder for the scripts')
    const sides = sidesOf(shell, given, word)
    if (isRefusal(sides)) return sides
    const out = settled(resolve(shell.cwd, given.out))
    const refusal = outputRefusal(out, sides.compiled.folder)
    if (refusal !== undefined) return refusal
    if (sides.compiled.hasErrors) {
      await printFindings(shell, sides.compiled, 'pretty')
      return stopped(shell, 'perbaiki temuan di atas', 'mend the findings above')
    }
    const frozen = frozenFault(sides.compiled)
    if (frozen !== undefined) {
      say(shell, frozen)
      return stopped(
        shell,
        'nomor baru dicatat dahulu oleh `serat build`',
        '`serat build` records the new numbers first',
      )
    }
    return write(shell, sides, { out, shownOut: given.out })
  },
})

function stopped(shell: Shell, id: string, en: string): ExitCode {
  say(shell, { id: `tidak ada yang ditulis: ${id}`, en: `nothing was written: ${en}` })
  return 1
}

interface Places {
  readonly out: string
  /** As it was asked for. */
  readonly shownOut: string
}

async function write(shell: Shell, sides: Compared, { out, shownOut }: Places): Promise<ExitCode | Refusal> {
  const { before, after, compiled, names, movedFrom } = sides
  const change = compare(before, after)
  if (!isKnownWhole(change)) return unknownBase(shell, change, names.before)
  const made = rolloutOf(change, { before, after })
  const hash = inventoryHash(compiled.inventory.sources)
  mkdirSync(dirname(out), { recursive: true })
  healOutput(out)
  const { agent } = await import('../../pulumi/targets/agent.ts')
  await writeOutput(out, rolloutArtifacts(made, subjectOf(names, movedFrom), agent), entries =>
    manifest(entries, { inventoryHash: hash, asOf: after.asOf }),
  )
  shell.print(summaryText(made, shownOut)[shell.language])
  return 0
}

/** Whether configurations of both sides were compared: else no router would seem to change. */
function isKnownWhole({ gaps }: Change): boolean {
  return gaps.every(({ what }) => what === 'failures')
}

function unknownBase(shell: Shell, change: Change, base: string): ExitCode {
  const [id = '', en = ''] = (['id', 'en'] as const).map(language => leadOf(change, language)[0] ?? '')
  if (id !== '') say(shell, { id, en })
  return stopped(
    shell,
    `konfigurasi pada ${base} tidak dapat ditulis, jadi tidak diketahui apa yang berubah; ` +
      'sebut BASE yang dimuat utuh, atau muat berkas penuh dari serat build',
    `the configurations at ${base} cannot be written down, so what changes is not known; ` +
      'name a BASE that loads whole, or load the full files of serat build',
  )
}

function summaryText({ steps, gone }: Rollout, out: string): { readonly id: string; readonly en: string } {
  const scripted = steps.filter(({ what }) => what === 'script').length
  const commands = steps.reduce((sum, step) => sum + (step.what === 'script' ? step.script.commands.length : 0), 0)
  const whole = steps.length - scripted
  return {
    id:
      `${scripted} router dengan skrip (${commands} perintah), ${whole} dimuat utuh, ${gone.length} hilang; ` +
      `mulai dari ${out}/run-sheet.md\n`,
    en:
      `${counted(scripted, things.router).en} with a script (${counted(commands, commandNoun).en}), ` +
      `${whole} loaded whole, ${gone.length} gone; begin with ${out}/run-sheet.md\n`,
  }
}
