import { componentRanges } from '../../analysis/graph/class-name.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Notice, NoticeLoss } from '../../noc/notice.ts'
import { addresseesOf } from '../../render/notice/letter.ts'
import { byText } from '../../text/order.ts'
import { number } from '../../words/figures.ts'
import { stateWords } from '../../words/states.ts'
import { noticeMessages as messages } from './messages.ts'

/** Who loses what for how long, for whoever plans the work. */
export function noticeText(notice: Notice, language: Language): string {
  const { work, components, minutes, losses, exposed } = notice
  const { from, until, ticket, reason } = work.declared
  const letters = String(addresseesOf(notice).length)
  return [
    messages.head({ work: work.id, reason, ticket }),
    messages.window({ from, until, minutes: number(minutes, 0)[language] }),
    components.length === 0 ? messages.nothing : messages.takes({ components: componentRanges(components).join(', ') }),
    ...(losses.length === 0 ? [messages.nobody] : [messages.losses]),
    ...losses.toSorted(byText(citizensFirst)).map(loss => lossLine(loss, language)),
    ...(exposed.length === 0 ? [] : [messages.exposed({ sites: exposed.map(({ id }) => id).join(', ') })]),
    ...(losses.length === 0 ? [] : [messages.letters({ count: letters, work: work.id })]),
    messages.silence({ work: work.id }),
  ]
    .map(line => `${line[language]}\n`)
    .join('')
}

function citizensFirst({ site, tenants }: NoticeLoss): string {
  return `${tenants.some(({ declared }) => declared.publicService) ? 0 : 1} ${site.id}`
}

function lossLine({ site, state, minutes, tenants, alternatives }: NoticeLoss, language: Language) {
  return messages.loss({
    site: site.id,
    state: stateWords[state][language],
    minutes: number(minutes, 0)[language],
    ways: (alternatives.length === 0 ? messages.noWay : messages.way({ circuits: alternatives.join(', ') }))[language],
    tenants: tenants
      .map(({ declared }) => declared.name + (declared.publicService ? messages.servesCitizens[language] : ''))
      .join(', '),
  })
}

/** The same for a program. */
export function noticeJson({ work, components, minutes, losses, exposed }: Notice): object {
  const { from, until, ticket, approvedBy, announcedOn } = work.declared
  return {
    work: work.id,
    ticket,
    approved_by: approvedBy,
    announced_on: announcedOn ?? null,
    from,
    until,
    minutes,
    takes: components.map(({ name }) => name),
    losses: losses.map(loss => ({
      site: loss.site.id,
      state: loss.state,
      minutes: loss.minutes,
      over: loss.alternatives,
      tenants: loss.tenants.map(({ id, declared }) => ({ tenant: id, public_service: declared.publicService })),
    })),
    on_one_way: exposed.map(({ id }) => id),
  }
}
