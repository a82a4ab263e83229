import { causesOf, type Alarm } from '../../analysis/alarms/alarms.ts'
import type { ComponentKind } from '../../analysis/graph/component.ts'
import { ringsOf } from '../../analysis/graph/rings.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { ladderOf, servedBy } from '../../noc/call.ts'
import type { Plan } from '../../plan/plan.ts'
import { byText } from '../../text/order.ts'
import { listed } from '../../words/figures.ts'
import { capital, things } from '../../words/things.ts'
import type { Block, TextTable } from '../document/block.ts'
import { dutyMessages as messages } from './duty-messages.ts'

/**
 * What a shift reads first: whom to ask about what, by provider, ring and building, in both languages. It holds roles,
 * and no number of a person.
 */
export function dutyBlocks(plan: Plan, alarms: readonly Alarm[]): Block[] {
  return (['id', 'en'] as const).flatMap(language => pageOf(plan, alarms, language))
}

function pageOf(plan: Plan, alarms: readonly Alarm[], language: Language): Block[] {
  const say = (text: Bilingual): string => text[language]
  const section = (title: Bilingual): Block => ({ kind: 'heading', level: 2, text: say(title) })
  return [
    { kind: 'heading', level: 1, text: say(messages.title({ network: plan.network.declared.name })) },
    { kind: 'paragraph', text: say(messages.intro) },
    section(messages.first),
    { kind: 'list', items: questions.map(say) },
    section(titled.provider),
    ...providerBlocks(plan, language),
    section(messages.rings),
    { kind: 'table', caption: say(messages.rings), table: ringTable(plan, language) },
    section(messages.buildings),
    { kind: 'table', caption: say(messages.buildings), table: sharedTable(alarms, language) },
    section(messages.tests),
    { kind: 'table', caption: say(messages.tests), table: testTable(alarms, language) },
  ]
}

/** Kinds of things as headings: `Penyedia`, `Provider`. */
const titled = {
  provider: headingOf(things.provider),
  circuit: headingOf(things.circuit),
  site: headingOf(things.site),
  tenant: headingOf(things.tenant),
  route: headingOf(things.route),
}

function headingOf({ id, en }: Bilingual): Bilingual {
  return { id: capital(id), en: capital(en) }
}

const { question1, question2, question3, question4, question5 } = messages
const questions = [question1, question2, question3, question4, question5]
const mostNamed = 10

function tableOf(titles: readonly Bilingual[], rows: readonly (readonly string[])[], language: Language): TextTable {
  return { headings: titles.map(title => ({ text: title[language], isNumber: false })), rows }
}

function providerBlocks(plan: Plan, language: Language): Block[] {
  const { circuits, uplinks } = plan.network
  const boughts = [...circuits.values(), ...uplinks.values()].filter(({ active }) => active)
  return [...Map.groupBy(boughts, ({ provider }) => provider)]
    .sort(byText(([{ id }]) => id))
    .flatMap(([{ declared }, theirs]): Block[] => {
      const [first] = theirs
      const steps = first === undefined ? [] : ladderOf({ bought: first }, 0)
      const { name, noc } = declared
      const rows = theirs
        .toSorted(byText(({ id }) => id))
        .map(bought => servedBy(plan, bought))
        .map(({ bought, site, tenants, others, routes }) => [
          bought.declared.providerRef,
          bought.id,
          site?.id ?? '',
          tenants.map(tenant => tenant.declared.name).join(', '),
          [...others.map(({ id }) => id), ...routes].join(', ') || (site === undefined ? '' : messages.none[language]),
        ])
      const hours = noc.hours === undefined ? '' : `, ${noc.hours}`
      return [
        {
          kind: 'table',
          caption: messages.providerCaption({ name, role: noc.role, hours })[language],
          table: tableOf(
            [messages.reference, titled.circuit, titled.site, titled.tenant, messages.backup],
            rows,
            language,
          ),
        },
        ...(steps.length === 0 ? [] : [{ kind: 'paragraph' as const, text: ladderText(steps, language) }]),
      ]
    })
}

function ladderText(steps: ReturnType<typeof ladderOf>, language: Language): string {
  const words = steps.map(({ afterMinutes, role }) => messages.step({ minutes: afterMinutes, role })[language])
  return messages.ladder({ steps: words.join('; ') })[language]
}

function ringTable({ network }: Plan, language: Language): TextTable {
  const rows = ringsOf(network).map(({ name, routes, opening }) => {
    const ends = new Set(routes.flatMap(({ a, b }) => [a.router.id, b.router.id]))
    const members = [...network.sites.values()].filter(({ router }) => ends.has(router.id)).map(({ id }) => id)
    return [
      name,
      routes.map(({ id }) => id).join(', '),
      opening === undefined
        ? messages.yes[language]
        : messages.openAt({ routes: opening.routes.map(({ id }) => id).join(', ') })[language],
      members.join(', '),
    ]
  })
  return tableOf([messages.ring, titled.route, messages.closed, messages.members], rows, language)
}

const shared: readonly ComponentKind[] = ['building', 'feeder', 'handoff', 'provider']

/** What many things hang on that is no cable: each by name, with all that goes down with it. */
function sharedTable(alarms: readonly Alarm[], language: Language): TextTable {
  const rows = alarms.flatMap(({ components, out, exposed }) =>
    components
      .filter(({ kind }) => shared.includes(kind))
      .map(({ name }) => [name, namesOr(out, language), namesOr(exposed, language)]),
  )
  return tableOf(
    [messages.what, messages.out, messages.exposed],
    rows.toSorted(byText(([name]) => name ?? '')),
    language,
  )
}

/** Faults that the monitoring cannot tell from one another though their repair is another: what to ask first. */
function testTable(alarms: readonly Alarm[], language: Language): TextTable {
  const rows = alarms.flatMap(alarm => {
    const { components, out, exposed } = alarm
    const tests = [...new Set(components.map(({ kind }) => testOf[kind]))]
    if (tests.length < 2 || out.length + exposed.length === 0) return []
    return [
      [
        listed(causesOf(alarm), mostNamed)[language],
        namesOr(out, language),
        tests.map(test => test[language]).join(' '),
      ],
    ]
  })
  return tableOf([messages.sameSigns, messages.out, messages.ask], rows, language)
}

function namesOr(names: readonly string[], language: Language): string {
  return names.length === 0 ? messages.none[language] : listed(names, mostNamed)[language]
}

const testOf: Readonly<Record<ComponentKind, Bilingual>> = {
  trench: messages.splitGlass,
  span: messages.splitGlass,
  structure: messages.splitGlass,
  closure: messages.splitGlass,
  cable: messages.splitGlass,
  core: messages.splitGlass,
  route: messages.splitEnds,
  port: messages.splitEnds,
  circuit: messages.splitProvider,
  provider: messages.splitProvider,
  handoff: messages.splitProvider,
  uplink: messages.splitProvider,
  tunnel: messages.splitProvider,
  router: messages.splitDevice,
  building: messages.splitPower,
  feeder: messages.splitPower,
}
