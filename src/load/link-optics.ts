import { opticFrom, optics as catalogue, type Optic } from '../model/optics.ts'
import type { OpticType } from '../model/network.ts'
import type { OpticDeclaration } from '../model/type-file.ts'
import { inside } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { loadFault } from './fault.ts'
import { addMissing } from './missing.ts'
import { resolve, tableOf, type Linking } from './resolve.ts'

interface LinkedOptics {
  /** Every class that a route may name: those of the catalogue, and those of `types/`. */
  readonly optics: ReadonlyMap<string, Optic>
  /** The declarations in `types/`. */
  readonly opticTypes: ReadonlyMap<string, OpticType>
}

/**
 * The catalogue with the classes that `types/` declares. One that is there already is a fault, as is one with two
 * limits.
 */
export function linkOptics(linking: Linking, { optic: declared }: Declarations): LinkedOptics {
  const optics = new Map(catalogue)
  const opticTypes = new Map<string, OpticType>()
  for (const item of tableOf(linking, 'optic', 'optic', declared).values()) {
    if (isFit(linking, item)) {
      const optic = opticFrom(item.declared)
      optics.set(item.id, optic)
      opticTypes.set(item.id, { kind: 'optic', ...item, optic })
    } else if (!catalogue.has(item.id)) addMissing(linking.missing, 'optic', item.id)
  }
  for (const { declared, origin } of opticTypes.values())
    if (declared.mate !== undefined) resolve(linking, 'optic', optics, declared.mate, inside(origin, 'mate'))
  return { optics, opticTypes }
}

function isFit(linking: Linking, { id, declared, origin }: Item<OpticDeclaration>): boolean {
  const { budgetDb, penaltyDb, insertionLossDb } = declared
  const before = linking.diagnostics.length
  if (catalogue.has(id))
    linking.diagnostics.push(
      loadFault(
        'LOD024',
        inside(origin, 'optic'),
        {
          id: `kelas optik \`${id}\` sudah ada di katalog`,
          en: `the catalogue has the optics class \`${id}\` already`,
        },
        { id: 'hapus berkas ini, atau beri nama lain', en: 'remove this file, or give it another name' },
      ),
    )
  if (insertionLossDb !== undefined && (budgetDb ?? penaltyDb) !== undefined)
    linking.diagnostics.push(
      loadFault(
        'LOD013',
        inside(origin, 'insertionLossDb'),
        {
          id: '`insertion_loss_db` sudah memuat penalti; ia tidak berdiri di samping `budget_db` atau `penalty_db`',
          en: '`insertion_loss_db` has the penalties in it; it does not stand beside `budget_db` or `penalty_db`',
        },
        { id: 'tulis yang ada di lembar data', en: 'write the one that the data sheet has' },
      ),
    )
  return linking.diagnostics.length === before
}
