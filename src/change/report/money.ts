import type { Language } from '../../diagnostic/diagnostic.ts'
import { rupiah } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import type { Change } from '../change.ts'
import type { AmountChange, Sides } from '../parts.ts'
import type { Section } from './section.ts'

export function moneySection({ money }: Change, language: Language): Section {
  const id = language === 'id'
  const row = (what: string, sides: Partial<Sides<number>>): string[] => [
    what,
    amount(sides.before, language),
    amount(sides.after, language),
    difference(sides, language),
  ]
  const rowsOf = (changes: readonly AmountChange[], note: string): string[][] =>
    changes.map(change => row(`${thingName(change)[language]}${note}`, change))
  const differs = money !== undefined && money.monthlyRupiah.before !== money.monthlyRupiah.after
  return {
    key: 'money',
    title: id ? 'Uang' : 'Money',
    notes: [],
    columns: [
      { title: id ? 'Apa' : 'What' },
      { title: id ? 'Sebelum' : 'Before', isNumber: true },
      { title: id ? 'Sesudah' : 'After', isNumber: true },
      { title: id ? 'Selisih' : 'Difference', isNumber: true },
    ],
    rows:
      money === undefined
        ? []
        : [
            ...(differs
              ? [
                  row(id ? 'sebulan, sebelum PPN' : 'a month, without PPN', money.monthlyRupiah),
                  row(id ? 'setahun, sebelum PPN' : 'a year, without PPN', money.yearlyRupiah),
                ]
              : []),
            ...(money.yearlyRents.before === money.yearlyRents.after
              ? []
              : [
                  row(
                    id ? 'sewa tiang, lintasan, dan serat, setahun' : 'rent of poles, crossings and fibre, a year',
                    money.yearlyRents,
                  ),
                ]),
            ...rowsOf(money.bought, id ? ', sebulan' : ', a month'),
            ...rowsOf(money.contracts, id ? ', dengan PPN' : ', with PPN'),
            ...money.budgets.flatMap(budget => [
              ...rowsOf([budget], id ? ', kontrak' : ', contracts'),
              ...(budget.ceilingRupiah.before === budget.ceilingRupiah.after
                ? []
                : [row(`${thingName(budget)[language]}${id ? ', pagu' : ', ceiling'}`, budget.ceilingRupiah)]),
            ]),
          ],
  }
}

function amount(value: number | undefined, language: Language): string {
  return value === undefined ? '—' : rupiah(value)[language]
}

/** `+Rp 1.300.000`, with its sign always. */
export function difference({ before = 0, after = 0 }: Partial<Sides<number>>, language: Language): string {
  const text = rupiah(Math.abs(after - before))[language]
  return after === before ? text : `${after > before ? '+' : '−'}${text}`
}
