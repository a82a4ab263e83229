import { overviewOf, type Overview } from '../../render/page/overview.ts'
import { remembered } from '../../source/remembered.ts'
import type { World } from './world.ts'

/** What stands at the front, computed here. */
export const overviewIn: (world: World) => Overview = remembered(({ network, compilation }) =>
  overviewOf({ ...compilation, network }),
)

/** Whether what the build put there is what follows from the inventory. */
export function isOverviewProven(world: World): boolean {
  const { overview } = world.cargo
  return overview === undefined || JSON.stringify(overview) === JSON.stringify(overviewIn(world))
}
