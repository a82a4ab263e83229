import { locate } from '../../source/locate.ts'
import { capital } from '../../words/things.ts'
import type { Diagnostic, Language } from '../../diagnostic/diagnostic.ts'
import { stateWords } from '../../words/states.ts'
import { counted, listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import { isPaidAlike } from '../compare.ts'
import { numberWords } from './addresses.ts'

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
    return [language === 'id' ? `Keadaan lama: ${text}` : `The old state: ${text}`]
  })
}

function findingText({ code, message, at }: Diagnostic, left: number, language: Language): string {
  const more = left <= 0 ? '' : language === 'id' ? ` Dan ${left} galat lagi.` : ` And ${left} more.`
  return `${code} ${message[language]} (${at.source.path}:${locate(at).line}).${more}`
}

function serviceTexts({ service }: Change, language: Language): string[] {
  const id = language === 'id'
  if (service === undefined) return []
  const few = (names: readonly string[]): string => listed(names, 5)[language]
  const { ringsOpened, ringsClosed, states, loseSecondWay, gainSecondWay } = service
  return [
    ...states.map(
      ({ site, before, after }) => `${site}: ${stateWords[before][language]} → ${stateWords[after][language]}.`,
    ),
    ...ringsOpened.map(({ sites }) =>
      id ? `Tinggal satu jalan lewat serat untuk ${few(sites)}.` : `One way over fibre is left for ${few(sites)}.`,
    ),
    ...(loseSecondWay.length === 0 || ringsOpened.length > 0
      ? []
      : [
          id
            ? `Kehilangan jalan kedua: ${few(loseSecondWay)}.`
            : `Without a second way from now on: ${few(loseSecondWay)}.`,
        ]),
    ...ringsClosed.map(ring => (id ? `${ring} menjadi tertutup.` : `${ring} is closed.`)),
    ...(gainSecondWay.length === 0
      ? []
      : [
          id ? `Mendapat jalan kedua: ${few(gainSecondWay)}.` : `With a second way from now on: ${few(gainSecondWay)}.`,
        ]),
  ]
}

function unwaivedText({ findings: { unwaived } }: Change, language: Language): string[] {
  const codes = [...new Set(unwaived.map(({ code }) => code))]
  if (codes.length === 0) return []
  return [
    language === 'id'
      ? `${unwaived.length} peringatan tidak lagi diterima: ${listed(codes).id}.`
      : `${counted(unwaived.length, warning).en} no longer accepted: ${listed(codes).en}.`,
  ]
}

const warning = { id: 'peringatan', en: 'warning', many: 'warnings' }

/** `Addresses and numbers: 9 taken, 1 retired.` */
function numberText({ numbers }: Change, language: Language): string[] {
  if (numbers.length === 0) return []
  const counts = [...Map.groupBy(numbers, ({ what }) => what)].map(
    ([what, list]) => `${list.length} ${numberWords[what][language]}`,
  )
  return [`${language === 'id' ? 'Alamat dan nomor' : 'Addresses and numbers'}: ${counts.join(', ')}.`]
}

/** Fewer are no news. */
const fewestStill = 3

/** What a reviewer need not look for. */
function stillText({ service, money, numbers, routers, findings, things }: Change, language: Language): string[] {
  const id = language === 'id'
  // A site that is reached as before need not reach what it did: zones and segments say whom it may.
  const isAllowedAlike = !things.some(({ kind }) => kind === 'zone' || kind === 'segment')
  const { appeared, gone, acceptedNew, waived, unwaived } = findings
  const found = appeared.length + gone.length + acceptedNew.length + waived.length + unwaived.length
  const still = [
    ...(isAllowedAlike && service !== undefined && service.failures.length + service.states.length === 0
      ? [id ? 'layanan' : 'service']
      : []),
    ...(money !== undefined && isPaidAlike(money) ? [id ? 'uang' : 'money'] : []),
    ...(numbers.length === 0 ? [id ? 'alamat' : 'addresses'] : []),
    ...(found === 0 ? [id ? 'temuan' : 'findings'] : []),
    ...(routers.length === 0 ? [id ? 'konfigurasi' : 'configurations'] : []),
  ]
  const [last = '', ...others] = still.toReversed()
  if (still.length < fewestStill) return []
  const list = others.length === 0 ? last : `${others.toReversed().join(', ')} ${id ? 'dan' : 'and'} ${last}`
  return [id ? `Yang tetap: ${list}.` : `What stays: ${list}.`]
}
