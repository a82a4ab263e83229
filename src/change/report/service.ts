import type { ComponentKind } from '../../analysis/graph/component.ts'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import { stateWords } from '../../words/states.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import type { FailureChange, ServiceChange } from '../parts.ts'
import type { Marks } from '../marks.ts'
import type { Section } from './section.ts'

export function serviceSection({ service }: Change, language: Language, marks?: Marks): Section {
  const id = language === 'id'
  return {
    key: 'service',
    title: id ? 'Layanan' : 'Service',
    notes: service === undefined ? [] : notesOf(service, language, marks),
    columns: [
      { title: id ? 'Bila ini gagal' : 'When this fails' },
      { title: id ? 'Terputus sebelum' : 'Isolated before', isNumber: true },
      { title: id ? 'Sesudah' : 'After', isNumber: true },
      { title: id ? 'Yang berubah' : 'What changes' },
      ...(marks === undefined ? [] : [{ title: id ? 'Menurut paket' : 'By packets' }]),
    ],
    rows: (service?.failures ?? []).map(failure => [
      ...failureRow(failure, language),
      ...(marks === undefined ? [] : [markOfRow(failure, marks, language)]),
    ]),
  }
}

function notesOf(service: ServiceChange, language: Language, marks: Marks | undefined): string[] {
  const { isolating, components, sites, states, ringsOpened, ringsClosed, gainSecondWay, loseSecondWay } = service
  const id = language === 'id'
  const few = (names: readonly string[]): string => listed(names, 8)[language]
  const differs = isolating.before !== isolating.after || service.failures.length > 0 || states.length > 0
  return [
    ...ringsOpened.map(({ ring, ends, sites: open }) =>
      id
        ? `Ring ${ring} menjadi terbuka, berujung di ${few(ends)}; tinggal satu jalan lewat serat untuk ${few(open)}.`
        : `Ring ${ring} is opened and ends at ${few(ends)}; one way over fibre is left for ${few(open)}.`,
    ),
    ...ringsClosed.map(ring => (id ? `Ring ${ring} menjadi tertutup.` : `Ring ${ring} is closed.`)),
    ...states.map(
      ({ site, before, after }) =>
        `${site}: ${stateWords[before][language]} → ${stateWords[after][language]}.${markOfState(site, marks, language)}`,
    ),
    ...(loseSecondWay.length === 0
      ? []
      : [id ? `Kehilangan jalan kedua: ${few(loseSecondWay)}.` : `Lose their second way: ${few(loseSecondWay)}.`]),
    ...(gainSecondWay.length === 0
      ? []
      : [id ? `Mendapat jalan kedua: ${few(gainSecondWay)}.` : `Gain a second way: ${few(gainSecondWay)}.`]),
    ...(differs
      ? [
          id
            ? `Komponen yang memutus situs bila gagal sendiri: ${isolating.before} dari ${components.before} → ` +
              `${isolating.after} dari ${components.after} (situs: ${sites.before} → ${sites.after}).`
            : `Components that isolate a site by failing alone: ${isolating.before} of ${components.before} → ` +
              `${isolating.after} of ${components.after} (sites: ${sites.before} → ${sites.after}).`,
        ]
      : []),
    ...(marks === undefined || marks.unchanged.size === 0 ? [] : [unchangedNote(marks, language)]),
  ]
}

/** What the report says nothing about is a sentence too: nothing changes there. */
function unchangedNote({ unchanged }: Marks, language: Language): string {
  const wrong = [...unchanged].filter(([, { isConfirmed }]) => !isConfirmed)
  const sites = [...unchanged.keys()].filter(name => name.startsWith('site:')).length
  const failures = unchanged.size - sites
  const tried = {
    id: `Yang menurut laporan ini tetap (dicoba: kegagalan lain ${failures}, situs ${sites})`,
    en: `What this report calls unchanged (tried: other failures ${failures}, sites ${sites})`,
  }[language]
  if (wrong.length === 0)
    return { id: `${tried}: terbukti oleh paket.`, en: `${tried}: confirmed by packets.` }[language]
  const which = listed(
    wrong.map(([name, { seen }]) => `${name} (${shown(seen.before)} → ${shown(seen.after)})`),
    4,
  )
  return { id: `${tried}: TERBANTAH oleh paket: ${which.id}.`, en: `${tried}: REFUTED by packets: ${which.en}.` }[
    language
  ]
}

function shown(seen: readonly string[]): string {
  return seen.length === 0 ? '—' : seen.join(' ')
}

/** Of components with the same effect those count that were tried. */
function markOfRow({ components }: FailureChange, { failures }: Marks, language: Language): string {
  const tried = components.flatMap(({ name }) => failures.get(name) ?? [])
  const wrong = tried.find(({ isConfirmed }) => !isConfirmed)
  if (wrong !== undefined) {
    const [before, after] = [wrong.seen.before.length, wrong.seen.after.length]
    return { id: `TERBANTAH: ${before} → ${after}`, en: `REFUTED: ${before} → ${after}` }[language]
  }
  if (tried.length === 0) return { id: 'tidak dicoba', en: 'not tried' }[language]
  return { id: `terbukti (${tried.length})`, en: `confirmed (${tried.length})` }[language]
}

function markOfState(site: string, marks: Marks | undefined, language: Language): string {
  const mark = marks?.states.get(site)
  if (mark === undefined) return ''
  if (mark.isConfirmed) return { id: ' Terbukti oleh paket.', en: ' Confirmed by packets.' }[language]
  const [before, after] = [mark.seen.before.join(), mark.seen.after.join()]
  return { id: ` TERBANTAH oleh paket: ${before} → ${after}.`, en: ` REFUTED by packets: ${before} → ${after}.` }[
    language
  ]
}

const mostRanges = 4
/** Of those with one effect a reader knows the router and the building by name, not one of forty spans. */
const knownFirst: readonly ComponentKind[] = [
  ...(['router', 'building', 'feeder', 'provider', 'uplink', 'circuit', 'route', 'cable', 'trench'] as const),
  ...(['tunnel', 'handoff', 'core', 'port', 'closure', 'structure', 'span'] as const),
]

function failureRow({ components, before, after }: FailureChange, language: Language): string[] {
  const lost = after.filter(site => !before.includes(site))
  const saved = before.filter(site => !after.includes(site))
  return [
    listed(componentRanges(components, knownFirst), mostRanges)[language],
    String(before.length),
    String(after.length),
    [
      ...(lost.length === 0 ? [] : [`+ ${listed(lost, 6)[language]}`]),
      ...(saved.length === 0 ? [] : [`− ${listed(saved, 6)[language]}`]),
    ].join('; '),
  ]
}
