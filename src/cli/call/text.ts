import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Allowance } from '../../noc/allowance.ts'
import { ladderOf, type Call } from '../../noc/call.ts'
import { day } from '../../words/dates.ts'
import { mbps, number } from '../../words/figures.ts'
import { callMessages as messages } from './messages.ts'
import type { Phones } from './phones.ts'

/** One circuit or uplink, for somebody with a telephone in the other hand; `minutes` since it went down, where that is known. */
export function callText(call: Call, phones: Phones, minutes: number | undefined, language: Language): string {
  const { bought, site, tenants, contracts, others, routes } = call
  const { provider, declared } = bought
  const { noc } = provider.declared
  const numbers = phones[provider.id] ?? {}
  const phoneOf = (key: string): string => (numbers[key] === undefined ? '' : `, ${numbers[key]}`)
  const ways = [...others.map(({ id }) => id), ...routes]
  const lines = [
    messages.head({ what: bought.id, provider: provider.declared.name }),
    messages.noc({
      role: noc.role,
      hours: noc.hours === undefined ? '' : `, ${noc.hours}`,
      phone: phoneOf('noc'),
      mail: noc.mail === undefined ? '' : `, ${noc.mail}`,
    }),
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
