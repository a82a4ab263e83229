import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import { rupiah } from '../../words/figures.ts'
import type { Sides } from '../parts.ts'
import type { Raised, Reviewed, Terms } from './raised.ts'

export const termKeys = ['singlePoints', 'rings', 'addresses', 'yearlyRupiah', 'budgets', 'management'] as const

type TermKey = (typeof termKeys)[number]

/** What either state asks, the stricter of both: a change is not held against terms that it has loosened itself. */
export function termsOf(networks: Sides<Network>): Terms {
  const { before, after } = reviewsOf(networks)
  const stricter = <Key extends TermKey>(key: Key): Terms[Key] =>
    leniencyOf(before, key) < leniencyOf(after, key) ? before[key] : after[key]
  return {
    singlePoints: stricter('singlePoints'),
    rings: stricter('rings'),
    addresses: stricter('addresses'),
    yearlyRupiah: stricter('yearlyRupiah'),
    budgets: stricter('budgets'),
    management: stricter('management'),
  }
}

/** Terms that a change takes away or widens: what comes after it would pass unseen. */
export function* loosened({ networks }: Reviewed): Generator<Raised> {
  const { before, after } = reviewsOf(networks)
  const keys = termKeys.filter(key => leniencyOf(before, key) < leniencyOf(after, key))
  if (keys.length === 0) return
  const words = (language: keyof Bilingual): string =>
    keys.map(key => `${fileKeys[key]}: ${wordOf(before[key], language)} → ${wordOf(after[key], language)}`).join('; ')
  yield {
    code: 'REV007',
    about: [`network:${networks.after.declared.network}`],
    message: {
      id: `syarat tinjauan dilonggarkan: ${words('id')}`,
      en: `terms of review are loosened: ${words('en')}`,
    },
    mend: { id: 'kembalikan syaratnya', en: 'put them back' },
  }
}

/** As `network.yaml` spells them. */
const fileKeys: Readonly<Record<TermKey, string>> = {
  singlePoints: 'single_points',
  rings: 'rings',
  addresses: 'addresses',
  yearlyRupiah: 'yearly_rupiah',
  budgets: 'budgets',
  management: 'management',
}

function reviewsOf({ before, after }: Sides<Network>): Sides<Terms> {
  return { before: before.declared.review, after: after.declared.review }
}

/** How much a term lets pass: a limit so many rupiah, a refusal nothing, what is not asked everything. */
function leniencyOf(terms: Terms, key: TermKey): number {
  const term = terms[key]
  if (term === undefined || term === 'allow') return Number.POSITIVE_INFINITY
  return typeof term === 'number' ? term : 0
}

function wordOf(term: Terms[TermKey], language: keyof Bilingual): string {
  if (term === undefined) return '–'
  return typeof term === 'number' ? rupiah(term)[language] : term
}
