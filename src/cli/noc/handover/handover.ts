import type { Bilingual, Language } from '../../../diagnostic/diagnostic.ts'
import { componentRanges } from '../../../analysis/graph/class-name.ts'
import { handoverOf } from '../../../noc/handover.ts'
import { mapLink } from '../../../noc/whereabouts.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { Block } from '../../../render/document/block.ts'
import { number } from '../../../words/figures.ts'
import { localMoment } from '../../downtime/outage.ts'
import { stepsOf } from '../escalation.ts'
import { fallenOf } from '../fallen.ts'
import { handoverMessages as messages } from './messages.ts'
import { toldJson } from '../json.ts'
import { suspectsOf } from '../suspects.ts'
import { minutesSince, whyBlind, type Told } from '../told.ts'

/** What one shift leaves to the next; `told` is undefined where the monitoring was not asked. */
export interface Leaving {
  readonly plan: Plan
  readonly nowMs: number
  readonly hours: number
  readonly told: Told | undefined
}

export function handoverBlocks(leaving: Leaving, language: Language): Block[] {
  const { plan, nowMs, hours, told } = leaving
  const { name, timeZone } = plan.network.declared
  const say = (key: Titles): string => messages[key][language]
  const moment = localMoment(nowMs, timeZone)
  return [
    { kind: 'heading', level: 1, text: messages.title({ network: name })[language] },
    {
      kind: 'fields',
      rows: [
        [say('at'), `${moment} (${timeZone})`],
        [say('shift'), messages.hours({ hours: String(hours) })[language]],
      ],
    },
    { kind: 'heading', level: 2, text: say('now') },
    ...(told === undefined ? [paragraph(say('notAsked'))] : nowBlocks(told, language)),
    ...recordedBlocks(leaving, moment, language),
    paragraph(say('told')),
    { kind: 'signature', role: say('gives') },
    { kind: 'signature', role: say('takes') },
  ]
}

/** The same for programs; `now` is null where the monitoring was not asked. */
export function handoverJson({ plan, nowMs, hours, told }: Leaving): object {
  const moment = localMoment(nowMs, plan.network.declared.timeZone)
  const { tickets, works, tight } = handoverOf(plan.network, moment, hours)
  return {
    at: new Date(nowMs).toISOString(),
    hours,
    now: told === undefined ? null : toldJson(told),
    tickets: tickets.map(({ id, bought, declared: { from, to, cause } }) => ({
      ticket: id,
      circuit: bought.id,
      from,
      to,
      cause,
    })),
    works: works.map(({ id, declared: { ticket, from, until } }) => ({ work: id, ticket, from, until })),
    few_minutes_left: tight.map(({ bought, allowance: { leftMinutes, allowedMinutes, to } }) => ({
      circuit: bought.id,
      reference: bought.declared.providerRef,
      left_minutes: leftMinutes,
      allowed_minutes: allowedMinutes,
      until: to,
    })),
  }
}

type Titles = Exclude<keyof typeof messages, 'title' | 'hours'>

function nowBlocks(told: Told, language: Language): Block[] {
  const { plan, answer, callings, watch } = told
  const { timeZone } = plan.network.declared
  const at = (ms: number): string => localMoment(ms, timeZone)
  const explanation = answer.ranked[0]?.explanation ?? answer.exact.explanations[0]
  const ranges = (explanation?.members ?? []).map(({ components }) => componentRanges(components).join(', '))
  const where = mapLink(suspectsOf(told))
  const nothing = told.blind === undefined ? messages.none : messages.notKnown
  return [
    ...whyBlind(told).map(words => paragraph(words[language])),
    tableOf(
      ['sign', 'since', 'minutes'],
      fallenOf(told).map(({ sign, fromMs }) => [sign, at(fromMs), String(minutesSince(told, fromMs))]),
      'sign',
      language,
      nothing,
    ),
    ...(ranges.length === 0 ? [] : [paragraph(`${messages.explains[language]}: ${ranges.join(' + ')}`)]),
    ...(where === undefined ? [] : [{ kind: 'link' as const, text: messages.map[language], url: where }]),
    ...whoBlocks(told, language),
    tableOf(
      ['provider', 'references', 'since', 'due', 'next'],
      callings.map(({ calls, fromMs }) => {
        const { due, next } = stepsOf(calls, fromMs, told)
        return [
          calls[0]?.bought.provider.declared.name ?? '',
          calls.map(({ bought }) => bought.declared.providerRef).join(', '),
          at(fromMs),
          due?.role ?? '',
          next === undefined ? '' : `${next.role}, ${at(next.atMs)}`,
        ]
      }),
      'calls',
      language,
      nothing,
    ),
    tableOf(
      ['sign', 'since', 'until'],
      watch.closed.map(({ sign, fromMs, toMs }) => [sign, at(fromMs), at(toMs)]),
      'recovered',
      language,
    ),
  ]
}

function recordedBlocks({ plan, hours }: Leaving, moment: string, language: Language): Block[] {
  const { tickets, works, tight } = handoverOf(plan.network, moment, hours)
  return [
    tableOf(
      ['ticket', 'circuit', 'since', 'until', 'cause'],
      tickets.map(({ id, bought, declared: { from, to, cause } }) => [id, bought.id, from, to, cause]),
      'tickets',
      language,
    ),
    tableOf(
      ['work', 'ticket', 'since', 'until'],
      works.map(({ id, declared: { ticket, from, until } }) => [id, ticket, from, until]),
      'works',
      language,
    ),
    tableOf(
      ['circuit', 'references', 'left', 'allowed', 'until'],
      tight.map(({ bought, allowance: { leftMinutes, allowedMinutes, to } }) => [
        bought.id,
        bought.declared.providerRef,
        number(leftMinutes, 0)[language],
        number(allowedMinutes, 0)[language],
        to,
      ]),
      'tight',
      language,
    ),
  ]
}

/** Who is out, and what is lost or close to it though somebody still answers. */
function whoBlocks({ affected, lost, exposed, tight }: Told, language: Language): Block[] {
  return [
    ...(affected.length === 0
      ? []
      : [
          tableOf(
            ['site', 'tenants'],
            affected.map(({ site, tenants }) => [site.id, tenants.map(({ declared }) => declared.name).join(', ')]),
            'affected',
            language,
          ),
        ]),
    ...named(
      'lost',
      lost.map(({ bought }) => `${bought.id} (${bought.declared.providerRef})`),
      language,
    ),
    ...named('exposed', exposed, language),
    ...named(
      'used',
      tight.map(({ sign }) => sign.slice('allowance:'.length)),
      language,
    ),
  ]
}

/** A line of its own where there is something to name. */
function named(title: Titles, names: readonly string[], language: Language): Block[] {
  return names.length === 0 ? [] : [paragraph(`${messages[title][language]}: ${names.join(', ')}`)]
}

/** Where there is nothing it says so: an empty table looks forgotten. */
function tableOf(
  headings: readonly Titles[],
  rows: readonly (readonly string[])[],
  caption: Titles,
  language: Language,
  nothing: Bilingual = messages.none,
): Block {
  if (rows.length === 0) return paragraph(`${messages[caption][language]}: ${nothing[language]}.`)
  const numeric = new Set<Titles>(['minutes', 'left', 'allowed'])
  return {
    kind: 'table',
    caption: messages[caption][language],
    table: {
      headings: headings.map(key => ({ text: messages[key][language], isNumber: numeric.has(key) })),
      rows,
    },
  }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}
