import type { Circuit, Uplink } from '../../model/network.ts'
import { numberOf } from '../values/numbers.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { dayOf } from './structure-facts.ts'
import { textFrom } from './text.ts'
import { remarkOn } from '../table.ts'

/**
 * Circuits that are declared, held against what a table says of them. A new one needs a contract, a hand-off and ports
 * that no table has.
 */
export function circuitsOf(rows: readonly MappedRow[], { network, remark }: Drafting): Draft[] {
  const known = new Map<string, Circuit | Uplink>()
  for (const each of [...network.circuits.values(), ...network.uplinks.values()]) {
    known.set(each.declared.providerRef ?? each.id, each)
    known.set(each.id, each)
  }
  return rows.flatMap((mapped): Draft[] => {
    const ref = textFrom(mapped.text('cid')) ?? textFrom(mapped.text('ref'))
    const bought = ref === undefined ? undefined : known.get(ref)
    if (ref === undefined || bought === undefined) {
      remark(remarkOn(mapped.row, 'left-out', unknown))
      return []
    }
    const facts = [factOf('(provider_ref)', ref, mapped.spot('cid')), ...heldAgainst(bought, mapped)]
    return [
      {
        kind: 'circuit',
        id: bought.id,
        ref,
        at: mapped.row.at,
        facts,
        match: { id: bought.id, by: bought.id === ref ? 'id' : 'reference' },
      },
    ]
  })
}

const unknown = {
  id: 'sirkuit yang belum ada: kontrak, hand-off dan portnya tidak ada di tabel; serat new circuit',
  en: 'a circuit that is not there: no table has its contract, hand-off and ports; serat new circuit',
}

function heldAgainst({ declared }: Circuit | Uplink, mapped: MappedRow): Fact[] {
  const told = numberOf(mapped.cell('bandwidthMbps'), mapped.decimal('bandwidthMbps'))?.value
  const kbps = numberOf(mapped.cell('commitKbps'), mapped.decimal('commitKbps'))?.value
  const mbps = told ?? (kbps === undefined ? undefined : kbps / 1000)
  const fee = numberOf(mapped.cell('monthlyRupiah'), mapped.decimal('monthlyRupiah'))?.value
  const days = [dayOf(mapped.text('begins')), dayOf(mapped.text('ends'))] as const
  return [
    ...(mbps === undefined
      ? []
      : [compared('bandwidth_mbps', mbps, declared.bandwidthMbps, mapped.spot('bandwidthMbps', 'commitKbps'))]),
    ...(fee === undefined
      ? []
      : [compared('monthly_rupiah', fee, declared.monthlyRupiah, mapped.spot('monthlyRupiah'))]),
    ...(days[0] === undefined ? [] : [compared('period.from', days[0], declared.period.from, mapped.spot('begins'))]),
    ...(days[1] === undefined ? [] : [compared('period.to', days[1], declared.period.to, mapped.spot('ends'))]),
  ]
}

function compared(key: string, told: string | number, declared: string | number, from: Fact['from']): Fact {
  if (told === declared) return factOf(key, told, from)
  return factOf(key, told, from, 'contradicted', {
    id: `inventaris berkata ${declared}, bukan ${told}`,
    en: `the inventory says ${declared}, not ${told}`,
  })
}
