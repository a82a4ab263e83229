import type { FibreRoute, Network, PortEnd } from '../../model/network.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { structureName } from '../words.ts'
import { anchorOf, cableLines } from './places.ts'
import { walks, type Step, type Walk } from './walks.ts'

export const pathNotConnected = rule({
  code: 'PLT004',
  name: 'path-not-connected',
  severity: 'error',
  title: { id: 'Jalur rute tidak bersambung', en: "A route's path is not a connected walk" },
  *check({ network }) {
    for (const walk of walks(network)) {
      const fault = walk.isWhole ? faultOf(network, walk) : undefined
      if (fault !== undefined)
        yield { at: fault.at, facts: { route: walk.route.id, fault: fault.words }, about: [walk.route] }
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
function faultOf(network: Network, { route, steps }: Walk): Fault | undefined {
  for (const [i, step] of steps.entries()) {
    const fault = i === 0 ? undefined : jointFault(network, steps[i - 1]!, step)
    if (fault !== undefined) return fault
  }
  return endFault(network, route, route.a, steps[0]) ?? endFault(network, route, route.b, steps.at(-1))
}

function jointFault(network: Network, before: Step, step: Step): Fault | undefined {
  if (before.kind === 'strand' && step.kind === 'strand') {
    return {
      at: step.at,
      words: {
        id: `di antara kabel ${before.cable.id} dan ${step.cable.id} tidak ada closure atau ODF`,
        en: `there is no closure or ODF between cables ${before.cable.id} and ${step.cable.id}`,
      },
    }
  }
  if (before.kind === 'structure' && step.kind === 'structure') {
    if (anchorOf(before.structure) === anchorOf(step.structure)) return undefined
    return {
      at: step.at,
      words: {
        id: `tidak ada kabel antara ${before.structure.id} dan ${step.structure.id}`,
        en: `there is no cable between ${before.structure.id} and ${step.structure.id}`,
      },
    }
  }
  const [strand, other] = before.kind === 'strand' ? [before, step] : [step, before]
  if (strand.kind !== 'strand' || other.kind !== 'structure') return undefined
  const line = cableLines(network).get(strand.cable.id)
  if (line === undefined || line.brokenAt !== undefined || line.position.has(anchorOf(other.structure)))
    return undefined
  return {
    at: step.at,
    words: {
      id: `kabel ${strand.cable.id} tidak melewati ${structureName(other.structure).id}`,
      en: `cable ${strand.cable.id} does not pass ${structureName(other.structure).en}`,
    },
  }
}

/** A path begins and ends at an ODF; where the ODF names its site, at the site of the router there. */
function endFault(network: Network, route: FibreRoute, end: PortEnd, step: Step | undefined): Fault | undefined {
  const side = end === route.a ? 'a' : 'b'
  if (step === undefined) return undefined
  if (step.kind === 'strand' || step.structure.declared.kind !== 'odf') {
    return { at: step.at, words: { id: `ujung ${side} bukan port ODF`, en: `end ${side} is not a port of an ODF` } }
  }
  const site = siteOf(network, anchorOf(step.structure))
  if (site === undefined || site === end.router.siteId) return undefined
  return {
    at: inside(step.at),
    words: {
      id: `ujung ${side} ada di ${site}, sedangkan router ${end.router.id} ada di ${end.router.siteId}`,
      en: `end ${side} lies at ${site}, yet router ${end.router.id} stands at ${end.router.siteId}`,
    },
  }
}

function siteOf(network: Network, anchor: string): string | undefined {
  return anchor.startsWith('site ') ? anchor.slice('site '.length) : network.structures.get(anchor)?.declared.site
}
