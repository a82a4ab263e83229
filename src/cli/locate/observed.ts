import type { Analysis } from '../../analysis/analysis.ts'
import type { Component } from '../../analysis/graph/component.ts'
import { calledBy, componentsNamed, namesLike } from '../../analysis/graph/names.ts'
import type { LinkState, Observation } from '../../analysis/locate/observation.ts'
import { nearHint } from '../near.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Stated } from './states.ts'
import { wordsOf } from '../what-if/wanted.ts'

interface Asked {
  readonly down: readonly string[]
  readonly up: readonly string[]
  readonly unknown: readonly string[]
  readonly links: readonly string[]
}

/**
 * What somebody at the NOC has written down, and what a feed says. Routers go by their site's name too, by an agency
 * there, and circuits by the provider's reference. Without `--up` and a feed everything that is not down or unknown
 * counts as up; with one of the two the rest is unknown. Links are known only where they are named.
 */
export function observed(analysis: Analysis, asked: Asked, feed: readonly Stated[] | undefined): Observation | Refusal {
  const { elements } = analysis
  const nodes = new Map<number, boolean | undefined>()
  const links: LinkState[] = []
  const told = statesOf(asked)
  if (isRefusal(told)) return told
  for (const { word, state } of [...told, ...(feed ?? [])]) {
    const seen = seenThing(analysis, word)
    if (isRefusal(seen)) return seen
    const up = state === 'up' ? true : state === 'down' ? false : undefined
    if (seen.kind !== 'router') {
      if (up !== undefined)
        links.push({
          name: seen.name,
          elements: [...seen.elements].filter(element => element >= elements.firstLink),
          up,
        })
      continue
    }
    const router = elements.routerOf.get(seen.id) ?? -1
    if (up !== undefined && nodes.get(router) === !up)
      return refuse(`${seen.id} hidup dan mati sekaligus`, `${seen.id} is up and down at the same time`)
    nodes.set(router, up)
  }
  const isRestUp = asked.up.length === 0 && feed === undefined
  const known = [...elements.routers.keys()].map((router): [number, boolean | undefined] => [
    router,
    nodes.has(router) ? nodes.get(router) : isRestUp || undefined,
  ])
  return {
    nodes: new Map(known.flatMap(([router, up]) => (up === undefined ? [] : [[router, up]]))),
    links,
  }
}

function statesOf({ down, up, unknown, links }: Asked): Stated[] | Refusal {
  const told: Stated[] = [
    ...wordsOf(down).map(word => ({ word, state: 'down' as const })),
    ...wordsOf(up).map(word => ({ word, state: 'up' as const })),
    ...wordsOf(unknown).map(word => ({ word, state: 'unknown' as const })),
  ]
  for (const text of wordsOf(links)) {
    const [, word, state] = /^(.*):(up|down)$/.exec(text) ?? []
    if (word === undefined)
      return refuse(`--links ${text}: tulis ID:up atau ID:down`, `--links ${text}: write ID:up or ID:down`)
    told.push({ word, state: state === 'up' ? 'up' : 'down' })
  }
  return told
}

const seenKinds = ['router', 'route', 'circuit', 'tunnel', 'uplink']

/** A router, or something whose ends tell whether it is up. */
function seenThing(analysis: Analysis, word: string): Component | Refusal {
  const [found] = [...componentsNamed(analysis, word), ...calledBy(analysis, word)].filter(({ kind }) =>
    seenKinds.includes(kind),
  )
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
