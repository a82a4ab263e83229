import type { JSX } from 'preact'
import { contains, parsePrefix } from '../../model/ip.ts'
import { ipRows } from '../../render/ip-plan/rows.ts'
import { messages } from '../messages.ts'
import { Card } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { FilledTableView } from '../parts/table.tsx'
import { useWorld } from '../parts/world-context.ts'
import { shownTable } from '../things/facts.ts'

/** The lines of the address plan for a prefix, and the ranges that lie in it. */
export function PrefixRows({ prefix }: { readonly prefix: string }): JSX.Element {
  const { say } = useReader()
  const world = useWorld()
  const range = parsePrefix(prefix)
  const within = new Set(
    range === undefined
      ? []
      : ipRows(world.plan)
          .filter(row => row.range.family === range.family && contains(range, row.range))
          .map(row => row.prefix),
  )
  const table = shownTable(world, 'prefixes')
  const rows = table.rows.filter(({ cells }) => within.has(String(cells.get('prefix'))))
  return (
    <Card title={say(messages.address)} wide>
      <FilledTableView table={{ ...table, rows }} caption={prefix} />
    </Card>
  )
}
