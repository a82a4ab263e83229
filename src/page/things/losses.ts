import type { RoutePlan } from '../../plan/plant/plant-plan.ts'
import { lossTable } from '../../render/plant/loss-report.ts'
import { table, type FilledTable } from '../../show/table.ts'
import { remembered } from '../../source/remembered.ts'
import type { World } from '../world/world.ts'

/** What light loses on each route and what is left, as `plant/loss.csv` has it. */
export const lossesOf: (world: World) => FilledTable = remembered(({ network, plan }) => {
  const { columns, rows } = lossTable(plan.plant)
  return table<RoutePlan>({ columns, rows: () => rows, idOf: ({ route }) => route.id })({ network, plan })
})
