import { retired } from '../../edit/retire.ts'
import { isKind, kinds } from '../../model/kind.ts'
import { command } from '../command.ts'
import { applyEdit } from '../edit/apply.ts'
import { isEnd, loadInventory } from '../loaded.ts'
import { nearHint } from '../near.ts'
import { inventoryOptions, value } from '../options.ts'
import { dayFault } from '../shell/day-fault.ts'
import { refuse } from '../shell/refusal.ts'

export const retire = command({
  name: 'retire',
  about: {
    id: 'Akhiri sebuah benda dan yang tidak dapat ada tanpanya; nomornya tetap tercatat. Berkata surat apa yang menyusul.',
    en: 'Ends a thing and what cannot be without it; its numbers stay recorded. Says what paper has to follow.',
  },
  operands: 'KIND ID',
  fewestOperands: 2,
  mostOperands: 2,
  example: 'serat retire circuit ckt-kec-bayat-1 --on 2027-01-01',
  options: {
    ...inventoryOptions,
    on: value(
      'YYYY-MM-DD',
      'hari pertama tanpanya (bawaan: hari pemeriksaan, --as-of)',
      'the first day without it (default: the day that findings are held against)',
    ),
  },
  run(shell, given, [kind = '', id = '']) {
    const fault = dayFault('--on', given.on)
    if (fault !== undefined) return fault
    if (!isKind(kind)) {
      const near = nearHint(kind, kinds)
      return refuse(`tidak ada jenis \`${kind}\`${near.id}`, `there is no kind \`${kind}\`${near.en}`)
    }
    const loaded = loadInventory(shell, given)
    if (isEnd(loaded)) return loaded
    const { inventory, network, asOf: today } = loaded
    // What ends on the calendar's day is still in service on a pinned one before it.
    return applyEdit(
      shell,
      loaded,
      retired(inventory.sources, network, { kind, id, on: given.on ?? today, today }),
      isOfContracts,
    )
  },
})

/** What is bought and what is agreed differ until the addendum is written down. */
function isOfContracts(code: string): boolean {
  return code.startsWith('KTR')
}
