import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Allowance } from '../../noc/allowance.ts'
import { ladderOf, type Call } from '../../noc/call.ts'
import { day } from '../../words/dates.ts'
import { mbps, number } from '../../words/figures.ts'
import { callMessages as messages } from './messages.ts'
import type { Phones } from './phones.ts'

/**
 * One circuit or uplink, for somebody with a telephone in the other hand; `minutes` since it went down, where that is
 * known.
 */
export function callText(call: Call, phones: Phones, minutes: number | undefined, language: Language): string {
  const { bought, site, tenants, contracts, others, routes } = call
  const { provider, declared } = bought
  const phoneOf = phoneIn(phones, provider.id)
  const ways = [...others.map(({ id }) => id), ...routes]
  const lines = [
    messages.head({ what: bought.id, provider: provider.declared.name }),
    nocLine(provider.declared.noc, phoneOf),
    messages.say({
      reference: declared.providerRef,
      speed: mbps(declared.bandwidthMbps)[language],
      where: site === undefined ? '' : messages.to[language] + site.declared.name,
    }),
    ...(contracts.length === 0 ? [] : [messages.contract({ numbers: contracts.join(', ') })]),
    ...(site === undefined ? [] : [messages.site({ site: site.id, tenants: tenantsText(tenants, language) })]),
    ...(site === undefined ? [] : [ways.length === 0 ? messages.alone : messages.others({ others: ways.join(', ') })]),
    ...(call.allowance === undefined ? [] : [allowanceLine(call.allowance, language)]),
  ].map(line => line[language])
  return [...lines, ...ladderLines(call, phoneOf, minutes, language)].map(line => `${line}\n`).join('')
}

/**
 * One telephone call about several circuits and uplinks of a provider: whom to ask and how far to climb once, a line
 * for each reference.
 */
export function callsText(calls: readonly Call[], phones: Phones, minutes: number, language: Language): string {
  const [first] = calls
  if (first === undefined) return ''
  if (calls.length === 1) return callText(first, phones, minutes, language)
  const { provider } = first.bought
  const phoneOf = phoneIn(phones, provider.id)
  return [
    nocLine(provider.declared.noc, phoneOf)[language],
    messages.sayAll({ count: String(calls.length) })[language],
    ...calls.map(call => `  ${oneOfMany(call, language)}`),
    ...ladderLines(first, phoneOf, minutes, language),
  ]
    .map(line => `${line}\n`)
    .join('')
}

function oneOfMany({ bought, site, others, routes, allowance }: Call, language: Language): string {
  const { id, declared } = bought
  const ways = [...others.map(one => one.id), ...routes]
  return [
    `${declared.providerRef} ${id}${site === undefined ? '' : messages.to[language] + site.declared.name} ` +
      `(${mbps(declared.bandwidthMbps)[language]})`,
    ...(site === undefined
      ? []
      : [(ways.length === 0 ? messages.noOther : messages.other({ others: ways.join(', ') }))[language]]),
    ...(allowance === undefined ? [] : [allowanceLine(allowance, language)[language].replace(/^SLA +/, 'SLA ')]),
  ].join('; ')
}

function phoneIn(phones: Phones, provider: string): (key: string) => string {
  const numbers = phones[provider] ?? {}
  return key => (numbers[key] === undefined ? '' : `, ${numbers[key]}`)
}

function nocLine(
  { role, hours, mail }: Call['bought']['provider']['declared']['noc'],
  phoneOf: (key: string) => string,
) {
  return messages.noc({
    role,
    hours: hours === undefined ? '' : `, ${hours}`,
    phone: phoneOf('noc'),
    mail: mail === undefined ? '' : `, ${mail}`,
  })
}

function tenantsText(tenants: Call['tenants'], language: Language): string {
  return tenants
    .map(({ declared }) => declared.name + (declared.publicService ? messages.servesCitizens[language] : ''))
    .join(', ')
}

function allowanceLine({ allowedMinutes, leftMinutes, availabilityPercent, to }: Allowance, language: Language) {
  const facts = {
    allowed: number(allowedMinutes, 0)[language],
    percent: number(availabilityPercent)[language],
    until: day(to)[language],
  }
  return leftMinutes < 0
    ? messages.broken({ ...facts, over: number(-leftMinutes, 0)[language] })
    : messages.allowance({ ...facts, left: number(leftMinutes, 0)[language] })
}

function ladderLines(
  call: Call,
  phoneOf: (key: string) => string,
  minutes: number | undefined,
  language: Language,
): string[] {
  const steps = ladderOf(call, minutes ?? -1)
  if (steps.length === 0) return []
  const now = steps.findLast(({ isDue }) => isDue)
  return [
    messages.ladder[language],
    ...steps.map(step => {
      const due = step === now ? messages.due : step.isDue ? messages.past : { id: '', en: '' }
      const { afterMinutes, role, level } = step
      return messages.step({
        minutes: String(afterMinutes),
        role,
        phone: phoneOf(String(level)),
        due: due[language],
      })[language]
    }),
  ]
}
