import type { ComponentKind } from '../../analysis/graph/component.ts'
import { componentRanges } from '../../analysis/graph/class-name.ts'
import { stateWords } from '../../words/states.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import type { Change } from '../change.ts'
import type { FailureChange, ServiceChange } from '../parts.ts'
import type { Marks } from '../marks.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'

export function serviceSection({ service }: Change, language: Language, marks?: Marks): Section {
  return {
    key: 'service',
    title: headings.service[language],
    notes: service === undefined ? [] : notesOf(service, language, marks),
    columns: [
      { title: headings.whenThisFails[language] },
      { title: headings.isolatedBefore[language], isNumber: true },
      { title: headings.after[language], isNumber: true },
      { title: headings.whatChanges[language] },
      ...(marks === undefined ? [] : [{ title: headings.byPackets[language] }]),
    ],
    rows: (service?.failures ?? []).map(failure => [
      ...failureRow(failure, language),
      ...(marks === undefined ? [] : [markOfRow(failure, marks, language)]),
    ]),
  }
}

function notesOf(service: ServiceChange, language: Language, marks: Marks | undefined): string[] {
  const { isolating, states, ringsOpened, ringsClosed, gainSecondWay, loseSecondWay } = service
  const few = (names: readonly string[]): string => listed(names, 8)[language]
  const differs = isolating.before !== isolating.after || service.failures.length > 0 || states.length > 0
  return [
    ...ringsOpened.map(
      ({ ring, ends, sites }) => messages.ringOpened({ ring, ends: few(ends), names: few(sites) })[language],
    ),
    ...ringsClosed.map(ring => messages.ringClosed({ ring })[language]),
    ...states.map(
      ({ site, before, after }) =>
        `${site}: ${stateWords[before][language]} → ${stateWords[after][language]}.${markOfState(site, marks, language)}`,
    ),
    ...(loseSecondWay.length === 0 ? [] : [messages.loseSecondWay({ names: few(loseSecondWay) })[language]]),
    ...(gainSecondWay.length === 0 ? [] : [messages.gainSecondWay({ names: few(gainSecondWay) })[language]]),
    ...(differs ? [messages.isolating(service)[language]] : []),
    ...(marks === undefined || marks.unchanged.size === 0 ? [] : [unchangedNote(marks, language)]),
  ]
}

/** What the report says nothing about is a sentence too: nothing changes there. */
function unchangedNote({ unchanged }: Marks, language: Language): string {
  const wrong = [...unchanged].filter(([, { isConfirmed }]) => !isConfirmed)
  const sites = [...unchanged.keys()].filter(name => name.startsWith('site:')).length
  const text = messages.tried({ failures: unchanged.size - sites, sites })[language]
  if (wrong.length === 0) return messages.allConfirmed({ text })[language]
  const names = wrong.map(([name, { seen }]) => `${name} (${shown(seen.before)} → ${shown(seen.after)})`)
  return messages.someRefuted({ text, names: listed(names, 4)[language] })[language]
}

function shown(seen: readonly string[]): string {
  return seen.length === 0 ? '—' : seen.join(' ')
}

/** Of components with the same effect those count that were tried. */
function markOfRow({ components }: FailureChange, { failures }: Marks, language: Language): string {
  const tried = components.flatMap(({ name }) => failures.get(name) ?? [])
  const wrong = tried.find(({ isConfirmed }) => !isConfirmed)
  if (wrong !== undefined)
    return messages.refuted({ before: wrong.seen.before.length, after: wrong.seen.after.length })[language]
  return tried.length === 0 ? messages.notTried[language] : messages.confirmed({ count: tried.length })[language]
}

function markOfState(site: string, marks: Marks | undefined, language: Language): string {
  const mark = marks?.states.get(site)
  if (mark === undefined) return ''
  if (mark.isConfirmed) return messages.stateConfirmed[language]
  return messages.stateRefuted({ before: mark.seen.before.join(), after: mark.seen.after.join() })[language]
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
