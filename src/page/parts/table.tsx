import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { FilledRow, FilledTable, Heading, Value } from '../../show/table.ts'
import { compareText } from '../../text/order.ts'
import { messages } from '../messages.ts'
import { cellText } from './cell-text.ts'
import { Cell } from './cell.tsx'
import { More } from './more.tsx'
import { addressedBy, filterIn, sortingIn, type Sorting } from './table-address.ts'
import { usePaged } from './paged.ts'
import { useReader } from './reader.ts'
import { Scroll } from './scroll.tsx'

/** Rows that stand on the page at first, and come with each wish for more. */
const page = 60
const widePage = 48
const fewestWide = 10

interface Extra {
  readonly title: string
  readonly cell: (row: FilledRow) => ComponentChildren
}

/** A table of so few rows is read whole. */
const fewestFiltered = 12

/**
 * A table of the compiler: filtered by a word, sorted by a column, shown some dozens of rows at a time. On paper it is
 * whole.
 */
export function FilledTableView({
  table,
  caption,
  columns = table.columns,
  filter: wanted = '',
  title = 'shown',
  extra,
  addressed = false,
}: {
  readonly table: FilledTable
  readonly caption: string
  readonly columns?: readonly Heading[]
  /** Hidden where the heading above says the same. */
  readonly title?: 'shown' | 'hidden'
  /** Words to begin with that rows must hold. */
  readonly filter?: string
  /** A cell of one's own at the end of each row. */
  readonly extra?: Extra
  /** Whether its filter and order stand in the address: who comes back finds them. */
  readonly addressed?: boolean
}): JSX.Element {
  const { say } = useReader()
  const { filter, setFilter, sorting, sort, rows } = useRows({ table, columns, wanted, addressed })
  const { most, more } = usePaged(columns.length < fewestWide ? page : widePage)
  const told = columns.filter(({ key }, i) => i === 0 || table.rows.some(row => !isNothing(row.cells.get(key))))
  const shown = rows.slice(0, most)
  return (
    <div class="table">
      <div class="table-head">
        {title === 'shown' && <p class="table-title">{caption}</p>}
        {table.rows.length > fewestFiltered && <Filter value={filter} onFilter={setFilter} />}
        <p class="quiet count">{say(messages.rows({ shown: shown.length, all: rows.length }))}</p>
      </div>
      <Scroll label={caption}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {told.map(heading => (
                <HeadingCell key={heading.key} heading={heading} sorting={sorting} sort={sort} />
              ))}
              {extra !== undefined && <th scope="col">{extra.title}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <BodyRow key={`${row.id} ${i}`} row={row} columns={told} extra={extra} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > most && <More onMore={more} />}
    </div>
  )
}

interface Rows {
  readonly filter: string
  readonly setFilter: (text: string) => void
  readonly sorting: Sorting | undefined
  readonly sort: (key: string) => void
  readonly rows: readonly FilledRow[]
}

/** The rows that a reader wants, in the order that a reader wants. */
function useRows({
  table,
  columns,
  wanted,
  addressed,
}: {
  readonly table: FilledTable
  readonly columns: readonly Heading[]
  readonly wanted: string
  readonly addressed: boolean
}): Rows {
  const [filter, setFilter] = useState(wanted)
  const [sorting, setSorting] = useState<Sorting | undefined>(() => (addressed ? sortingIn(location.hash) : undefined))
  const rows = useMemo(() => sorted(filtered(table.rows, columns, filter), sorting), [table, filter, sorting])
  const sort = (key: string): void =>
    setSorting(sorting?.key === key && sorting.direction === 1 ? { key, direction: -1 } : { key, direction: 1 })
  useEffect(() => {
    if (addressed) addressedBy(filter, sorting)
  }, [addressed, filter, sorting])
  useEffect(() => {
    if (!addressed) return undefined
    const listen = (): void => {
      setFilter(filterIn(location.hash))
      setSorting(sortingIn(location.hash))
    }
    window.addEventListener('hashchange', listen)
    return () => window.removeEventListener('hashchange', listen)
  }, [addressed])
  return { filter, setFilter, sorting, sort, rows }
}

function BodyRow({
  row,
  columns,
  extra,
}: {
  readonly row: FilledRow
  readonly columns: readonly Heading[]
  readonly extra: Extra | undefined
}): JSX.Element {
  return (
    <tr>
      {columns.map((heading, i) => (
        <BodyCell key={heading.key} heading={heading} value={row.cells.get(heading.key)} first={i === 0} />
      ))}
      {extra !== undefined && <td class="action">{extra.cell(row)}</td>}
    </tr>
  )
}

function Filter({
  value,
  onFilter,
}: {
  readonly value: string
  readonly onFilter: (text: string) => void
}): JSX.Element {
  const { say } = useReader()
  return (
    <label class="filter">
      <span>{say(messages.filter)}</span>
      <input type="search" value={value} onInput={event => onFilter(event.currentTarget.value)} />
    </label>
  )
}

function HeadingCell({
  heading,
  sorting,
  sort,
}: {
  readonly heading: Heading
  readonly sorting: Sorting | undefined
  readonly sort: (key: string) => void
}): JSX.Element {
  const { say } = useReader()
  const direction = sorting?.key === heading.key ? sorting.direction : undefined
  const order = direction === undefined ? 'none' : direction === 1 ? 'ascending' : 'descending'
  return (
    <th scope="col" class={isNumber(heading) ? 'n' : undefined} aria-sort={order}>
      <button type="button" onClick={() => sort(heading.key)}>
        {say(heading.title)}
        <span aria-hidden="true" class="arrow">
          {direction === 1 ? '▲' : direction === -1 ? '▼' : ''}
        </span>
      </button>
    </th>
  )
}

function BodyCell({
  heading,
  value,
  first,
}: {
  readonly heading: Heading
  readonly value: Value
  readonly first: boolean
}): JSX.Element {
  const inside = <Cell value={value} heading={heading} />
  if (first) return <th scope="row">{inside}</th>
  return <td class={classOf(heading)}>{inside}</td>
}

/** Columns of whole sentences are given room, so that a row is no tower of words. */
const longWidth = 24

function classOf(heading: Heading): string | undefined {
  if (isNumber(heading)) return 'n'
  if (heading.format === 'date') return 'date'
  return heading.format === 'text' && heading.width >= longWidth ? 'long' : undefined
}

function isNumber({ format }: Heading): boolean {
  return format === 'integer' || format === 'decimal' || format === 'rupiah'
}

function isNothing(value: Value): boolean {
  return value === undefined || value === '' || (typeof value === 'object' && value.length === 0)
}

/** Rows that hold every word, as they are read in either language or as files spell it. */
function filtered(rows: readonly FilledRow[], columns: readonly Heading[], filter: string): readonly FilledRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  return rows.filter(({ cells }) => {
    const shown = columns.map(heading => cellText(cells.get(heading.key), heading))
    const text = [...cells.values(), ...shown.flatMap(({ id, en }) => [id, en])].join(' ').toLowerCase()
    return words.every(word => text.includes(word))
  })
}

function sorted(rows: readonly FilledRow[], sorting: Sorting | undefined): readonly FilledRow[] {
  if (sorting === undefined) return rows
  const { key, direction } = sorting
  return rows.toSorted((a, b) => direction * compareValues(a.cells.get(key), b.cells.get(key)))
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return compareText(String(a ?? ''), String(b ?? ''))
}
