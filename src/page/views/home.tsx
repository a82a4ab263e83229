import type { JSX } from 'preact'
import { contractsOfQuarter } from '../things/quarter.ts'
import { daysBetween } from '../../model/days.ts'
import { day } from '../../words/dates.ts'
import { number, rupiah } from '../../words/figures.ts'
import { yearRupiah } from '../../money/budget-share.ts'
import { permitRentRupiah } from '../../money/permit-rent.ts'
import { capital, things } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { Headline } from '../parts/headline.tsx'
import { CheckLine } from '../parts/check-line.tsx'
import { Card, Empty, ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { findingsOf, isOpen } from '../things/findings.ts'
import { FindingList } from './finding-list.tsx'

/** Decisions that stand at the front; all of them stand among the findings. */
const mostDecisions = 5

/** The network at a glance: how much there is, what is open and accepted, what ends soon, whether the page is what was built. */
export function HomeView(): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const { network, compilation } = world
  const { diagnostics, waived, asOf } = compilation
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const open = findingsOf(world).filter(finding => isOpen(world, finding))
  const soon = contractsOfQuarter(network, asOf)
  return (
    <article>
      <header class="hero">
        <p class="kind">{say(messages.asOf({ day: say(day(asOf)) }))}</p>
        <h1>{say(messages.title({ network: network.declared.name }))}</h1>
        <Headline errors={errors} open={diagnostics.length - errors} accepted={waived.length} />
        <CheckLine />
      </header>
      <Figures />
      <Notes />
      <div class="cards">
        <Card title={say(messages.openFindings)}>
          {open.length === 0 ? <Empty /> : <FindingList findings={open.slice(0, 8)} />}
        </Card>
        <AcceptedCard />
        <Card title={say(messages.endsSoon)}>
          {soon.length === 0 && <Empty />}
          <ul class="plain">
            {soon.map(({ contract, left }) => (
              <li key={contract.id}>
                <ThingLink thing={contract} /> <span class="quiet">{contract.declared.title}</span>
                <br />
                {say(messages.ends)} <time dateTime={contract.period.to}>{say(day(contract.period.to))}</time> (
                {say(messages.left({ count: left }))})
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </article>
  )
}

/** What was accepted, by the decision: how much it covers, who took it, why, and until when. */
function AcceptedCard(): JSX.Element | null {
  const { say, to } = useReader()
  const world = useWorld()
  const { asOf } = world.compilation
  const groups = [...Map.groupBy(findingsOf(world), ({ waiver }) => waiver)]
    .flatMap(([waiver, { length }]) => (waiver === undefined ? [] : [{ waiver, length }]))
    .sort((a, b) => b.length - a.length)
  if (groups.length === 0) return null
  return (
    <Card title={say(messages.acceptedFindings)}>
      <ul class="plain">
        {groups.slice(0, mostDecisions).map(({ waiver, length }) => (
          <li key={waiver.id}>
            <span class="badge calm">{say(number(length))}</span> <ThingLink thing={waiver} />
            <br />
            <span class="clamped">{waiver.declared.reason}</span>
            <span class="quiet small-text">
              {waiver.declared.decidedBy} · {say(messages.until)} {say(day(waiver.declared.until))} (
              {say(messages.left({ count: daysBetween(asOf, waiver.declared.until) }))})
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={to('findings')}>{say(messages.findings)}</a>
      </p>
    </Card>
  )
}

function Figures(): JSX.Element {
  const { say, to } = useReader()
  const { network, compilation } = useWorld()
  const year = Number(compilation.asOf.slice(0, 4))
  const figures = [
    ['site', network.sites.size],
    ['tenant', network.tenants.size],
    ['router', network.routers.size],
    ['route', network.routes.size],
    ['circuit', network.circuits.size],
    ['cable', network.cables.size],
    ['structure', network.structures.size],
    ['contract', network.contracts.size],
  ] as const
  return (
    <ul class="figures">
      {figures.map(([kind, count]) => (
        <li key={kind}>
          <a href={to('list', kind)}>
            <strong>{say(number(count))}</strong>
            <span>{capital(say({ id: things[kind].id, en: things[kind].many }))}</span>
          </a>
        </li>
      ))}
      <li class="wide-figure">
        <a href={to('money', 'budget')}>
          <strong>{say(rupiah(yearRupiah(network, year) + permitRentRupiah(network, year)))}</strong>
          <span>
            {say(messages.money)} {year}
          </span>
        </a>
      </li>
    </ul>
  )
}

/** What is composed must be seen before anything else is read. */
function Notes(): JSX.Element | null {
  const { say } = useReader()
  const { network } = useWorld()
  const notes = network.declared.notes ?? []
  if (notes.length === 0) return null
  return (
    <aside class="note" aria-label={say(messages.aboutData)}>
      <h2>{say(messages.aboutData)}</h2>
      {notes.map((note, i) => (
        <p key={i}>{say(note)}</p>
      ))}
    </aside>
  )
}
