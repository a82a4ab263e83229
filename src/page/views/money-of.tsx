import type { JSX } from 'preact'
import { axes, moneyBy, type Axis, type MoneyRow } from '../../money/by-axis.ts'
import { remembered } from '../../source/remembered.ts'
import { moneyColumns } from '../../render/money/columns.ts'
import { messages } from '../messages.ts'
import { FactList } from '../parts/fact-list.tsx'
import { Card } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import type { Thing } from '../things/thing.ts'
import type { World } from '../world/world.ts'

/** Kinds of things that money is counted by. */
export const axisOf: Readonly<Record<string, Axis>> = {
  contract: 'contract',
  circuit: 'circuit',
  uplink: 'circuit',
  site: 'site',
  tenant: 'opd',
  area: 'kecamatan',
  provider: 'provider',
  budget: 'budget',
}

/** Money by every axis, each summed once for a world. */
export function moneyRows(world: World, axis: Axis): readonly MoneyRow[] {
  const known = sums(world)
  const rows = known.get(axis) ?? moneyBy(world.network, axis, world.compilation.asOf)
  known.set(axis, rows)
  return rows
}

const sums: (world: World) => Map<Axis, readonly MoneyRow[]> = remembered(() => new Map())

export function isAxis(word: string): word is Axis {
  return axes.some(axis => axis === word)
}

/** What is owed and paid for a thing, to the rupiah. */
export function MoneyOf({ thing }: { readonly thing: Thing }): JSX.Element | null {
  const { say, to } = useReader()
  const world = useWorld()
  const axis = Object.hasOwn(axisOf, thing.kind) ? axisOf[thing.kind] : undefined
  const row = axis === undefined ? undefined : moneyRows(world, axis).find(({ key }) => key === thing.id)
  if (axis === undefined || row === undefined) return null
  const columns = moneyColumns(world.compilation.asOf).filter(({ format }) => format === 'rupiah')
  return (
    <Card title={say(messages.money)}>
      <FactList headings={columns} told={({ value }) => value(row)} figures />
      <p>
        <a href={to('money', axis, { row: thing.id })}>{say(messages.postings)}</a>
      </p>
    </Card>
  )
}
