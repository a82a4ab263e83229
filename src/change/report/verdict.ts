import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { counted, listed } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import type { Change } from '../change.ts'
import { isNothing } from '../compare.ts'
import type { MoneyChange, ServiceChange } from '../parts.ts'
import { headlinesOf, termsOf } from './headline.ts'
import { reportMessages as messages } from './messages.ts'
import { difference, differs } from './money.ts'
import { sitesOut } from './order.ts'
import type { Weight } from './section.ts'

const errorNoun = { id: 'galat', en: 'error', many: 'errors' }

interface Verdict {
  readonly weight: Weight
  readonly verdict: string
}

/** The main effect first, then what it costs and touches, all in one line. */
export function verdictOf(change: Change, language: Language): Verdict {
  if (isNothing(change)) return { weight: 'nothing', verdict: messages.nothingChanges[language] }
  const { errors, findings, money, routers, review } = change
  const alarms = alarmsOf(change, language)
  const weight = errors.after > 0 || review.refused.length > 0 ? 'blocked' : alarms.length > 0 ? 'alarm' : 'notice'
  const main = [
    ...(errors.after > 0 ? [errorText(change, language)] : []),
    ...gapTexts(change, language),
    ...alarms,
    ...headlinesOf(change.things, language),
    ...termsOf(change, language),
    ...loadingText(change, language),
    ...reviewText(change, language),
  ]
  return {
    weight,
    verdict: [
      ...(main.length > 0 ? main : [lesserText(change)[language]]),
      ...(errors.after > 0 ? [] : [messages.noErrors[language]]),
      ...(findings.appeared.length > 0 ? [messages.newFindings({ count: findings.appeared.length })[language]] : []),
      ...(money === undefined ? [] : moneyTexts(money, language)),
      counted(routers.length, things.router)[language],
    ].join(' · '),
  }
}

function gapTexts({ gaps }: Change, language: Language): string[] {
  const sides = new Set(gaps.flatMap(gap => ('side' in gap ? [gap.side] : [])))
  if (sides.has('after')) return [messages.notAllCompared[language]]
  return sides.has('before') ? [messages.oldNotWhole[language]] : []
}

function reviewText({ review: { refused, accepted } }: Change, language: Language): string[] {
  const codes = (findings: readonly { readonly code: string }[]): { names: string } => ({
    names: listed([...new Set(findings.map(({ code }) => code))], 6)[language],
  })
  return [
    ...(refused.length === 0 ? [] : [messages.refusedByReview(codes(refused))[language]]),
    ...(accepted.length === 0
      ? []
      : [messages.acceptedInWaivers(codes(accepted.map(({ finding }) => finding)))[language]]),
  ]
}

/** Who is without service for a while, though not before and not after. */
function loadingText({ order }: Change, language: Language): string[] {
  const out = sitesOut(order?.steps ?? [])
  return out.length === 0 ? [] : [messages.outWhileLoading({ names: listed(out, 3)[language] })[language]]
}

/** What a month costs more; and poles, crossings and dark fibre, which no month is invoiced for. */
function moneyTexts({ monthlyRupiah, yearlyRents }: MoneyChange, language: Language): string[] {
  const monthly = { text: difference(monthlyRupiah, language) }
  const rents = { text: difference(yearlyRents, language) }
  return [
    differs(monthlyRupiah) ? messages.aMonth(monthly)[language] : monthly.text,
    ...(differs(yearlyRents) ? [messages.rentsAYear(rents)[language]] : []),
  ]
}

/** What the calendar brings is nothing to merge. */
function errorText({ cause, errors }: Change, language: Language): string {
  const text = counted(errors.after, errorNoun)[language]
  return cause === 'calendar' ? text : messages.cannotMerge({ text })[language]
}

/**
 * What nobody should merge unseen: a ring opened, service lost, an address that moved, more single points of failure.
 */
function alarmsOf({ service, numbers }: Change, language: Language): string[] {
  const moved = numbers.flatMap(({ what, key }) => (what === 'moved' ? [key] : []))
  const out = (service?.states ?? []).filter(({ after }) => after === 'isolated' || after === 'without-internet')
  const sites = out.map(({ site }) => site)
  const rings = ringTexts(service, language)
  return [
    ...(sites.length === 0
      ? []
      : [messages.loseService({ count: sites.length, names: listed(sites)[language] })[language]]),
    ...(rings.length === 0 ? [] : [rings.join(': ')]),
    ...(moved.length === 0
      ? []
      : [messages.numbersMove({ count: moved.length, names: listed(moved, 2)[language] })[language]]),
  ]
}

/** Rings that are opened; and where these or second ways go, that more components can isolate a site. */
function ringTexts(service: ServiceChange | undefined, language: Language): string[] {
  if (service === undefined) return []
  const { isolating, ringsOpened, loseSecondWay } = service
  const [count, names] = [ringsOpened.length, listed(ringsOpened.map(({ ring }) => ring))[language]]
  const worse = isolating.after - isolating.before
  return [
    ...(count === 0 ? [] : [messages.ringsOpened({ names, count })[language]]),
    ...(worse > 0 && count + loseSecondWay.length > 0 ? [messages.moreIsolating({ count: worse })[language]] : []),
  ]
}

/** Where nothing that is declared changes, yet something does. */
function lesserText({ findings, routers, numbers, money }: Change): Bilingual {
  if (money !== undefined && differs(money.monthlyRupiah)) return messages.paidOtherwise
  if (numbers.length > 0) return messages.ledgerAlone
  if (routers.length > 0) return messages.configurationsAlone
  return findings.appeared.length + findings.gone.length > 0 ? messages.findingsAlone : messages.noEffect
}
