import type { Language } from '../../diagnostic/diagnostic.ts'
import { counted, listed } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import type { Change } from '../change.ts'
import { isNothing } from '../compare.ts'
import type { MoneyChange } from '../parts.ts'
import { headlinesOf, termsOf } from './headline.ts'
import { difference } from './money.ts'
import { sitesOut } from './order.ts'
import type { Weight } from './section.ts'

const errorNoun = { id: 'galat', en: 'error', many: 'errors' }
const findingNoun = { id: 'temuan baru', en: 'new finding', many: 'new findings' }
const numberNoun = { id: 'alamat atau nomor', en: 'moved address or number', many: 'moved addresses or numbers' }

interface Verdict {
  readonly weight: Weight
  readonly verdict: string
}

/** The main effect first, then what it costs and touches, all in one line. */
export function verdictOf(change: Change, language: Language): Verdict {
  const id = language === 'id'
  if (isNothing(change))
    return {
      weight: 'nothing',
      verdict: id
        ? 'Tidak ada yang berubah: layanan, uang, alamat, temuan, dan konfigurasi tetap sama'
        : 'Nothing changes: service, money, addresses, findings and configurations stay the same',
    }
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
  const monthly = money === undefined ? undefined : difference(money.monthlyRupiah, language)
  return {
    weight,
    verdict: [
      ...(main.length > 0 ? main : [lesserText(change, language)]),
      ...(errors.after > 0 ? [] : [id ? '0 galat' : '0 errors']),
      ...(findings.appeared.length > 0
        ? [id ? `${findings.appeared.length} temuan baru` : counted(findings.appeared.length, findingNoun).en]
        : []),
      ...(money === undefined
        ? []
        : [
            money.monthlyRupiah.before === money.monthlyRupiah.after
              ? `${monthly}`
              : `${monthly}${id ? '/bulan' : '/month'}`,
            ...rentsText(money, language),
          ]),
      counted(routers.length, things.router)[language],
    ].join(' · '),
  }
}

function gapTexts({ gaps }: Change, language: Language): string[] {
  const sides = new Set(gaps.flatMap(gap => ('side' in gap ? [gap.side] : [])))
  if (sides.has('after'))
    return [language === 'id' ? 'tidak semuanya dapat dibandingkan' : 'not everything could be compared']
  if (!sides.has('before')) return []
  return [
    language === 'id'
      ? 'keadaan lama tidak dapat dimuat utuh, jadi tidak semuanya dapat dibandingkan'
      : 'the old state does not load whole, so that not everything could be compared',
  ]
}

function reviewText({ review: { refused, accepted } }: Change, language: Language): string[] {
  const id = language === 'id'
  const codes = (findings: readonly { readonly code: string }[]): string =>
    listed([...new Set(findings.map(({ code }) => code))], 6)[language]
  return [
    ...(refused.length === 0
      ? []
      : [`${id ? 'ditolak syarat tinjauan' : 'refused by the terms of review'}: ${codes(refused)}`]),
    ...(accepted.length === 0
      ? []
      : [
          `${id ? 'diterima waivers.yaml' : 'accepted in waivers.yaml'}: ${codes(accepted.map(({ finding }) => finding))}`,
        ]),
  ]
}

/** Who is without service for a while, though not before and not after. */
function loadingText({ order }: Change, language: Language): string[] {
  const out = sitesOut(order?.steps ?? [])
  if (out.length === 0) return []
  return [language === 'id' ? `saat dimuat terputus: ${listed(out, 3).id}` : `while loading out: ${listed(out, 3).en}`]
}

/** Of poles, crossings and dark fibre, which no month is invoiced for. */
function rentsText({ yearlyRents }: MoneyChange, language: Language): string[] {
  if (yearlyRents.before === yearlyRents.after) return []
  const more = difference(yearlyRents, language)
  return [language === 'id' ? `sewa ${more}/tahun` : `rents ${more}/year`]
}

/** What the calendar brings is nothing to merge. */
function errorText({ cause, errors }: Change, language: Language): string {
  const count = counted(errors.after, errorNoun)[language]
  if (cause === 'calendar') return count
  return language === 'id' ? `Belum dapat digabung: ${count}` : `Cannot be merged yet: ${count}`
}

/**
 * What nobody should merge unseen: a ring opened, service lost, an address that moved, more single points of failure.
 */
function alarmsOf({ service, numbers }: Change, language: Language): string[] {
  const id = language === 'id'
  const moved = numbers.filter(({ what }) => what === 'moved')
  const worse = service === undefined ? 0 : service.isolating.after - service.isolating.before
  const more = id ? `${worse} komponen lagi dapat memutus situs` : `${worse} more components can isolate a site`
  const out = (service?.states ?? []).filter(({ after }) => after === 'isolated' || after === 'without-internet')
  const rings = (service?.ringsOpened ?? []).map(({ ring }) => ring)
  const opened =
    rings.length === 0
      ? []
      : [
          id
            ? `${ringName(listed(rings).id)} menjadi terbuka`
            : `${ringName(listed(rings).en)} ${rings.length === 1 ? 'is' : 'are'} opened`,
        ]
  const lost = service?.loseSecondWay ?? []
  const points = worse > 0 && (opened.length > 0 || lost.length > 0) ? [more] : []
  return [
    ...(out.length === 0
      ? []
      : [
          id
            ? `${out.length} situs kehilangan layanan: ${listed(out.map(({ site }) => site)).id}`
            : `${counted(out.length, things.site).en} without service: ${listed(out.map(({ site }) => site)).en}`,
        ]),
    ...(opened.length + points.length === 0 ? [] : [[...opened, ...points].join(': ')]),
    ...(moved.length === 0
      ? []
      : [
          id
            ? `${moved.length} alamat atau nomor berpindah: ${
                listed(
                  moved.map(({ key }) => key),
                  2,
                ).id
              }`
            : `${counted(moved.length, numberNoun).en}: ${
                listed(
                  moved.map(({ key }) => key),
                  2,
                ).en
              }`,
        ]),
  ]
}

/** A ring that is called so by its name already needs no word more. */
function ringName(name: string): string {
  return name.startsWith('ring') ? name : `ring ${name}`
}

/** Where nothing that is declared changes, yet something does. */
function lesserText({ findings, routers, numbers, money }: Change, language: Language): string {
  const id = language === 'id'
  if (money !== undefined && money.monthlyRupiah.before !== money.monthlyRupiah.after)
    return id ? 'Yang dibayar berubah' : 'What is paid changes'
  if (numbers.length > 0) return id ? 'Hanya buku alokasi yang berubah' : 'Only the ledger changes'
  if (routers.length > 0) return id ? 'Hanya konfigurasi yang berubah' : 'Only configurations change'
  return findings.appeared.length + findings.gone.length > 0
    ? id
      ? 'Hanya temuan yang berubah'
      : 'Only findings change'
    : id
      ? 'Perubahan tanpa akibat'
      : 'A change without effect'
}
