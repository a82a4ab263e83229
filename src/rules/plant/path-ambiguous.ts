import type { Span } from '../../model/network.ts'
import { partsOfStep } from '../../model/strands.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { RouteFault, RoutePlan } from '../../plan/plant/plant-plan.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isLive } from '../live.ts'

export const pathAmbiguous = rule({
  code: 'PLT013',
  name: 'path-ambiguous',
  severity: 'error',
  title: {
    id: 'Jalur rute yang dapat berarti dua arah',
    en: "A route's path that can be read as two ways",
  },
  *check({ network }) {
    for (const { route, steps, broken } of planPlant(network).routes.values()) {
      if (broken?.kind !== 'ambiguous' || !isLive(route)) continue
      yield {
        at: inside(route.origin, 'path', broken.step),
        facts: { route: route.id, ...turnOf(route.declared.path ?? [], steps, broken) },
        about: [route],
      }
    }
  },
  message: ({ route, cable, from, to, ways }) => ({
    id: `rute ${route} tidak menyebut arahnya: kabel ${cable} dari ${from} ke ${to} dapat lewat ${ways.join(', atau lewat ')}`,
    en: `route ${route} does not say which way it goes: cable ${cable} runs from ${from} to ${to} over ${ways.join(', or over ')}`,
  }),
  hint: ({ examples }) => ({
    id: `sebut satu bentang di antara dua penyebutan core-nya: ${examples.join(', atau ')}`,
    en: `name a span between two namings of its core: ${examples.join(', or ')}`,
  }),
})

interface Turn {
  readonly cable: string
  readonly from: string
  readonly to: string
  readonly ways: readonly string[]
  /** The part of the path, written so that it means one way. */
  readonly examples: readonly string[]
}

function turnOf(
  path: readonly string[],
  steps: RoutePlan['steps'],
  { step, ways }: Extract<RouteFault, { kind: 'ambiguous' }>,
): Turn {
  const at = steps.find(({ index }) => index === step)
  const [from = '', core = ''] = [path[step - 1], path[step]]
  const to = path.slice(step + 1).find((text, i, rest) => rest[i + 1] !== core && text !== core) ?? ''
  const over = ways.map((way, i) => ({
    way,
    own: ownSpan(
      way,
      ways.filter((_, other) => other !== i),
    ),
  }))
  return {
    cable: at?.kind === 'strand' ? at.cable.id : '',
    from: partsOfStep(from).name,
    to: partsOfStep(to).name,
    ways: over.map(({ way }) => rangeOf(way)),
    examples: over.flatMap(({ own }) => (own === undefined ? [] : [`[${from}, ${core}, ${own}, ${core}, ${to}]`])),
  }
}

/** A span that this way has alone. */
function ownSpan(way: readonly Span[], others: readonly (readonly Span[])[]): string | undefined {
  return way.find(({ id }) => others.every(other => other.every(span => span.id !== id)))?.id
}

function rangeOf(way: readonly Span[]): string {
  const ids = way.map(({ id }) => id)
  return ids.length <= 3 ? ids.join(', ') : `${ids[0]}, ${ids[1]}, …, ${ids.at(-1)}`
}
