import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Network, Router } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import type { Platform, PortModel } from '../../model/platform.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Source } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import type { Edited, Refused } from '../edited.ts'
import { freeCores, freeOdfPorts, freePorts } from './free.ts'
import { chosenOptic, opticsOf } from './light.ts'
import { lacking, refusal, withFiles, type Making } from './outcome.ts'

/**
 * A route between two routers: a patch cord inside one site, else a pair of cores of the cable that joins their ODFs.
 */
export function newRoute(making: Making, platforms: ReadonlyMap<string, Platform>): Edited | Refused {
  const { network, wish } = making
  const missing = lacking(wish, ['a', 'b'])
  if (missing !== undefined) return missing
  const [a, b] = [network.routers.get(wish.a ?? ''), network.routers.get(wish.b ?? '')]
  if (a === undefined || b === undefined || a === b)
    return refusal(
      `--a ${wish.a} --b ${wish.b}: dua router yang ada`,
      `--a ${wish.a} --b ${wish.b}: two routers that are there`,
    )
  const ports = portPairs(network, a, b, a.siteId === b.siteId ? 'any' : 'light')
  if (ports.length === 0)
    return refusal(
      `tidak ada port bebas yang sama cepat di ${a.id} dan ${b.id}`,
      `no free ports of one speed at ${a.id} and ${b.id}`,
    )
  return a.siteId === b.siteId ? patch(making, a, b, ports) : lit({ making, a, b, ports, platforms })
}

export interface PortPair {
  readonly a: PortModel
  readonly b: PortModel
}

/** The first free ports of each speed that both ends have, the fastest first. */
function portPairs(network: Network, a: Router, b: Router, media: 'any' | 'light'): PortPair[] {
  const [ofA, ofB] = [a, b].map(router =>
    freePorts(network, router).filter(({ medium }) => media === 'any' || medium !== 'copper'),
  )
  const speeds = [...new Set((ofA ?? []).map(({ speedMbps }) => speedMbps))].toSorted((x, y) => y - x)
  return speeds.flatMap(speed => {
    const at = (ports: readonly PortModel[] = []): PortModel[] => ports.filter(({ speedMbps }) => speedMbps === speed)
    const pairs = at(ofA).flatMap(one =>
      at(ofB)
        .filter(other => other.medium === one.medium)
        .map(other => ({ a: one, b: other })),
    )
    return pairs.slice(0, 1)
  })
}

function patch({ sources, wish }: Making, a: Router, b: Router, [pair]: readonly PortPair[]): Edited | Refused {
  if (pair === undefined) return refusal('tidak ada port', 'no port')
  const text =
    `- { route: ${wish.id}, a: { router: ${a.id}, port: ${pair.a.name} }, b: { router: ${b.id}, ` +
    `port: ${pair.b.name} }, speed_mbps: ${pair.a.speedMbps}, patch_m: 10 }\n`
  return withFiles(sources, [{ path: `routes/${wish.id}.yaml`, text }], [portRemark(a, b, pair)])
}

interface Lighting {
  readonly making: Making
  readonly a: Router
  readonly b: Router
  readonly ports: readonly PortPair[]
  readonly platforms: ReadonlyMap<string, Platform>
}

function lit({ making, a, b, ports, platforms }: Lighting): Edited | Refused {
  const { network, sources, wish } = making
  const cables = cablesBetween(network, a.siteId, b.siteId)
  if (cables.length === 0)
    return refusal(
      `tidak ada kabel dari ODF ${a.siteId} ke ODF ${b.siteId}`,
      `no cable runs from an ODF of ${a.siteId} to one of ${b.siteId}`,
    )
  const tried = ports.flatMap(pair => opticsOf(network, pair.a.speedMbps).map(optic => ({ pair, optic })))
  for (const { pair, optic } of tried) {
    const joined = cables.flatMap(cable => pathOver(network, cable, optic.strands)).at(0)
    if (joined === undefined) continue
    const text = routeText({ id: wish.id, a, b, pair, optic, path: joined.path })
    const file: Source = { path: `routes/${wish.id}.yaml`, text }
    if (chosenOptic([optic], wish.id, platforms, () => [...sources, file]) === undefined) continue
    return withFiles(sources, [file], [portRemark(a, b, pair), joined.remark, opticRemark(optic)])
  }
  return refusal(
    `tidak ada core atau port ODF bebas di ${cables.map(({ id }) => id).join(', ')}, atau tidak ada optik yang menjangkau`,
    `no core or ODF port is free at ${cables.map(({ id }) => id).join(', ')}, or no class of optics reaches`,
  )
}

interface Joining {
  readonly id: string
  readonly odfA: string
  readonly odfB: string
  readonly free: number
}

/** Cables that pass an ODF of each site, those with most free cores first. */
function cablesBetween(network: Network, a: string, b: string): Joining[] {
  return [...planPlant(network).cables.values()]
    .filter(({ cable, broken }) => cable.declared.status === 'active' && broken === undefined)
    .flatMap(({ cable, stations, freeCores: free }): Joining[] => {
      const odfOf = (site: string): string | undefined =>
        stations.find(({ structure }) => structure.declared.kind === 'odf' && structure.site?.id === site)?.structure.id
      const [odfA, odfB] = [odfOf(a), odfOf(b)]
      return odfA === undefined || odfB === undefined ? [] : [{ id: cable.id, odfA, odfB, free }]
    })
    .toSorted((x, y) => y.free - x.free || byText<Joining>(({ id }) => id)(x, y))
}

function pathOver(
  network: Network,
  { id, odfA, odfB }: Joining,
  strands: 1 | 2,
): { readonly path: string[]; readonly remark: Bilingual }[] {
  const core = freeCores(network, id, strands)
  const [portA, portB] = [odfA, odfB].map(odf => freeOdfPorts(network, odf, strands))
  if (core === undefined || portA === undefined || portB === undefined) return []
  return [
    {
      path: [`${odfA}/${portA}`, `${id}/${core}`, `${odfB}/${portB}`],
      remark: {
        id: `core ${id}/${core}${strands === 2 ? ` dan ${core + 1}` : ''}: yang pertama bebas; ODF ${odfA}/${portA} dan ${odfB}/${portB}`,
        en:
          `core ${id}/${core}${strands === 2 ? ` and ${core + 1}` : ''}: the first that is free; ` +
          `ODF ${odfA}/${portA} and ${odfB}/${portB}`,
      },
    },
  ]
}

interface RouteParts {
  readonly id: string
  readonly a: Pick<Router, 'id'>
  readonly b: Pick<Router, 'id'>
  readonly pair: PortPair
  readonly optic: Optic
  readonly path: readonly string[]
}

export function routeText({ id, a, b, pair, optic, path }: RouteParts): string {
  return `# yaml-language-server: $schema=../../.serat/schema/route.json
route: ${id}
a: { router: ${a.id}, port: ${pair.a.name}, optic: ${optic.id} }
b: { router: ${b.id}, port: ${pair.b.name}, optic: ${optic.mate} }
speed_mbps: ${pair.a.speedMbps}
path: [${path.join(', ')}]
`
}

export function portRemark(a: Pick<Router, 'id'>, b: Pick<Router, 'id'>, pair: PortPair): Bilingual {
  return {
    id: `port ${a.id} ${pair.a.name} dan ${b.id} ${pair.b.name}: bebas, ${pair.a.speedMbps} Mbit/s di kedua ujung`,
    en: `ports ${a.id} ${pair.a.name} and ${b.id} ${pair.b.name}: free, ${pair.a.speedMbps} Mbit/s at both ends`,
  }
}

export function opticRemark({ id, mate, reachKm }: Optic): Bilingual {
  const name = id === mate ? id : `${id}/${mate}`
  return {
    id: `optik ${name}: jangkauan terpendek (${reachKm} km) yang mencukupi`,
    en: `optics ${name}: the shortest reach (${reachKm} km) that is enough`,
  }
}
