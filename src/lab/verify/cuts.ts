import type { Elements } from '../../analysis/graph/elements.ts'
import { inParallel } from '../run.ts'
import { providerNamespace, type Wire } from '../boot/blueprint.ts'
import type { Running } from '../boot/running.ts'

/** One thing done to the running network, and how it is taken back. */
export interface Cut {
  readonly at: string
  readonly break: string
  readonly heal: string
  /** Whoever is at the other end sees no loss of carrier. */
  readonly silent: boolean
}

/**
 * What fails of the running network when these elements do: the cable of a link is pulled, every port of a dead router
 * goes dark, and a provider stops joining the two halves of a circuit or an uplink while both its ends stay lit.
 */
export function cutsOf({ blueprint }: Pick<Running, 'blueprint'>, elements: Elements, down: Iterable<number>): Cut[] {
  const { routers, links, tunnels, uplinks, firstLink, firstTunnel, firstUplink } = elements
  const wires = new Map(blueprint.wires.map(wire => [`${wire.kind} ${wire.id}`, wire]))
  const dead = new Set(
    [...down].filter(element => element < firstLink).map(element => routers[element]?.router.id ?? ''),
  )
  const dark = [...dead].flatMap(router =>
    blueprint.wires
      .flatMap(({ a, b }) => [a, b])
      .filter(({ at }) => at === router)
      .map(({ at, name }) => pulled(at, name)),
  )
  const others = [...down]
    .filter(element => element >= firstLink)
    .flatMap((element): Cut[] => {
      const wire =
        element < firstTunnel
          ? wires.get(`fibre ${links[element - firstLink]?.route.id}`)
          : element < firstUplink
            ? wires.get(`tunnel ${tunnels[element - firstTunnel]?.id}`)
            : wires.get(`uplink ${uplinks[element - firstUplink]?.uplink.id}`)
      if (wire === undefined || dead.has(wire.a.at) || dead.has(wire.b.at)) return []
      return [wire.bridge === undefined ? pulled(wire.a.at, wire.a.name) : parted(wire.bridge)]
    })
  return [...dark, ...others]
}

function pulled(at: string, name: string): Cut {
  return { at, break: `link set ${name} down`, heal: `link set ${name} up`, silent: false }
}

function parted(bridge: NonNullable<Wire['bridge']>): Cut {
  return {
    at: providerNamespace,
    break: `link set ${bridge}a nomaster`,
    heal: `link set ${bridge}a master ${bridge}`,
    silent: true,
  }
}

export async function apply(
  { runner, namespace }: Running,
  cuts: readonly Cut[],
  what: 'break' | 'heal',
): Promise<void> {
  const byPlace = [...Map.groupBy(cuts, ({ at }) => at)]
  await inParallel(byPlace, 4, ([at, own]) =>
    runner.batch(
      namespace(at),
      own.map(cut => cut[what]),
    ),
  )
}

/** Takes back whatever an earlier command left broken when it was ended in the middle; what is whole stays as it is. */
export async function healAll(lab: Running): Promise<void> {
  const { blueprint } = lab
  const pulledOut = blueprint.wires
    .flatMap(({ kind, a, b }) => (kind === 'fibre' || kind === 'segment' || kind === 'stub' ? [a, b] : [a]))
    .filter(({ at }) => !at.startsWith('.'))
    .map(({ at, name }) => pulled(at, name))
  await apply(
    lab,
    [...pulledOut, ...blueprint.wires.flatMap(({ bridge }) => (bridge === undefined ? [] : [parted(bridge)]))],
    'heal',
  )
}
