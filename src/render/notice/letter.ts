import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import type { Network, Tenant } from '../../model/network.ts'
import { fixedZones } from '../../model/time-zones.ts'
import { citizensFirst } from '../../noc/citizens-first.ts'
import type { Notice, NoticeLoss } from '../../noc/notice.ts'
import type { RepairLoss, RepairOrder } from '../../noc/repair-order.ts'
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
export interface Addressee<L extends NoticeLoss = NoticeLoss> {
  readonly tenant: Tenant
  readonly losses: readonly L[]
}

/** Every agency that a work or a cut takes something from, those that serve citizens first. */
export function addresseesOf<L extends NoticeLoss>({ losses }: { readonly losses: readonly L[] }): Addressee<L>[] {
  const pairs = losses.flatMap(loss => loss.tenants.map(tenant => ({ tenant, loss })))
  return [...Map.groupBy(pairs, ({ tenant }) => tenant)]
    .map(([tenant, own]) => ({ tenant, losses: own.map(({ loss }) => loss) }))
    .sort(byText(({ tenant }) => citizensFirst(tenant)))
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
  const matter: Matter = {
    about: messages.about({ ticket }),
    opening: messages.opening({
      from: momentText(from, language),
      until: momentText(until, language),
      zone: zoneOf(network),
      reason,
    }),
    lasts: messages.lasts,
    lastsIn: ({ minutes }) => number(minutes, 0)[language],
    questions: messages.questions({ contact: network.declared.services.snmp.contact }),
  }
  return letter(network, matter, { tenant, losses }, head, language)
}

/** A letter to one agency about a cable that is being spliced again: until when it loses what. */
export function repairLetter(
  network: Network,
  { task, done }: RepairOrder,
  { tenant, losses }: Addressee<RepairLoss>,
  head: NoticeHead,
  language: Language,
): Block[] {
  const matter: Matter<RepairLoss> = {
    about: messages.aboutRepair({ cable: task.cable.id }),
    opening: messages.openingRepair({
      cable: task.cable.id,
      since: momentText(task.since, language),
      begins: momentText(task.begins, language),
      done: momentText(done, language),
      zone: zoneOf(network),
    }),
    lasts: messages.until,
    lastsIn: ({ until }) => momentText(until, language),
    questions: messages.repairQuestions({ contact: network.declared.services.snmp.contact }),
  }
  return letter(network, matter, { tenant, losses }, head, language)
}

/** What a letter is about; how long a loss lasts is a number of minutes or a moment. */
interface Matter<L extends NoticeLoss = NoticeLoss> {
  readonly about: Bilingual
  readonly opening: Bilingual
  readonly lasts: Bilingual
  readonly lastsIn: (loss: L) => string
  readonly questions: Bilingual
}

function letter<L extends NoticeLoss>(
  { declared: { name } }: Network,
  matter: Matter<L>,
  { tenant, losses }: Addressee<L>,
  head: NoticeHead,
  language: Language,
): Block[] {
  const isOut = losses.some(({ state }) => state !== 'on-backup')
  const paragraphs = [isOut ? messages.prepare : messages.slower, matter.questions]
  return [
    { kind: 'heading', level: 1, text: messages.head({ network: name })[language] },
    {
      kind: 'fields',
      rows: [
        [messages.number[language], head.number],
        [messages.date[language], day(head.date)[language]],
        [messages.subject[language], matter.about[language]],
        [messages.to[language], messages.addressee({ name: tenant.declared.name })[language]],
      ],
    },
    { kind: 'paragraph', text: matter.opening[language] },
    { kind: 'table', caption: messages.caption[language], table: lossTable(losses, matter, language) },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text: text[language] })),
    { kind: 'paragraph', text: messages.closing[language] },
    { kind: 'signature', role: head.signatory },
  ]
}

function lossTable<L extends NoticeLoss>(
  losses: readonly L[],
  { lasts, lastsIn }: Matter<L>,
  language: Language,
): Extract<Block, { kind: 'table' }>['table'] {
  const heading = (text: string, isNumber = false): { text: string; isNumber: boolean } => ({ text, isNumber })
  return {
    headings: [
      heading(messages.site[language]),
      heading(messages.state[language]),
      heading(lasts[language], lasts === messages.lasts),
      heading(messages.alternative[language]),
    ],
    rows: losses.map(loss => [
      loss.site.declared.name,
      messages[loss.state][language],
      lastsIn(loss),
      loss.alternatives.length === 0 ? messages.none[language] : loss.alternatives.join(', '),
    ]),
  }
}

/** `14 November 2026, 22:00`: the day and the time on the network's own clock. */
function momentText(moment: string, language: Language): string {
  return `${day(moment.slice(0, 10))[language]}, ${moment.slice(11, 16)}`
}

function zoneOf({ declared: { timeZone } }: Network): string {
  return fixedZones[timeZone]?.name ?? `(${timeZone})`
}
