import type { Structure } from '../../model/network.ts'
import { column, type Column } from '../tables/column.ts'
import type { SpliceRow, StrandHere } from './splice-rows.ts'

/**
 * Cores that lie beside each other on one tray and go from one cable to one other, in the same order: what a crew lays
 * in one go.
 */
interface TrayRow {
  readonly tray: number
  readonly a: StrandHere
  readonly b: StrandHere
  readonly lastA: number
  readonly lastB: number
  /** On the whole tray, and what it holds. */
  readonly used: number
  readonly room: number
}

export function trayRows(rows: readonly SpliceRow[], closure: Structure, usualRoom: number): TrayRow[] {
  const room = closure.declared.splicesPerTray ?? usualRoom
  const used = new Map<number, number>()
  for (const { tray } of rows) if (tray !== undefined) used.set(tray, (used.get(tray) ?? 0) + 1)
  const found: TrayRow[] = []
  for (const { tray, a, b } of rows) {
    if (tray === undefined || b === undefined) continue
    const before = found.at(-1)
    const next = { tray, a, b, lastA: a.place.core, lastB: b.place.core, used: used.get(tray) ?? 0, room }
    if (before !== undefined && goesOn(before, next))
      found[found.length - 1] = { ...before, lastA: next.lastA, lastB: next.lastB }
    else found.push(next)
  }
  return found
}

function goesOn(before: TrayRow, next: TrayRow): boolean {
  return (
    before.tray === next.tray &&
    before.a.plan === next.a.plan &&
    before.b.plan === next.b.plan &&
    before.a.towards === next.a.towards &&
    before.b.towards === next.b.towards &&
    before.lastA + 1 === next.lastA &&
    before.lastB + 1 === next.lastB
  )
}

export const trayColumns: readonly Column<TrayRow>[] = [
  column('tray', 'Baki', 'Tray', 'integer', 6, ({ tray }) => tray),
  column('used', 'Terisi', 'Used', 'text', 10, ({ used, room }) => `${used}/${room}`),
  ...sideColumns('a', 'A', ({ a, lastA }) => [a, lastA]),
  ...sideColumns('b', 'B', ({ b, lastB }) => [b, lastB]),
]

function sideColumns(
  side: 'a' | 'b',
  name: string,
  of: (row: TrayRow) => readonly [StrandHere, number],
): Column<TrayRow>[] {
  return [
    column(`${side}_cores`, `Core ${name}`, `Cores ${name}`, 'code', 20, row => {
      const [{ plan, place }, last] = of(row)
      return `${plan.cable.id}/${place.core === last ? last : `${place.core}..${last}`}`
    }),
    column(`${side}_towards`, `Arah ${name}`, `Towards ${name}`, 'code', 16, row => of(row)[0].towards),
  ]
}
