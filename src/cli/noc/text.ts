import { analysisOf } from '../../analysis/analysis.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { ladderOf } from '../../noc/call.ts'
import { printable } from '../../text/screen.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { listed } from '../../words/figures.ts'
import { callsText } from '../call/text.ts'
import { localMoment } from '../downtime/outage.ts'
import { locatedText } from '../locate/text.ts'
import { stepsOf } from './escalation.ts'
import { fallenOf } from './fallen.ts'
import { watchMessages as messages } from './messages.ts'
import { minutesSince, whyBlind, type Told } from './told.ts'

const mostNamed = 12
/** Whom to call stands below: more of what is less likely would push it off the screen. */
const mostNear = 2

/** All of it, the most urgent first. What strangers wrote is cut short, and cannot move the cursor. */
export function toldText(told: Told, language: Language): string {
  const { answer, observation, plan, blind, down, nowMs } = told
  const at = localMoment(nowMs, plan.network.declared.timeZone)
  const located =
    answer.exact.faults === 0 ? '' : locatedText(analysisOf(plan), observation, answer, language, mostNear)
  return [
    say(messages.head({ at })),
    ...whyBlind(told).map((why, i) => `${'  '.repeat(i)}${say(why)}`),
    ...(down.length > 0 ? [] : [say(blind === undefined ? messages.nothing : messages.nothingKnown)]),
    ...downLines(told, language),
    ...(located === '' ? [] : ['', located.trimEnd()]),
    ...workLines(told, language),
    ...affectedLines(told, language),
    ...callLines(told, language),
    ...remarkLines(told, language),
  ]
    .map(line => `${line}\n`)
    .join('')

  function say(message: Bilingual): string {
    return message[language]
  }
}

function downLines(told: Told, language: Language): string[] {
  const fallen = fallenOf(told)
  if (fallen.length === 0) return []
  const { timeZone } = told.plan.network.declared
  return [
    messages.down[language],
    ...fallen.map(({ sign, fromMs, missingMs }) =>
      missingMs === undefined
        ? messages.since({ sign, at: clock(fromMs, timeZone), minutes: String(minutesSince(told, fromMs)) })[language]
        : messages.missing({ sign, at: clock(missingMs, timeZone) })[language],
    ),
  ]
}

function workLines({ works }: Told, language: Language): string[] {
  return works.map(({ work: { id, declared }, signs }) => {
    const facts = { work: id, ticket: declared.ticket, until: declared.until }
    return (signs.length === 0 ? messages.work(facts) : messages.workExplains({ ...facts, signs: signs.join(', ') }))[
      language
    ]
  })
}

function affectedLines({ affected, exposed, own, lost }: Told, language: Language): string[] {
  return [
    ...(affected.length === 0 ? [] : ['', messages.affected[language]]),
    ...affected.map(({ site, tenants }) => {
      const names = tenants.map(
        ({ declared }) => declared.name + (declared.publicService ? messages.servesCitizens[language] : ''),
      )
      return messages.site({ site: site.id, tenants: names.join(', ') })[language]
    }),
    ...lost.map(({ bought }) => {
      const facts = { circuit: bought.id, reference: bought.declared.providerRef }
      const message =
        bought.kind === 'circuit'
          ? messages.circuitLost({ ...facts, site: bought.site.id })
          : messages.uplinkLost(facts)
      return message[language]
    }),
    ...(own.length === 0 ? [] : [messages.own({ sites: listed(own, mostNamed)[language] })[language]]),
    ...(exposed.length === 0 ? [] : [messages.exposed({ sites: listed(exposed, mostNamed)[language] })[language]]),
  ]
}

function callLines(told: Told, language: Language): string[] {
  const { timeZone } = told.plan.network.declared
  return told.callings.flatMap(({ calls, fromMs }) => {
    const minutes = minutesSince(told, fromMs)
    const { next } = stepsOf(calls, fromMs, told)
    const provider = calls[0]?.bought.provider.declared.name ?? ''
    return [
      '',
      messages.call({ provider, minutes: String(minutes) })[language],
      ...(next === undefined ? [] : [messages.next({ role: next.role, at: clock(next.atMs, timeZone) })[language]]),
      callsText(calls, told.phones, minutes, language).trimEnd(),
    ]
  })
}

function remarkLines({ light, tight, watch: { strangers, strange }, tickets }: Told, language: Language): string[] {
  return [
    ...(light.length === 0 ? [] : [messages.light({ signs: light.map(({ sign }) => sign).join(', ') })[language]]),
    ...(tight.length === 0
      ? []
      : [messages.tight({ circuits: tight.map(({ sign }) => sign.slice('allowance:'.length)).join(', ') })[language]]),
    ...(strangers === 0
      ? []
      : [messages.strangers({ count: String(strangers), names: strange.map(printable).join(', ') })[language]]),
    ...(tickets === '' ? [] : ['', messages.closed[language], tickets.trimEnd()]),
  ]
}

function clock(ms: number, timeZone: string): string {
  return localMoment(ms, timeZone).slice(11)
}

/** What makes a shift look again: another state, another step of a ladder. Minutes that pass do not. */
export function urgencyOf(told: Told): string {
  const { blind, down, light, watch, callings, answer } = told
  return JSON.stringify([
    blind,
    down.map(({ sign, missingMs }) => [sign, missingMs]),
    light.map(({ sign }) => sign),
    watch.closed.length,
    watch.closed.at(-1),
    watch.strangers,
    answer.ranked.length,
    callings.map(({ calls: [first], fromMs }) =>
      first === undefined ? [] : ladderOf(first, minutesSince(told, fromMs)).map(({ isDue }) => isDue),
    ),
  ])
}
