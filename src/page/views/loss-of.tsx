import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { FactList } from '../parts/fact-list.tsx'
import { Card } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import { lossesOf } from '../things/losses.ts'
import type { Thing } from '../things/thing.ts'

/** Columns that the facts of a route say already. */
const known = new Set(['route', 'name', 'status', 'a', 'b'])

/** Length, loss and margin of a route, and the power that is expected at its ends. */
export function LossOf({ thing: { kind, id } }: { readonly thing: Thing }): JSX.Element | null {
  const { say, to } = useReader()
  const { columns, rows } = lossesOf(useWorld())
  const row = kind === 'route' ? rows.find(each => each.id === id) : undefined
  if (row === undefined) return null
  return (
    <Card title={say(messages.losses)}>
      <FactList
        headings={columns.filter(({ key }) => !known.has(key))}
        told={({ key }) => row.cells.get(key)}
        figures
      />
      <p>
        <a href={to('list', 'losses')}>{say(messages.lossesOfAll)}</a>
      </p>
    </Card>
  )
}
