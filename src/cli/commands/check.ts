import { command } from '../command.ts'
import { warnOfPin } from '../day.ts'
import { findingFormats, printFindings, type FindingFormat } from '../findings.ts'
import { frozenFault } from '../frozen.ts'
import { compileInventory, type Compiled } from '../inventory.ts'
import { choice, frozenOption, historyOptions, strictOption } from '../options.ts'
import { ledgerName } from '../../source/read.ts'
import { remarkAt } from '../../diagnostic/github.ts'
import { progressOf } from '../shell/progress.ts'
import { isRefusal } from '../shell/refusal.ts'
import { say } from '../shell/shell.ts'

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
  },
  async run(shell, given) {
    const compiled = compileInventory(shell, given, progressOf(shell))
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
