import type { JSX } from 'preact'
import { daysBefore, daysBetween, gaps } from '../../model/days.ts'
import type { Contract } from '../../model/network.ts'
import { day, period } from '../../words/dates.ts'
import { messages } from '../messages.ts'
import { ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { contractsOfQuarter } from '../things/quarter.ts'

/** Days before its end at which a contract asks for its successor. */
const noticeDays = 90

/** Contracts as bars over the years that they touch, with the day and the notice before each end; gaps of circuits below. */
export function TimelineView(): JSX.Element {
  const { say } = useReader()
  const { network, compilation } = useWorld()
  const contracts = [...network.contracts.values()]
  const years = contracts
    .flatMap(({ period: { from, to } }) => [from.slice(0, 4), to.slice(0, 4)])
    .concat(compilation.asOf.slice(0, 4))
  const first = `${years.toSorted()[0]}-01-01`
  const last = `${years.toSorted().at(-1)}-12-31`
  const share = (date: string): number => (daysBetween(first, date) / Math.max(1, daysBetween(first, last))) * 100
  const soon = contractsOfQuarter(network, compilation.asOf)
  return (
    <>
      <p class="quiet">{say(messages.timelineHint)}</p>
      <div class="timeline">
        <YearScale first={first} last={last} share={share} />
        {contracts.map(contract => (
          <Bar key={contract.id} contract={contract} share={share} asOf={compilation.asOf} />
        ))}
      </div>
      <h2>
        {say(messages.endsSoon)} <span class="quiet">{soon.length}</span>
      </h2>
      <ul class="plain">
        {soon.map(({ contract, left }) => (
          <li key={contract.id}>
            <ThingLink thing={contract} /> {contract.declared.title}: {say(day(contract.period.to))} (
            {say(messages.left({ count: left }))})
          </li>
        ))}
      </ul>
      <Gaps />
    </>
  )
}

function YearScale({
  first,
  last,
  share,
}: {
  readonly first: string
  readonly last: string
  readonly share: (date: string) => number
}): JSX.Element {
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 },
    (_, i) => Number(first.slice(0, 4)) + i,
  )
  return (
    <div class="years" aria-hidden="true">
      <span />
      <div class="track">
        {years.map(year => (
          <span key={year} class="year" style={{ left: `${share(`${year}-01-01`)}%` }}>
            {year}
          </span>
        ))}
      </div>
    </div>
  )
}

function Bar({
  contract,
  share,
  asOf,
}: {
  readonly contract: Contract
  readonly share: (date: string) => number
  readonly asOf: string
}): JSX.Element {
  const { say } = useReader()
  const { from, to } = contract.period
  const notice = daysBefore(to, noticeDays) > from ? daysBefore(to, noticeDays) : from
  return (
    <div class="bar-row">
      <p>
        <ThingLink thing={contract} /> <span class="quiet">{say(period(contract.period))}</span>
      </p>
      <div class="track" aria-hidden="true">
        <span class="bar" style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }} />
        <span class="notice" style={{ left: `${share(notice)}%`, width: `${share(to) - share(notice)}%` }} />
        <span class="today" style={{ left: `${share(asOf)}%` }} />
      </div>
    </div>
  )
}

/** Days on which a circuit is in use and no contract names it. */
function Gaps(): JSX.Element | null {
  const { say } = useReader()
  const { network } = useWorld()
  const found = [...network.circuits.values(), ...network.uplinks.values()].flatMap(bought =>
    bought.terms.flatMap(term =>
      gaps(
        term.period,
        term.contracts.map(contract => contract.period),
      ).map(gap => ({ bought, gap })),
    ),
  )
  if (found.length === 0) return null
  return (
    <>
      <h2>
        {say(messages.gap)} <span class="quiet">{found.length}</span>
      </h2>
      <ul class="plain">
        {found.map(({ bought, gap }) => (
          <li key={`${bought.id} ${gap.from}`}>
            <ThingLink thing={bought} /> {say(period(gap))}
          </li>
        ))}
      </ul>
    </>
  )
}
