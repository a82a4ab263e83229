import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Component } from '../../analysis/graph/component.ts'
import type { Answer } from '../../analysis/locate/answer.ts'
import type { Likely } from '../../analysis/locate/likely.ts'
import type { Storm } from '../../analysis/locate/storm.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { mapOf } from '../../noc/whereabouts.ts'
import type { Plan } from '../../plan/plan.ts'
import { length } from '../../words/figures.ts'
import { likelyMessages as messages } from './messages.ts'

/** Where one of these components may have failed, as a link to a map; nothing where none of them has a place. */
export function mapLines(plan: Plan, components: readonly Component[], language: Language): string[] {
  const link = mapOf(plan, components)
  return link === undefined ? [] : [messages.map({ link })[language]]
}

/** Explanations that one late or wrong state stands against; empty where there is none. */
export function nearMissesText(
  plan: Plan,
  { ranked, complete }: Answer,
  { down, most }: { readonly down: number; readonly most: number },
  language: Language,
): string {
  const near = ranked.filter(({ seenUp, seenDown }) => seenUp.length + seenDown.length > 0)
  if (near.length === 0) return ''
  const lines = near.slice(0, most).map((one, i) => `${i + 1}. ${nearMiss(plan, one, down, language)}`)
  const more = near.length - lines.length
  return [
    messages.nearHead[language],
    ...lines,
    ...(more > 0 ? [messages.more({ more })[language]] : []),
    ...(complete ? [] : [messages.notComplete[language]]),
    '',
  ].join('\n')
}

function nearMiss(plan: Plan, { explanation, seenUp, seenDown }: Likely, down: number, language: Language): string {
  const members = explanation.members.map(({ components }) => componentRanges(components).join(', '))
  const facts = { explained: down - seenDown.length, down }
  return [
    members.join(messages.and[language]),
    `     ${messages.explains(facts)[language]}`,
    ...(seenUp.length === 0 ? [] : [`     ${messages.seenUp({ names: seenUp.join(', ') })[language]}`]),
    ...(seenDown.length === 0 ? [] : [`     ${messages.seenDown({ names: seenDown.join(', ') })[language]}`]),
    ...explanation.members.flatMap(({ components }) =>
      mapLines(plan, components, language).map(line => `     ${line}`),
    ),
  ].join('\n')
}

/** A cover of what is down, what several of it share, and how near to one another they lie. */
export function stormText(
  plan: Plan,
  { members, unexplained, shared, sites, withinKm }: Storm,
  language: Language,
): string {
  return [
    messages.stormHead({ causes: members.length })[language],
    ...members.flatMap(({ components }, i) => [
      `${i + 1}. ${componentRanges(components).join(', ')}`,
      ...mapLines(plan, components, language).map(line => `     ${line}`),
    ]),
    ...(unexplained.length === 0 ? [] : [messages.unexplained({ names: unexplained.join(', ') })[language]]),
    ...(sites.length < 2
      ? []
      : [messages.apart({ sites: sites.length, apart: length(withinKm * 1000)[language] })[language]]),
    ...shared.map(
      ({ one, explains, against }) =>
        messages.shared({
          cause: componentRanges(one.components).join(', '),
          explained: explains.size,
          against: against.join(', '),
        })[language],
    ),
    '',
  ].join('\n')
}
