import type { JSX } from 'preact'
import { axes, type Axis, type MoneyRow } from '../../money/by-axis.ts'
import { sumOf } from '../../money/by-axis.ts'
import { moneyTable } from '../../show/money.ts'
import { remembered } from '../../source/remembered.ts'
import type { FilledRow, FilledTable } from '../../show/table.ts'
import { monthName } from '../../words/dates.ts'
import { rupiah } from '../../words/figures.ts'
import { capital, things } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { Card, NameLink, PlaceLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import type { World } from '../world/world.ts'
import { axisWords } from './axis-words.ts'
import { axisOf, isAxis, moneyRows } from './money-of.tsx'
import { TimelineView } from './timeline.tsx'
import { UnknownView } from '../parts/unknown.tsx'
import { Scroll } from '../parts/scroll.tsx'

/** Money by every axis, each row with what it is made of; and contracts over time. */
export function MoneyView({ axis, row }: { readonly axis: string; readonly row: string | undefined }): JSX.Element {
  const { say, to } = useReader()
  const world = useWorld()
  const tabs = [...axes, 'timeline'] as const
  if (axis !== 'timeline' && !isAxis(axis)) return <UnknownView name={`money/${axis}`} />
  return (
    <article>
      <h1>{say(messages.money)}</h1>
      <nav class="tabs" aria-label={say(messages.axis)}>
        {tabs.map(each => (
          <a key={each} href={to('money', each)} aria-current={each === axis ? 'page' : undefined}>
            {capital(say(each === 'timeline' ? messages.timeline : axisWords[each]))}
          </a>
        ))}
      </nav>
      {axis === 'timeline' ? <TimelineView /> : <AxisTable axis={axis} world={world} row={row} />}
    </article>
  )
}

function AxisTable({
  axis,
  world,
  row,
}: {
  readonly axis: Axis
  readonly world: World
  readonly row: string | undefined
}): JSX.Element {
  const { say, to } = useReader()
  const filled = tableBy(world, axis)
  const rows = moneyRows(world, axis)
  const chosen = rows.find(({ key }) => key === row)
  const total = sumOf(rows.map(({ committed }) => committed))
  return (
    <>
      {chosen !== undefined && <Operands axis={axis} row={chosen} />}
      <FilledTableView
        key={axis}
        table={filled}
        caption={capital(say(axisWords[axis]))}
        title="hidden"
        addressed
        extra={{
          title: say(messages.details),
          cell: ({ id }: FilledRow) => <a href={to('money', axis, { row: id })}>{say(messages.postings)}</a>,
        }}
      />
      <p class="total">
        {say(messages.total)}: {say(rupiah(total.exclPpnRupiah + total.ppnRupiah))}
      </p>
    </>
  )
}

const filledBy: (world: World) => Map<Axis, FilledTable> = remembered(() => new Map())

/** The table of `serat show money --by`, its keys as links; of what is bought also the price of a megabit. */
function tableBy(world: World, axis: Axis): FilledTable {
  const known = filledBy(world).get(axis)
  if (known !== undefined) return known
  const table = moneyTable(axis)(world)
  const columns = table.columns.map(column => (column.key === 'key' ? { ...column, key: keyColumn[axis] } : column))
  const priced = axis === 'circuit'
  const rows = table.rows.map(({ id, cells }) => ({
    id,
    cells: new Map([[keyColumn[axis], id], ...cells, ...(priced ? [['per_mbps', perMbps(world, id)] as const] : [])]),
  }))
  const price = { key: 'per_mbps', title: messages.perMbps, format: 'rupiah' as const, width: 14 }
  const made: FilledTable = { ...table, columns: priced ? [...columns, price] : columns, rows }
  filledBy(world).set(axis, made)
  return made
}

const keyColumn: Readonly<Record<Axis, string>> = {
  contract: 'contract',
  circuit: 'circuit',
  site: 'site',
  opd: 'tenant',
  kecamatan: 'area',
  provider: 'provider',
  budget: 'budget',
  month: 'month',
  year: 'year',
  rate: 'rate',
}

/** Whole rupiah a month for each Mbit/s, without PPN, rounded down. */
function perMbps({ network }: World, id: string): number | undefined {
  const bought = network.circuits.get(id) ?? network.uplinks.get(id)
  if (bought === undefined || bought.declared.bandwidthMbps === 0) return undefined
  const { monthlyRupiah: fee, bandwidthMbps } = bought.declared
  return Math.floor(fee / bandwidthMbps)
}

/** What a posting pays for: a circuit, an uplink, or the pole or span whose place is rented. */
function BoughtLink({ posting }: { readonly posting: MoneyRow['operands'][number]['posting'] }): JSX.Element | null {
  const thing = posting.kind === 'rent' ? posting.rented : posting.line?.bought
  return thing === undefined ? null : <NameLink name={`${thing.kind}:${thing.id}`} />
}

/** What a row is the sum of: each posting with where it stands. */
function Operands({ axis, row }: { readonly axis: Axis; readonly row: MoneyRow }): JSX.Element {
  const { say } = useReader()
  const kind = Object.entries(axisOf).find(([, each]) => each === axis)?.[0]
  return (
    <Card title={`${row.name} · ${say(messages.postings)}`} wide>
      {kind !== undefined && (
        <p>
          <NameLink name={`${kind}:${row.key}`} />
        </p>
      )}
      <Scroll label={say(messages.postings)}>
        <table>
          <caption class="unseen">{say(messages.postings)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(messages.month)}</th>
              <th scope="col">{say(messages.postingKind)}</th>
              <th scope="col">{capital(say(things.contract))}</th>
              <th scope="col">{capital(say(things.circuit))}</th>
              <th scope="col" class="n">
                {say(messages.amount)}
              </th>
              <th scope="col">{say(messages.source)}</th>
            </tr>
          </thead>
          <tbody>
            {row.operands.map(({ posting, exclPpnRupiah, ppnRupiah }, i) => (
              <tr key={i}>
                <th scope="row">{say(monthName(posting.month))}</th>
                <td>{say(posting.kind === 'paid' ? messages.paid : messages.committed)}</td>
                <td>
                  {posting.kind === 'rent' ? posting.permit : <NameLink name={`contract:${posting.contract.id}`} />}
                </td>
                <td>
                  <BoughtLink posting={posting} />
                </td>
                <td class="n">{say(rupiah(exclPpnRupiah + ppnRupiah))}</td>
                <td>
                  <PlaceLink place={posting.at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  )
}
