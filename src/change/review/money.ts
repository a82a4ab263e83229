import { rupiah } from '../../words/figures.ts'
import type { Raised, Reviewed } from './raised.ts'

export function* yearlyCost({ money, networks, terms }: Reviewed): Generator<Raised> {
  const limit = terms.yearlyRupiah
  const { yearlyRupiah, yearlyRents } = money
  const more = yearlyRupiah.after + yearlyRents.after - yearlyRupiah.before - yearlyRents.before
  if (limit === undefined || more <= limit) return
  yield {
    code: 'REV004',
    about: [`network:${networks.after.declared.network}`, ...money.bought.map(({ kind, id }) => `${kind}:${id}`)],
    message: {
      id: `biaya setahun naik ${rupiah(more).id} sebelum PPN, di atas batas ${rupiah(limit).id}`,
      en: `yearly cost rises by ${rupiah(more).en} without PPN, above the limit of ${rupiah(limit).en}`,
    },
    mend: { id: 'beli lebih sedikit, atau naikkan batasnya', en: 'buy less, or raise the limit' },
  }
}

export function* budgets({ money }: Reviewed): Generator<Raised> {
  for (const { id: budget, before = 0, after = 0, ceilingRupiah } of money.budgets) {
    const over = (sum: number, ceiling: number | undefined): number =>
      ceiling === undefined ? 0 : Math.max(0, sum - ceiling)
    const now = over(after, ceilingRupiah.after)
    if (now <= over(before, ceilingRupiah.before)) continue
    yield {
      code: 'REV005',
      about: [`budget:${budget}`],
      message: {
        id: `kontrak pada ${budget} ${rupiah(now).id} di atas pagu ${rupiah(ceilingRupiah.after ?? 0).id}`,
        en: `contracts of ${budget} are ${rupiah(now).en} above the ceiling of ${rupiah(ceilingRupiah.after ?? 0).en}`,
      },
      mend: {
        id: 'kurangi layanan, atau catat pagu setelah perubahan',
        en: 'buy less, or record the ceiling as amended',
      },
    }
  }
}
