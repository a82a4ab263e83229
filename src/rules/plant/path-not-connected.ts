import type { FibreRoute, Network } from '../../model/network.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { structureName, thingName } from '../../words/things.ts'
import { placeOf } from '../../plan/plant/place.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { PathStep, PlantPlan, RouteFault, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { isLive } from '../live.ts'

export const pathNotConnected = rule({
  code: 'PLT004',
  name: 'path-not-connected',
  severity: 'error',
  title: { id: 'Jalur rute tidak bersambung', en: "A route's path is not a connected walk" },
  *check({ network }) {
    const plant = planPlant(network)
    for (const plan of plant.routes.values()) {
      const { route, steps } = plan
      // A step that could not be loaded has a finding of its own.
      if (!isLive(route) || steps.length < (route.declared.path?.length ?? 0)) continue
      const fault = walkFault(plant, plan) ?? endFaultOf(network, plan)
      if (fault !== undefined) yield { at: fault.at, facts: { route: route.id, fault: fault.words }, about: [route] }
    }
  },
  message: ({ route, fault }) => ({
    id: `jalur rute ${route} terputus: ${fault.id}`,
    en: `the path of route ${route} is broken: ${fault.en}`,
  }),
  hint: () => ({
    id: 'jalur berjalan dari port ODF di ujung a ke port ODF di ujung b, bergantian struktur dan core kabel',
    en: 'a path walks from the ODF port at end a to the ODF port at end b, in turns a structure and the core of a cable',
  }),
})

interface Fault {
  readonly at: Place
  readonly words: Bilingual
}

/** The first fault along the walk; those behind it often follow from it. */
function walkFault(plant: PlantPlan, { route, steps, broken }: RoutePlan): Fault | undefined {
  const at = steps.findIndex(({ index }) => index === broken?.step)
  const [before, step, after] = [steps[at - 1], steps[at], steps[at + 1]]
  const words = broken === undefined || step === undefined ? undefined : wordsOf(plant, broken, { before, step, after })
  const turn = broken?.kind === 'not-on-cable' && before !== undefined && !isAt(before, broken) ? after : step
  return words === undefined || turn === undefined ? undefined : { at: inside(route.origin, 'path', turn.index), words }
}

function isAt(step: PathStep, fault: RouteFault): boolean {
  return fault.kind === 'not-on-cable' && step.kind === 'structure' && step.structure.id === fault.structure.id
}

interface Turn {
  readonly before: PathStep | undefined
  readonly step: PathStep
  readonly after: PathStep | undefined
}

/** Undefined where another finding says it: a cable whose spans do not join, a way that is not decided. */
function wordsOf({ cables }: PlantPlan, fault: RouteFault, { before, step, after }: Turn): Bilingual | undefined {
  if (step.kind === 'strand' && cables.get(step.cable.id)?.broken?.kind === 'spans-apart') return undefined
  switch (fault.kind) {
    case 'no-joint':
      return noJoint(step, before?.kind === 'strand' ? before : after)
    case 'no-cable':
      return {
        id: `tidak ada kabel antara ${nameOf(before)} dan ${nameOf(step)}`,
        en: `there is no cable between ${nameOf(before)} and ${nameOf(step)}`,
      }
    case 'not-on-cable':
      return {
        id: `kabel ${nameOf(step)} tidak melewati ${structureName(fault.structure).id}`,
        en: `cable ${nameOf(step)} does not pass ${structureName(fault.structure).en}`,
      }
    case 'not-on-the-way': {
      const name = fault.waypoint.kind === 'structure' ? structureName(fault.waypoint) : thingName(fault.waypoint)
      return {
        id: `di antara kedua struktur itu kabel ${nameOf(before)} tidak melewati ${name.id}`,
        en: `between those two structures cable ${nameOf(before)} does not pass ${name.en}`,
      }
    }
    case 'same-place':
      return {
        id: `kabel ${nameOf(step)} dimasuki dan ditinggalkan di tempat yang sama`,
        en: `cable ${nameOf(step)} is entered and left at one place`,
      }
    default:
      return undefined
  }
}

function noJoint(step: PathStep, beside: PathStep | undefined): Bilingual | undefined {
  if (beside === undefined) return undefined
  return {
    id: `di antara kabel ${nameOf(beside)} dan ${nameOf(step)} tidak ada closure atau ODF`,
    en: `there is no closure or ODF between cables ${nameOf(beside)} and ${nameOf(step)}`,
  }
}

function nameOf(step: PathStep | undefined): string {
  if (step === undefined) return ''
  if (step.kind === 'structure') return step.structure.id
  return step.kind === 'strand' ? step.cable.id : step.span.id
}

function endFaultOf(network: Network, { route, steps }: RoutePlan): Fault | undefined {
  return endFault(network, route, 'a', steps[0]) ?? endFault(network, route, 'b', steps.at(-1))
}

/** A path begins and ends at an ODF; where the ODF names its site, at the site of the router there. */
function endFault(network: Network, route: FibreRoute, side: 'a' | 'b', step: PathStep | undefined): Fault | undefined {
  if (step === undefined) return undefined
  const at = inside(route.origin, 'path', step.index)
  if (step.kind !== 'structure' || step.structure.declared.kind !== 'odf')
    return { at, words: { id: `ujung ${side} bukan port ODF`, en: `end ${side} is not a port of an ODF` } }
  const site = siteOf(network, placeOf(step.structure))
  const { router } = route[side]
  if (site === undefined || site === router.siteId) return undefined
  return {
    at,
    words: {
      id: `ujung ${side} ada di ${site}, sedangkan router ${router.id} ada di ${router.siteId}`,
      en: `end ${side} lies at ${site}, yet router ${router.id} stands at ${router.siteId}`,
    },
  }
}

function siteOf(network: Network, place: string): string | undefined {
  return place.startsWith('site ') ? place.slice('site '.length) : network.structures.get(place)?.declared.site
}
