import { whereaboutsOf, type Whereabouts } from '../../noc/whereabouts.ts'
import type { Told } from './told.ts'

/** Where the likeliest explanation may lie: of what says the same, the places that are known. */
export function suspectsOf({ plan, answer }: Told): Whereabouts[] {
  const likeliest = answer.ranked[0]?.explanation ?? answer.exact.explanations[0]
  return (likeliest?.members ?? []).flatMap(({ components }) =>
    components.flatMap(component => whereaboutsOf(plan, component) ?? []),
  )
}
