import type { SegmentKind } from '../../model/network.ts'
import { plainName } from '../mapping/fields.ts'
import type { MappedRow } from './draft.ts'

/** The segment of a zone by the VLAN of the catalogue, else by its name in the interface's, else the only one. */
export function segmentMeant(kinds: readonly SegmentKind[], mapped: MappedRow): SegmentKind | undefined {
  const words = plainName([...mapped.row.cells.values()].join(' ')).split(' ')
  return (
    kinds.find(({ declared }) => String(declared.vlan) === mapped.text('vlan')) ??
    kinds.find(({ id }) => words.includes(id)) ??
    (kinds.length === 1 ? kinds[0] : undefined)
  )
}
