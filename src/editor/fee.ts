import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { daysAfter } from '../model/days.ts'
import type { Bought } from '../model/leases.ts'
import { inEach } from '../words/catalogue.ts'
import { day } from '../words/dates.ts'
import { rupiah } from '../words/figures.ts'
import { editorMessages as messages } from './messages.ts'

/** What is paid a month from this day on, until when, and what from then on. */
export function feeOf({ declared, terms }: Bought, asOf: string): Bilingual {
  const next = terms.find(
    ({ period, declared: then }) => period.from > asOf && then.monthlyRupiah !== declared.monthlyRupiah,
  )
  return inEach(language => {
    const price = rupiah(declared.monthlyRupiah)[language]
    if (next === undefined) return messages.fee({ price, until: day(declared.period.to)[language] })
    const then = rupiah(next.declared.monthlyRupiah)[language]
    return messages.feeThen({ price, until: day(daysAfter(next.period.from, -1))[language], then })
  })
}
