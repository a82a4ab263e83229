import type { FibreRoute, Network } from '../../model/network.ts'
import { partsOfStep, strandCount } from '../../model/strands.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'

/** One strand between the two structures where a route enters and leaves it. */
export interface Strand {
  readonly cable: string
  readonly core: number
  readonly from: Termination
  readonly to: Termination
  /** The whole cable, from its one end to its other; a strand that is cut midway ends in a closure. */
  readonly whole: boolean
}

/** Where a strand ends: a port of an ODF, or the place of a cable's core in a closure. */
export interface Termination {
  readonly structure: string
  readonly point: string
}

/**
 * The strands that a route lights, in the order of its path from `a` to `b`. An optic of two strands lights the core that the path
 * names and the next one, between the next ports.
 */
export function strandsOf(network: Network, route: FibreRoute): Strand[] {
  const steps = (route.declared.path ?? []).map(partsOfStep)
  const width = strandCount(route)
  const { cables } = planPlant(network)
  return steps.flatMap(({ name: id, number }, i): Strand[] => {
    const cable = cables.get(id)
    const before = steps[i - 1]
    const after = steps[i + 1]
    if (cable === undefined || number === undefined || before === undefined || after === undefined) return []
    const outer = pair(
      standOf(network, cable.stations[0]?.structure.id),
      standOf(network, cable.stations.at(-1)?.structure.id),
    )
    return Array.from({ length: width }, (_, offset) => ({
      cable: id,
      core: number + offset,
      from: termination(before, id, number, offset),
      to: termination(after, id, number, offset),
      whole: pair(standOf(network, before.name), standOf(network, after.name)) === outer,
    }))
  })
}

/** What a structure stands on in the end: a closure's pole, an ODF's site. A cable's last span ends there, its strands in what it carries. */
function standOf({ structures }: Network, id: string | undefined): string {
  let current = id === undefined ? undefined : structures.get(id)
  for (let depth = 0; depth < 10; depth++) {
    const on: string | undefined = current?.declared.on
    const below = on === undefined ? undefined : structures.get(on)
    if (below === undefined) break
    current = below
  }
  return current?.declared.site ?? current?.id ?? ''
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

type Step = ReturnType<typeof partsOfStep>

function termination({ name: id, number }: Step, cable: string, core: number, offset: number): Termination {
  const point = number === undefined ? `${cable}:${pad(core + offset)}` : `p${number + offset}`
  return { structure: id, point }
}

/** `cable:c-utara-1:strand:07`; with its two ends behind it where it is cut midway. */
export function strandId({ cable, core, from, to, whole }: Strand): string {
  const name = `cable:${cable}:strand:${pad(core)}`
  if (whole) return name
  return `${name}:${[from.structure, to.structure].sort().join('--')}`
}

function pad(core: number): string {
  return String(core).padStart(2, '0')
}
