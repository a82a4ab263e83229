import { analysisOf } from '../../analysis/analysis.ts'
import { moneyRows } from '../views/money-of.tsx'
import type { World } from '../world/world.ts'
import { shownTable } from './facts.ts'
import { graphOf, namesakes } from './graph.ts'
import { entriesOf } from './search-entries.ts'

/** What almost every view and search asks for first, a piece at a time. */
const pieces: readonly ((world: World) => unknown)[] = [
  entriesOf,
  world => namesakes(world, ''),
  world => analysisOf(world.plan).components,
  graphOf,
  world => shownTable(world, 'sites'),
  world => moneyRows(world, 'site'),
]

/** Makes it while nobody waits for it, and hears the reader between two pieces. */
export async function madeAhead(world: World): Promise<void> {
  for (const piece of pieces) {
    piece(world)
    await new Promise(resolve => setTimeout(resolve, 4))
  }
}
