import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Budget, Network } from '../../model/network.ts'
import { budgetShareOf, takenOf } from '../../money/budget-share.ts'
import { rentOnBudget, rentsOfBudget } from '../../money/permit-rent.ts'
import { priceNow } from '../../money/stages.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { counted, rupiah } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import { believedRupiah } from './believed.ts'

export const budgetExceeded = rule({
  code: 'KTR002',
  name: 'budget-exceeded',
  severity: 'error',
  title: { id: 'Jumlah kontrak melebihi pagu', en: 'Contracts exceed their budget line' },
  *check({ network }) {
    for (const budget of network.budgets.values()) {
      const contracts = network.index.contractsOfBudget.get(budget.id) ?? []
      const sum = takenOf(network, budget)
      const rent = rentOnBudget(network, budget)
      const ceiling = budget.ceilingRupiah
      // A price with PPN that KTR005 contradicts burdens a line by what it should be.
      const overstated = contracts.reduce(
        (total, contract) => total + priceNow(contract).inclPpnRupiah - believedRupiah(network, contract),
        0,
      )
      if (sum <= ceiling || sum - overstated <= ceiling) continue
      yield {
        at: budget.ceilingAt,
        about: [budget, ...contracts],
        facts: { budget: budget.id, sum, ceiling, count: contracts.length, rent },
        related: [
          ...contracts.map(contract => {
            const { id, origin } = contract
            const price = rupiah(budgetShareOf(network, contract, budget))
            return {
              at: inside(origin, 'price', 'inclPpnRupiah'),
              message: { id: `kontrak ${id}: ${price.id}`, en: `contract ${id}: ${price.en}` },
            }
          }),
          ...rentsOf(network, budget),
        ],
      }
    }
  },
  message: ({ budget, sum, ceiling, count, rent }) => ({
    id:
      `${counted(count, things.contract).id}${withRent(rent).id} pada ${budget} senilai ${rupiah(sum).id} dengan ` +
      `PPN, ${rupiah(sum - ceiling).id} di atas pagu ${rupiah(ceiling).id}`,
    en:
      `budget line ${budget} carries ${counted(count, things.contract).en}${withRent(rent).en} of ` +
      `${rupiah(sum).en} with PPN, ${rupiah(sum - ceiling).en} above the ceiling of ${rupiah(ceiling).en}`,
  }),
  hint: () => ({
    id: 'kurangi layanan, pindahkan kontrak ke anggaran lain, atau catat pagu setelah perubahan',
    en: 'buy less, move a contract to another line, or record the ceiling as amended',
  }),
})

/** What each permit or lease takes, at the first thing that stands under it. */
function rentsOf(network: Network, budget: Budget): { readonly at: Place; readonly message: Bilingual }[] {
  return [...Map.groupBy(rentsOfBudget(network, budget), ({ permit }) => permit)].flatMap(([permit, parts]) => {
    const sum = rupiah(parts.reduce((total, { exclPpnRupiah }) => total + exclPpnRupiah, 0))
    const message = { id: `izin ${permit}: ${sum.id}`, en: `permit ${permit}: ${sum.en}` }
    return parts.slice(0, 1).map(({ at }) => ({ at, message }))
  })
}

function withRent(rent: number): Bilingual {
  return rent === 0
    ? { id: '', en: '' }
    : {
        id: ` dan sewa tiang, lintasan, serat ${rupiah(rent).id}`,
        en: ` and rents of poles, crossings and fibre of ${rupiah(rent).en}`,
      }
}
