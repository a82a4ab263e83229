import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { rupiah } from '../../words/figures.ts'
import { thingName } from '../../words/things.ts'
import type { Change } from '../change.ts'
import type { AmountChange, Sides } from '../parts.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'

export function moneySection({ money }: Change, language: Language): Section {
  const row = (what: string, sides: Partial<Sides<number>>): string[] => [
    what,
    amount(sides.before, language),
    amount(sides.after, language),
    difference(sides, language),
  ]
  const rowsOf = (changes: readonly AmountChange[], note: Bilingual): string[][] =>
    changes.map(change => row(`${thingName(change)[language]}${note[language]}`, change))
  return {
    key: 'money',
    title: headings.money[language],
    notes: [],
    columns: [
      { title: headings.what[language] },
      ...[headings.before, headings.after, headings.difference].map(title => ({
        title: title[language],
        isNumber: true as const,
      })),
    ],
    rows:
      money === undefined
        ? []
        : [
            ...(differs(money.monthlyRupiah)
              ? [
                  row(messages.monthWithoutVat[language], money.monthlyRupiah),
                  row(messages.yearWithoutVat[language], money.yearlyRupiah),
                ]
              : []),
            ...(differs(money.yearlyRents) ? [row(messages.rents[language], money.yearlyRents)] : []),
            ...rowsOf(money.bought, messages.ofBought),
            ...rowsOf(money.contracts, messages.ofContract),
            ...money.budgets.flatMap(budget => [
              ...rowsOf([budget], messages.ofBudget),
              ...(differs(budget.ceilingRupiah)
                ? [row(`${thingName(budget)[language]}${messages.ceiling[language]}`, budget.ceilingRupiah)]
                : []),
            ]),
          ],
  }
}

export function differs({ before, after }: Partial<Sides<number>>): boolean {
  return before !== after
}

function amount(value: number | undefined, language: Language): string {
  return value === undefined ? '—' : rupiah(value)[language]
}

/** `+Rp 1.300.000`, with its sign always. */
export function difference({ before = 0, after = 0 }: Partial<Sides<number>>, language: Language): string {
  const text = rupiah(Math.abs(after - before))[language]
  return after === before ? text : `${after > before ? '+' : '−'}${text}`
}
