import type { PlantValue, RouteValue } from '../inventory/value.ts'
import { metresBetween, onTheWay, pointOf, type Spot } from './geometry.ts'
import { between, type Random } from './random.ts'

/** A plant area while it grows. */
export interface PlantDraft {
  readonly id: string
  readonly structures: NonNullable<PlantValue['structures']>[number][]
  readonly spans: NonNullable<PlantValue['spans']>[number][]
  readonly cables: NonNullable<PlantValue['cables']>[number][]
  readonly slack: NonNullable<PlantValue['slack']>[number][]
  readonly splices: NonNullable<PlantValue['splices']>[number][]
}

export function plantDraft(id: string): PlantDraft {
  return { id, structures: [], spans: [], cables: [], slack: [], splices: [] }
}

export function plantOf({ id, ...lists }: PlantDraft): PlantValue {
  const { cables, splices, slack, structures, spans } = lists
  return {
    plant: id,
    name: `Area ${id}`,
    cables,
    ...(splices.length === 0 ? {} : { splices }),
    slack,
    structures,
    spans,
  }
}

/** An end of a cable: the structure, where it stands. */
export interface CableEnd {
  readonly structure: string
  readonly spot: Spot
}

export interface Strung {
  readonly cable: string
  readonly poles: readonly CableEnd[]
}

const poleEveryM = 45

/** Hangs a cable from end to end over poles of its own, with slack coils where the policy of Klaten wants them. */
export function hangCable(
  draft: PlantDraft,
  random: Random,
  cable: string,
  type: 'adss-12' | 'adss-24',
  from: CableEnd,
  to: CableEnd,
): Strung {
  const metres = metresBetween(from.spot, to.spot)
  const count = Math.max(1, Math.round(metres / poleEveryM))
  const poles = Array.from({ length: count - 1 }, (_, i): CableEnd => {
    const straight = onTheWay(from.spot, to.spot, (i + 1) / count)
    return {
      structure: `p-${draft.id}-${numbered(draft.structures.length + i)}`,
      spot: { east: straight.east + between(random, -6, 6), north: straight.north + between(random, -6, 6) },
    }
  })
  draft.structures.push(
    ...poles.map(({ structure, spot }) => ({ id: structure, kind: 'pole' as const, at: pointOf(spot) })),
  )
  const nodes = [from, ...poles, to]
  const first = draft.spans.length
  const names = nodes.slice(1).map((node, i) => {
    const id = `sp-${draft.id}-${numbered(first + i)}`
    draft.spans.push({ id, kind: 'aerial', from: nodes[i]?.structure ?? '', to: node.structure })
    return id
  })
  const spans = names.length === 1 ? [names[0] ?? ''] : [`${names[0]}..${names.at(-1)}`]
  const marks = draft.cables.length % 2 === 0 ? {} : { marksM: { start: 12, end: Math.round(metres * 1.04) + 40 } }
  draft.cables.push({ id: cable, type, spans, ...marks, tailsM: { start: 15, end: 15 }, built: '2021-03-11' })
  poles.forEach(({ structure }, i) => {
    if (i % 12 === 4)
      draft.slack.push({ id: `sl-${draft.id}-${numbered(draft.slack.length)}`, cable, at: structure, lengthM: 20 })
  })
  return { cable, poles }
}

function numbered(index: number): string {
  return String(index + 1).padStart(4, '0')
}

export const cableTypes: PlantValue = {
  plant: 'types',
  name: 'Jenis kabel',
  cableTypes: (
    [
      ['adss-12', 12, 6],
      ['adss-24', 24, 12],
      ['adss-48', 48, 12],
    ] as const
  ).map(([id, cores, coresPerTube]) => ({
    id,
    name: `ADSS ${cores} core G.652.D`,
    cores,
    coresPerTube,
    helixPercent: 0.4,
    installationPercent: 1.2,
    lossDbPerKm: { nm1310: 0.36, nm1490: 0.36, nm1550: 0.22 },
  })),
}

/** A route of light over one core of each cable that it passes. */
export interface LinkShape {
  readonly id: string
  readonly a: { readonly router: string; readonly port: string }
  readonly b: { readonly router: string; readonly port: string }
  readonly path: readonly string[]
  readonly ring?: string
}

export function routeValue({ id, a, b, path, ring }: LinkShape): RouteValue {
  return {
    route: id,
    name: `${a.router} - ${b.router}`,
    a: { router: a.router, port: a.port, optic: 'bx20-d' },
    b: { router: b.router, port: b.port, optic: 'bx20-u' },
    speedMbps: 1000,
    path: [...path],
    ...(ring === undefined ? {} : { ring }),
  }
}
