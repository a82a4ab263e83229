import type { Network, Router, Structure } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import type { Platform, RouterModel } from '../../model/platform.ts'
import type { Source } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import { freeOdfPorts, freePorts } from './free.ts'
import { chosenOptic, opticsOf } from './light.ts'
import { mostUsed, refusal, withFiles, yamlText, type Making } from './outcome.ts'
import { placeOf, siteFiles, type NewPlace } from './place.ts'
import { inTheWay, polesRemark, spacing, stretch } from './poles.ts'
import { opticRemark, portRemark, routeText, type PortPair } from './route.ts'

/** A site on fibre of its own from the hub: poles, cable, ODF, cores, ports, optics. */
export function newSite(making: Making, platforms: ReadonlyMap<string, Platform>): Edited | Refused {
  const { network, wish } = making
  const place = placeOf(making, 'fibre')
  if (!('point' in place)) return place
  const radiusKm = network.declared.fibreRadiusKm
  if (place.distanceM > radiusKm * 1000)
    return refusal(
      `${(place.distanceM / 1000).toFixed(1)} km dari pusat, di luar radius ${radiusKm} km: serat new leased-site`,
      `${(place.distanceM / 1000).toFixed(1)} km from the hub, outside the radius of ${radiusKm} km: serat new leased-site`,
    )
  const everyM = spacing(wish.everyM)
  if (everyM === undefined) return refusal('--every-m: 10 sampai 500', '--every-m: 10 to 500')
  const model = network.platforms.get(place.platform)?.models[place.model]
  if (model === undefined)
    return refusal(`--model ${place.model}: lihat serat show models`, `--model ${place.model}: see serat show models`)
  const ends = endsAtHub(network, model)
  if (ends.length === 0)
    return refusal(
      `tidak ada port serat bebas di router inti yang sama cepat dengan ${place.model}`,
      `no core has a free port for fibre as fast as one of ${place.model}`,
    )
  return written({ making, place, ends, everyM, platforms })
}

interface End {
  readonly core: Router
  readonly odf: Structure
  readonly pair: PortPair
}

/**
 * Free ports of cores that the site's router has the like of, the core with most free ports first, the fastest first.
 */
function endsAtHub(network: Network, model: RouterModel): End[] {
  const odfs = [...network.structures.values()].filter(
    ({ declared, site }) => declared.kind === 'odf' && declared.status === 'active' && site?.id === network.hub.id,
  )
  const odf = odfs.find(({ id }) => freeOdfPorts(network, id, 2) !== undefined)
  if (odf === undefined) return []
  const cores = network.hub.cores
    .map(core => ({ core, free: freePorts(network, core).filter(({ medium }) => medium !== 'copper') }))
    .toSorted((a, b) => b.free.length - a.free.length)
  return cores.flatMap(({ core, free }) => {
    const fastFirst = free.toSorted((a, b) => b.speedMbps - a.speedMbps)
    return fastFirst.flatMap((a): End[] => {
      const b = model.ports.find(
        port => port.name !== model.trunk && port.medium === a.medium && port.speedMbps === a.speedMbps,
      )
      return b === undefined ? [] : [{ core, odf, pair: { a, b } }]
    })
  })
}

interface Writing {
  readonly making: Making
  readonly place: NewPlace
  readonly ends: readonly End[]
  readonly everyM: number
  readonly platforms: ReadonlyMap<string, Platform>
}

function written({ making, place, ends, everyM, platforms }: Writing): Edited | Refused {
  const { network, sources, wish } = making
  const type = mostUsed([...network.cables.values()].map(cable => cable.type.id)) ?? [...network.cableTypes.keys()][0]
  if (type === undefined) return refusal('tidak ada jenis kabel di plant/', 'plant/ declares no type of cable')
  const speeds = new Set(ends.map(({ pair }) => pair.a.speedMbps))
  for (const speed of speeds) {
    const end = ends.find(({ pair }) => pair.a.speedMbps === speed)
    if (end === undefined) continue
    const poles = stretch(wish.id, end.odf, { id: `odf-${wish.id}`, point: place.point }, everyM)
    const standing = inTheWay(network, poles)
    if (standing !== undefined) return standing
    const files = (optic: Optic): Source[] | undefined => {
      const port = freeOdfPorts(network, end.odf.id, optic.strands)
      if (port === undefined) return undefined
      const path = [`${end.odf.id}/${port}`, `c-${wish.id}/1`, `odf-${wish.id}/1`]
      const route = routeText({ id: `${wish.id}-1`, a: end.core, b: { id: wish.id }, pair: end.pair, optic, path })
      return [
        ...siteFiles(making, place, 'opd', 'active'),
        { path: `plant/${wish.id}.yaml`, text: plantText(wish.id, wish.name ?? wish.id, type, poles) },
        { path: `routes/${wish.id}-1.yaml`, text: route },
      ]
    }
    const whole = (optic: Optic): Source[] | undefined => {
      const own = files(optic)
      return own === undefined ? undefined : [...sources, ...own]
    }
    const optic = chosenOptic(opticsOf(network, speed), `${wish.id}-1`, platforms, whole)
    if (optic === undefined) continue
    return withFiles(sources, files(optic) ?? [], [
      polesRemark(poles.poles, everyM),
      portRemark(end.core, { id: wish.id }, end.pair),
      odfRemark(end.odf.id, freeOdfPorts(network, end.odf.id, optic.strands) ?? 0),
      opticRemark(optic),
    ])
  }
  const [all, km] = [[...speeds].join(', '), (place.distanceM / 1000).toFixed(1)]
  return refusal(
    `tidak ada kelas optik ${all} Mbit/s yang menjangkau ${km} km, ` +
      'atau tidak ada port ODF bebas untuknya: serat show optics, serat show odf',
    `no class of optics of ${all} Mbit/s reaches ${km} km, or no ODF port is free for it: serat show optics, serat show odf`,
  )
}

function odfRemark(odf: string, port: number): { readonly id: string; readonly en: string } {
  return { id: `ODF ${odf}/${port}: port pertama yang bebas`, en: `ODF ${odf}/${port}: the first port that is free` }
}

function plantText(
  id: string,
  name: string,
  type: string,
  { structures, run, spans }: ReturnType<typeof stretch>,
): string {
  return `# yaml-language-server: $schema=../../.serat/schema/plant.json
plant: ${id}
name: ${yamlText(name)}

structures:
  - { id: odf-${id}, kind: odf, site: ${id}, ports: 12 }
${structures}
runs:
${run}
cables:
  - { id: c-${id}, type: ${type}, spans: [${spans}], tails_m: { start: 15, end: 15 } }
`
}
