import { inside } from '../../source/source.ts'
import { isReversed } from '../../model/days.ts'
import { overlapping } from '../circuit/edges.ts'
import { rule } from '../define.ts'
import { day } from '../../words/dates.ts'
import { yearsServed } from './budget-years.ts'
import { listDifferences } from './price-list.ts'

export const yearsWithoutApproval = rule({
  code: 'KTR013',
  name: 'years-without-approval',
  severity: 'error',
  title: { id: 'Kontrak tahun jamak tanpa persetujuan', en: 'Contract over several years without approval' },
  *check({ network }) {
    for (const contract of network.contracts.values()) {
      const { period, multiYearApproval } = contract.declared
      if (multiYearApproval !== undefined || isReversed(period) || period.from.slice(0, 4) === period.to.slice(0, 4))
        continue
      if (overlapping(network).has(contract.id)) continue
      // A list that says other days than the contract, within one year, tells which date was mistyped.
      if (listDifferences(network, contract).length > 0 && yearsServed(network, contract).length === 1) continue
      yield { at: inside(contract.origin, 'period', 'to'), about: [contract], facts: { contract: contract.id, period } }
    }
  },
  message: ({ contract, period }) => ({
    id: `kontrak ${contract} melintasi tahun anggaran (${day(period.from).id} sampai ${day(period.to).id}) tanpa persetujuan tahun jamak`,
    en: `contract ${contract} crosses the budget year (${day(period.from).en} to ${day(period.to).en}) without a multi-year approval`,
  }),
  hint: () => ({
    id: 'catat nomor persetujuannya di multi_year_approval, atau akhiri kontrak pada 31 Desember',
    en: 'record the number of the approval under multi_year_approval, or end the contract on 31 December',
  }),
})
