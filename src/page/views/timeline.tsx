import type { JSX } from 'preact'
import { contractsOfQuarter } from '../../analysis/agenda/quarter.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { daysBefore, daysBetween, gaps } from '../../model/days.ts'
import type { Contract } from '../../model/network.ts'
import { day, months, period } from '../../words/dates.ts'
import { messages } from '../messages.ts'
import { ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'

/** Where a day stands on the drawing, in hundredths of its width. */
interface Scale {
  readonly ticks: readonly string[]
  readonly asOf: string
  readonly share: (date: string) => number
}

/**
 * Contracts as bars over the years that they touch, with the day and the notice before each end; gaps of circuits
 * below.
 */
export function TimelineView(): JSX.Element {
  const { say } = useReader()
  const { network, compilation } = useWorld()
  const contracts = [...network.contracts.values()]
  const scale = scaleOf(contracts, compilation.asOf)
  const soon = contractsOfQuarter(network, compilation.asOf)
  const noticeDays = Math.max(0, ...network.declared.policy.expiryDays)
  return (
    <>
      <p class="quiet">{say(messages.timelineHint({ count: noticeDays }))}</p>
      <div class="timeline">
        <ScaleRow scale={scale} />
        {contracts.map(contract => (
          <Bar key={contract.id} contract={contract} scale={scale} noticeDays={noticeDays} />
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

/** Quarters of up to three years, else years. */
function scaleOf(contracts: readonly Contract[], asOf: string): Scale {
  const years = contracts
    .flatMap(({ period: { from, to } }) => [yearOf(from), yearOf(to)])
    .concat(yearOf(asOf))
    .toSorted((a, b) => a - b)
  const [first = 0, last = 0] = [years[0], years.at(-1)]
  const [from, to] = [`${first}-01-01`, `${last}-12-31`]
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const starts = all.length <= 3 ? ['01', '04', '07', '10'] : ['01']
  return {
    ticks: all.flatMap(year => starts.map(month => `${year}-${month}-01`)),
    asOf,
    share: date => (daysBetween(from, date) / Math.max(1, daysBetween(from, to))) * 100,
  }
}

/** The year in January, else the first letters of the month. */
function tickName(date: string): Bilingual {
  const { id, en } = months[Number(date.slice(5, 7)) - 1] ?? { id: '', en: '' }
  return date.slice(5, 7) === '01'
    ? { id: date.slice(0, 4), en: date.slice(0, 4) }
    : { id: id.slice(0, 3), en: en.slice(0, 3) }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

function ScaleRow({ scale: { ticks, asOf, share } }: { readonly scale: Scale }): JSX.Element {
  const { say } = useReader()
  return (
    <div class="years" aria-hidden="true">
      <span />
      <div class="track">
        {ticks.map(tick => (
          <span key={tick} class="tick-name" style={{ left: `${share(tick)}%` }}>
            {say(tickName(tick))}
          </span>
        ))}
        <span class="today-name" style={{ left: `${share(asOf)}%` }}>
          {say(day(asOf))}
        </span>
      </div>
    </div>
  )
}

function Bar({
  contract,
  scale: { ticks, asOf, share },
  noticeDays,
}: {
  readonly contract: Contract
  readonly scale: Scale
  readonly noticeDays: number
}): JSX.Element {
  const { say } = useReader()
  const { from, to } = contract.period
  const notice = daysBefore(to, noticeDays) > from ? daysBefore(to, noticeDays) : from
  const state = to < asOf ? 'ended' : from > asOf ? 'to-come' : 'running'
  return (
    <div class="bar-row">
      <p>
        <ThingLink thing={contract} /> {contract.declared.title}
        <br />
        <span class="quiet small-text">{say(period(contract.period))}</span>
      </p>
      <div class="track" aria-hidden="true">
        {ticks.map(tick => (
          <span key={tick} class="tick" style={{ left: `${share(tick)}%` }} />
        ))}
        <span class={`bar ${state}`} style={{ left: `${share(from)}%`, width: `${share(to) - share(from)}%` }} />
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
