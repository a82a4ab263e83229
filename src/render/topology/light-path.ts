import type { FibreRoute, Network, Span } from '../../model/network.ts'
import { litFrom } from '../../model/strands.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Hop, PathStep } from '../../plan/plant/plant-plan.ts'

/** One strand between the two structures where a route enters and leaves it. */
export interface Strand {
  readonly cable: string
  readonly core: number
  readonly from: Termination
  readonly to: Termination
  /**
   * The whole cable, from its one end to its other; or a part of it between two places, with its first span where those
   * do not say which.
   */
  readonly section: 'whole' | 'part' | Span['id']
}

/** Where a strand ends: a port of an ODF, or the place of a cable's core in a closure. */
interface Termination {
  readonly structure: string
  readonly point: string
}

/**
 * The strands that a route lights, in the order of its path from `a` to `b`. An optic of two strands lights the core
 * that the path names and the next one, between the next ports.
 */
export function strandsOf(network: Network, route: FibreRoute): Strand[] {
  const plan = planPlant(network).routes.get(route.id)
  return (plan?.hops ?? []).flatMap(hop => {
    const { cable, core, step, lastStep } = hop
    const [before, after] = [step - 1, lastStep + 1].map(at => plan?.steps.find(({ index }) => index === at))
    return litFrom(route, core).map(
      (lit, offset): Strand => ({
        cable: cable.cable.id,
        core: lit,
        from: termination(before, hop, offset),
        to: termination(after, hop, offset),
        section: sectionOf(hop),
      }),
    )
  })
}

/** Which part of its cable a stretch takes; a place that the cable passes twice does not say it. */
function sectionOf({ cable, from, to, fromStation, toStation }: Hop): Strand['section'] {
  const ends = [fromStation, toStation].sort((a, b) => a - b)
  if (ends[0] === 0 && ends[1] === cable.stations.length - 1) return 'whole'
  const twice = [from, to].some(structure => (cable.stationsAt.get(placeOf(structure)) ?? []).length > 1)
  return twice ? (cable.spans[ends[0] ?? 0]?.plan.span.id ?? 'part') : 'part'
}

function termination(step: PathStep | undefined, { cable, core }: Hop, offset: number): Termination {
  if (step?.kind !== 'structure') return { structure: '', point: '' }
  const point = step.port === undefined ? `${cable.cable.id}:${pad(core + offset)}` : `p${step.port + offset}`
  return { structure: step.structure.id, point }
}

/** `cable:c-utara-1:strand:07`; with its two ends behind it where it is cut midway. */
export function strandId({ cable, core, from, to, section }: Strand): string {
  const name = `cable:${cable}:strand:${pad(core)}`
  if (section === 'whole') return name
  const ends = `${name}:${[from.structure, to.structure].sort().join('--')}`
  return section === 'part' ? ends : `${ends}:${section}`
}

function pad(core: number): string {
  return String(core).padStart(2, '0')
}
