import { locate } from '../../source/locate.ts'
import { capital } from '../../words/things.ts'
import type { Bilingual, Diagnostic, Language } from '../../diagnostic/diagnostic.ts'
import { stateWords } from '../../words/states.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import { isPaidAlike } from '../compare.ts'
import { numberWords } from './addresses.ts'
import { reportMessages as messages } from './messages.ts'

const mostSentences = 2

/**
 * The main effect in a sentence or two, below the verdict: what is wrong, who fares otherwise, or what all stays as it
 * is.
 */
export function leadOf(change: Change, language: Language): string[] {
  const { findings, review, gaps } = change
  const wrong = [...findings.appeared, ...findings.unwaived].filter(({ severity }) => severity === 'error')
  const sentences = [
    ...olderText(change, language),
    ...wrong.slice(0, 1).map(finding => findingText(finding, wrong.length - 1, language)),
    ...review.refused.slice(0, 1).map(({ message }) => `${capital(message[language])}.`),
    ...serviceTexts(change, language),
    ...unwaivedText(change, language),
    ...numberText(change, language),
    ...(gaps.length > 0 ? [] : stillText(change, language)),
  ]
  return sentences.slice(0, mostSentences)
}

/** Why the old state is not whole: before anything else, since it is why so little is said. */
function olderText({ gaps }: Change, language: Language): string[] {
  return gaps.flatMap(gap => {
    if (!('side' in gap) || gap.side === 'after' || gap.first === undefined) return []
    const text = findingText(gap.first, gap.errors - 1, language)
    return [messages.oldState({ text })[language]]
  })
}

function findingText({ code, message, at }: Diagnostic, left: number, language: Language): string {
  const more = left <= 0 ? '' : messages.moreErrors({ count: left })[language]
  return `${code} ${message[language]} (${at.source.path}:${locate(at).line}).${more}`
}

function serviceTexts({ service }: Change, language: Language): string[] {
  if (service === undefined) return []
  const few = (sites: readonly string[]): { names: string } => ({ names: listed(sites, 5)[language] })
  const { ringsOpened, ringsClosed, states, loseSecondWay, gainSecondWay } = service
  return [
    ...states.map(
      ({ site, before, after }) => `${site}: ${stateWords[before][language]} → ${stateWords[after][language]}.`,
    ),
    ...ringsOpened.map(({ sites }) => messages.oneWayLeft(few(sites))[language]),
    ...(loseSecondWay.length === 0 || ringsOpened.length > 0
      ? []
      : [messages.fromNowOneWay(few(loseSecondWay))[language]]),
    ...ringsClosed.map(ring => messages.closed({ ring })[language]),
    ...(gainSecondWay.length === 0 ? [] : [messages.fromNowTwoWays(few(gainSecondWay))[language]]),
  ]
}

function unwaivedText({ findings: { unwaived } }: Change, language: Language): string[] {
  const codes = [...new Set(unwaived.map(({ code }) => code))]
  if (codes.length === 0) return []
  return [messages.notAcceptedAnyMore({ count: unwaived.length, names: listed(codes)[language] })[language]]
}

/** `Addresses and numbers: 9 taken, 1 retired.` */
function numberText({ numbers }: Change, language: Language): string[] {
  if (numbers.length === 0) return []
  const counts = [...Map.groupBy(numbers, ({ what }) => what)].map(
    ([what, list]) => `${list.length} ${numberWords[what][language]}`,
  )
  return [messages.numbersChange({ text: counts.join(', ') })[language]]
}

/** Fewer are no news. */
const fewestStill = 3

/** What a reviewer need not look for. */
function stillText(change: Change, language: Language): string[] {
  const still = unchangedIn(change).map(name => name[language])
  const [last = '', ...others] = still.toReversed()
  if (still.length < fewestStill) return []
  const names = [others.toReversed().join(', '), messages.and[language], last].join(' ')
  return [messages.stays({ names })[language]]
}

function unchangedIn({ service, money, numbers, routers, findings, things }: Change): Bilingual[] {
  // A site that is reached as before need not reach what it did: zones and segments say whom it may.
  const isAllowedAlike = !things.some(({ kind }) => kind === 'zone' || kind === 'segment')
  const isServedAlike = service !== undefined && service.failures.length + service.states.length === 0
  const { appeared, gone, acceptedNew, waived, unwaived } = findings
  const found = [appeared, gone, acceptedNew, waived, unwaived].flat()
  return [
    ...(isAllowedAlike && isServedAlike ? [messages.ownService] : []),
    ...(money !== undefined && isPaidAlike(money) ? [messages.ownMoney] : []),
    ...(numbers.length === 0 ? [messages.ownAddresses] : []),
    ...(found.length === 0 ? [messages.ownFindings] : []),
    ...(routers.length === 0 ? [messages.ownConfigurations] : []),
  ]
}
