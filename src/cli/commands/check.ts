import { command, type ExitCode } from '../command.ts'
import { warnOfPin } from '../day.ts'
import { findingFormats, printFindings, type FindingFormat } from '../findings.ts'
import { frozenFault } from '../frozen.ts'
import { compileInventory, inventoryFolder, type Compiled } from '../inventory.ts'
import { choice, flag, frozenOption, historyOptions, strictOption } from '../options.ts'
import { ledgerName } from '../../source/ledger-name.ts'
import { remarkAt } from '../../diagnostic/github.ts'
import { fileRefusal, isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { clockOfMachine, say, type Shell } from '../shell/shell.ts'
import { sum } from '../../diagnostic/pretty.ts'
import { wheneverChanged } from '../watch.ts'

export const check = command({
  name: 'check',
  about: {
    id: 'Semua temuan atas inventaris, urut menurut tempat. Tidak menulis apa pun.',
    en: 'All findings about the inventory, sorted by place. Writes nothing.',
  },
  operands: '',
  fewestOperands: 0,
  mostOperands: 0,
  example: 'serat check --format concise --strict',
  options: {
    ...historyOptions,
    format: choice(findingFormats, 'bentuk hasil (bawaan: pretty)', 'form of the result (default: pretty)'),
    strict: strictOption,
    frozen: frozenOption,
    watch: flag(
      'periksa lagi setiap kali berkas berubah, sampai Ctrl-C',
      'check again whenever files change, until Ctrl-C',
    ),
  },
  async run(shell, given) {
    if (given.watch) return checkOnAndOn(shell, given)
    const compiled = compileInventory(shell, given)
    if (isRefusal(compiled)) return compiled
    const format = (given.format ?? 'pretty') as FindingFormat
    await printFindings(shell, compiled, format)
    warnOfPin(shell, compiled, given['as-of'])
    const { diagnostics, compilation } = compiled
    if (diagnostics.length === 0 && format === 'pretty') shell.print(clean(compilation.waived.length)[shell.language])
    const frozen = given.frozen && !compiled.hasErrors ? frozenFault(compiled) : undefined
    if (frozen !== undefined && format === 'github') shell.print(annotation(frozen[shell.language], compiled))
    else if (frozen !== undefined) say(shell, frozen)
    return compiled.hasErrors || frozen !== undefined || (given.strict && diagnostics.length > 0) ? 1 : 0
  },
})

/** As often as files change: the findings, and how many there are at what time. */
async function checkOnAndOn(
  shell: Shell,
  given: Parameters<typeof compileInventory>[1] & { readonly format: string | undefined },
): Promise<ExitCode | Refusal> {
  if (given.rev !== undefined)
    return refuse('--watch dan --rev: sebuah revisi tidak berubah', '--watch and --rev: a revision does not change')
  const folder = inventoryFolder(shell, given.inventory)
  if (isRefusal(folder)) return folder
  await wheneverChanged(folder, async () => {
    try {
      const compiled = compileInventory(shell, given, () => {})
      if (isRefusal(compiled)) return say(shell, compiled.refused)
      await printFindings(shell, compiled, (given.format ?? 'concise') as FindingFormat)
      // Who saves twice sees that the second time was looked at too.
      const at = clockOfMachine()
      say(shell, {
        id: `${at}: ${sum(compiled.diagnostics, 'id')}`,
        en: `${at}: ${sum(compiled.diagnostics, 'en')}`,
      })
    } catch (error) {
      // A folder that is just being checked out is whole again at the next change.
      const refusal = fileRefusal(error)
      if (refusal === undefined) throw error
      say(shell, refusal.refused)
    }
  })
  return 0
}

/** A ledger that would change has no line yet: the remark stands at its first one. */
function annotation(words: string, { base }: Compiled): string {
  return remarkAt(`${base === '' ? '' : `${base}/`}${ledgerName}`, words)
}

function clean(waived: number): { readonly id: string; readonly en: string } {
  const remark =
    waived === 0
      ? { id: '', en: '' }
      : {
          id: ` (${waived} peringatan diterima di waivers.yaml)`,
          en: ` (${waived} ${waived === 1 ? 'warning' : 'warnings'} accepted in waivers.yaml)`,
        }
  return { id: `tidak ada temuan${remark.id}\n`, en: `no findings${remark.en}\n` }
}
