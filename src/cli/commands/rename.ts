import { renamed } from '../../edit/rename.ts'
import { isKind, kinds } from '../../model/kind.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { pastOf } from '../../plan/past.ts'
import { command } from '../command.ts'
import { applyEdit } from '../edit/apply.ts'
import { compileInventory } from '../inventory.ts'
import { nearHint } from '../near.ts'
import { inventoryOptions } from '../options.ts'
import { isRefusal, refuse } from '../shell/refusal.ts'

export const rename = command({
  name: 'rename',
  about: {
    id: 'Ganti nama sebuah benda di setiap tempat yang menyebutnya. `was:` mencatat nama lamanya, sehingga alamat dan nomornya tetap.',
    en: 'Renames a thing in every place that names it. `was:` remembers the old name, so that its addresses and numbers stay.',
  },
  operands: 'KIND OLD NEW',
  fewestOperands: 3,
  mostOperands: 3,
  example: 'serat rename site kec-bayat kec-bayat-baru',
  options: inventoryOptions,
  run(shell, given, [kind = '', from = '', to = '']) {
    if (!isKind(kind)) {
      const near = nearHint(kind, kinds)
      return refuse(`tidak ada jenis \`${kind}\`${near.id}`, `there is no kind \`${kind}\`${near.en}`)
    }
    const compiled = compileInventory(shell, given)
    if (isRefusal(compiled)) return compiled
    const past = pastOf(parseLedger(compiled.inventory.ledger).value)
    return applyEdit(shell, compiled, renamed(compiled.inventory.sources, { kind, from, to, past }))
  },
})
