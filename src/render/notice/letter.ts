import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Network, Tenant } from '../../model/network.ts'
import type { Notice, NoticeLoss } from '../../noc/notice.ts'
import { byText } from '../../text/order.ts'
import { day } from '../../words/dates.ts'
import { number } from '../../words/figures.ts'
import type { Block } from '../document/block.ts'
import { letterMessages as messages } from './messages.ts'

/** What only the office knows of a letter; who signs is named by role. */
export interface NoticeHead {
  readonly number: string
  readonly date: string
  readonly signatory: string
}

/** An agency, and what it loses at each of its sites. */
interface Addressee {
  readonly tenant: Tenant
  readonly losses: readonly NoticeLoss[]
}

/** Every agency that a work takes something from, those that serve citizens first. */
export function addresseesOf({ losses }: Notice): Addressee[] {
  const pairs = losses.flatMap(loss => loss.tenants.map(tenant => ({ tenant, loss })))
  return [...Map.groupBy(pairs, ({ tenant }) => tenant)]
    .map(([tenant, own]) => ({ tenant, losses: own.map(({ loss }) => loss) }))
    .sort(byText(({ tenant: { id, declared } }) => `${declared.publicService ? 0 : 1} ${id}`))
}

/** A letter to one agency about a work: what it loses, for how long, and what it has to do about it. */
export function noticeLetter(
  network: Network,
  { work }: Notice,
  { tenant, losses }: Addressee,
  head: NoticeHead,
  language: Language,
): Block[] {
  const { from, until, ticket, reason } = work.declared
  const { timeZone, name, services } = network.declared
  const opening = messages.opening({
    from: momentText(from, language),
    until: momentText(until, language),
    zone: zoneNames[timeZone] ?? `(${timeZone})`,
    reason,
  })
  const isOut = losses.some(({ state }) => state !== 'on-backup')
  const paragraphs = [
    isOut ? messages.prepare : messages.slower,
    messages.questions({ contact: services.snmp.contact }),
  ]
  return [
    { kind: 'heading', level: 1, text: messages.head({ network: name })[language] },
    {
      kind: 'fields',
      rows: [
        [messages.number[language], head.number],
        [messages.date[language], day(head.date)[language]],
        [messages.subject[language], messages.about({ ticket })[language]],
        [messages.to[language], messages.addressee({ name: tenant.declared.name })[language]],
      ],
    },
    { kind: 'paragraph', text: opening[language] },
    { kind: 'table', caption: messages.caption[language], table: lossTable(losses, language) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text: text[language] })),
    { kind: 'paragraph', text: messages.closing[language] },
    { kind: 'signature', role: head.signatory },
  ]
}

function lossTable(losses: readonly NoticeLoss[], language: Language): Extract<Block, { kind: 'table' }>['table'] {
  const heading = (text: string, isNumber = false): { text: string; isNumber: boolean } => ({ text, isNumber })
  return {
    headings: [
      heading(messages.site[language]),
      heading(messages.state[language]),
      heading(messages.lasts[language], true),
      heading(messages.alternative[language]),
    ],
    rows: losses.map(({ site, state, minutes, alternatives }) => [
      site.declared.name,
      messages[state][language],
      number(minutes, 0)[language],
      alternatives.length === 0 ? messages.none[language] : alternatives.join(', '),
    ]),
  }
}

/** `14 November 2026, 22:00`: the day and the time on the network's own clock. */
function momentText(moment: string, language: Language): string {
  return `${day(moment.slice(0, 10))[language]}, ${moment.slice(11, 16)}`
}

/** What Indonesia calls its zones (Keppres 41/1987). */
const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
