import type { Analysis } from '../../analysis/analysis.ts'
import type { Component } from '../../analysis/graph/component.ts'
import { componentsNamed, namesLike } from '../../analysis/graph/names.ts'
import type { LinkState, Observation } from '../../analysis/locate/observation.ts'
import { nearHint } from '../near.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import { wordsOf } from '../what-if/wanted.ts'

interface Asked {
  readonly down: readonly string[]
  readonly up: readonly string[]
  readonly links: readonly string[]
}

/**
 * What somebody at the NOC has written down. Routers go by their site's name too. Without `--up` everything that is not down counts as up;
 * with it the rest is unknown. Links are known only where they are named.
 */
export function observed(analysis: Analysis, asked: Asked): Observation | Refusal {
  const { elements } = analysis
  const nodes = new Map<number, boolean>()
  const links: LinkState[] = []
  for (const { word, up } of statesOf(asked)) {
    if (up === undefined)
      return refuse(`--links ${word}: tulis ID:up atau ID:down`, `--links ${word}: write ID:up or ID:down`)
    const seen = seenThing(analysis, word)
    if (isRefusal(seen)) return seen
    if (seen.kind !== 'router')
      links.push({ elements: [...seen.elements].filter(element => element >= elements.firstLink), up })
    else if (nodes.get(seen.elements[0] as number) === !up)
      return refuse(`${seen.id} hidup dan mati sekaligus`, `${seen.id} is up and down at the same time`)
    else nodes.set(elements.routerOf.get(seen.id) as number, up)
  }
  if (asked.up.length === 0)
    for (const router of elements.routers.keys()) if (!nodes.has(router)) nodes.set(router, true)
  return { nodes, links }
}

interface Stated {
  readonly word: string
  readonly up: boolean | undefined
}

function statesOf({ down, up, links }: Asked): Stated[] {
  return [
    ...wordsOf(down).map(word => ({ word, up: false })),
    ...wordsOf(up).map(word => ({ word, up: true })),
    ...wordsOf(links).map(text => {
      const [, word = text, state] = /^(.*):(up|down)$/.exec(text) ?? []
      return { word, up: state === undefined ? undefined : state === 'up' }
    }),
  ]
}

const seenKinds = ['router', 'route', 'circuit', 'tunnel', 'uplink']

/** A router, or something whose ends tell whether it is up. */
function seenThing(analysis: Analysis, word: string): Component | Refusal {
  const [found] = componentsNamed(analysis, word).filter(({ kind }) => seenKinds.includes(kind))
  if (found !== undefined) return found
  const near = nearHint(
    word,
    namesLike(analysis, word).filter(
      name => !name.includes(':') || seenKinds.some(kind => name.startsWith(`${kind}:`)),
    ),
  )
  return refuse(
    `tidak ada situs, router, rute, sirkuit atau uplink \`${word}\` yang aktif${near.id}`,
    `there is no active site, router, route, circuit or uplink \`${word}\`${near.en}`,
  )
}
