import { covers } from '../model/days.ts'
import type { Circuit } from '../model/network.ts'
import { remembered } from '../source/remembered.ts'

/** Circuits as they serve on a day: one that has ended makes way where another of its site has begun. */
export function succeededCircuits(circuits: Map<string, Circuit>, day: string | undefined): Map<string, Circuit> {
  if (day === undefined) return circuits
  const ended = [...circuits.values()].filter(({ active, declared }) => active && declared.period.to < day)
  if (ended.length === 0) return circuits
  const serving = new Set(
    [...circuits.values()]
      .filter(({ active, declared }) => active && covers(declared.period, day))
      .map(({ site }) => site.id),
  )
  const result = new Map(circuits)
  for (const circuit of ended) if (serving.has(circuit.site.id)) result.set(circuit.id, madeWay(circuit))
  return result
}

const madeWay = remembered((circuit: Circuit): Circuit => ({ ...circuit, active: false }))
