import type { Analysis } from '../../analysis/analysis.ts'
import type { Component } from '../../analysis/graph/component.ts'
import { askAfter } from '../../analysis/graph/failure.ts'
import { calledBy, componentsNamed, namesLike, peoplesNames } from '../../analysis/graph/names.ts'
import { answers, type LinkState, type Observation } from '../../analysis/locate/observation.ts'
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

/** An observation, and what the feed names that is nothing of this network in service. */
interface Observed {
  readonly observation: Observation
  readonly strangers: readonly string[]
}

/**
 * What somebody at the NOC has written down, and what a feed says. Routers go by their site's name too, by an agency
 * there, and circuits by the provider's reference. Without `--up` and a feed everything that is not down or unknown,
 * nor hangs on what is down, counts as up; with one of the two the rest is unknown. Links are known only where they are
 * named. A feed may name what this inventory does not have; a person is asked.
 */
export function observed(analysis: Analysis, asked: Asked, feed: readonly Stated[] | undefined): Observed | Refusal {
  const told = statesOf(asked)
  if (isRefusal(told)) return told
  const seen = new Map<string, Seen>()
  for (const stated of told) {
    const things = seenThings(analysis, stated.word)
    const contrary = isRefusal(things) ? things : note(seen, things, stated)
    if (contrary !== undefined) return contrary
  }
  const typedUnknown = new Set([...seen.values()].filter(({ up }) => up === undefined).map(({ thing }) => thing.name))
  const strangers: string[] = []
  for (const stated of feed ?? []) {
    const things = seenThings(analysis, stated.word)
    if (isRefusal(things)) {
      strangers.push(stated.word)
      continue
    }
    // Whoever takes a state of the feed for unknown knows why.
    const contrary = note(
      seen,
      things.filter(({ name }) => !typedUnknown.has(name)),
      stated,
    )
    if (contrary !== undefined) return contrary
  }
  const isRestUp = asked.up.length === 0 && feed === undefined
  return { observation: observationOf(analysis, [...seen.values()], isRestUp), strangers }
}

/** A router, or something whose ends tell whether it is up; undefined where that is not known. */
interface Seen {
  readonly thing: Component
  readonly up: boolean | undefined
}

function note(seen: Map<string, Seen>, things: readonly Component[], { state }: Stated): Refusal | undefined {
  const up = state === 'up' ? true : state === 'down' ? false : undefined
  for (const thing of things) {
    if (up !== undefined && seen.get(thing.name)?.up === !up)
      return refuse(`${thing.id} hidup dan mati sekaligus`, `${thing.id} is up and down at the same time`)
    seen.set(thing.name, { thing, up })
  }
  return undefined
}

function observationOf(analysis: Analysis, seen: readonly Seen[], isRestUp: boolean): Observation {
  const { elements } = analysis
  const links = seen.flatMap(({ thing, up }): LinkState[] => {
    if (thing.kind === 'router' || up === undefined) return []
    return [{ name: thing.name, elements: [...thing.elements].filter(element => element >= elements.firstLink), up }]
  })
  const fallen = seen.flatMap(({ thing, up }) => (up === false ? [Int32Array.from(thing.elements)] : []))
  const assumed = isRestUp ? answeringBeside(analysis, fallen) : []
  const nodes = new Map<number, boolean | undefined>(assumed.map(router => [router, true]))
  for (const { thing, up } of seen) {
    const router = thing.kind === 'router' ? elements.routerOf.get(thing.id) : undefined
    if (router !== undefined) nodes.set(router, up)
  }
  return {
    nodes: new Map([...nodes].flatMap(([router, up]) => (up === undefined ? [] : [[router, up]]))),
    links,
  }
}

/**
 * Routers that can answer although these are down: of the others, as of all where it is the hub that asks them, nobody
 * who names only those says that they do.
 */
function answeringBeside({ elements, whole }: Analysis, fallen: readonly Int32Array[]): number[] {
  const all = [...elements.routers.keys()]
  if (fallen.length === 0) return all
  return askAfter(whole.routing, fallen, routing =>
    all.filter(router => answers(routing, router) || !answers(whole.routing, router)),
  )
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

/**
 * Routers and links that a word means: one, or all of a range. What may be several things by its name is asked about.
 */
function seenThings(analysis: Analysis, word: string): readonly Component[] | Refusal {
  const isSeen = ({ kind }: Component): boolean => seenKinds.includes(kind)
  const meant = componentsNamed(analysis, word)
  const named = meant.filter(isSeen)
  if (named.length > 0) return named
  const called = calledBy(analysis, word).filter(isSeen)
  if (called.length === 1) return called
  if (called.length > 1) {
    const names = called.map(({ name }) => name).join(', ')
    return refuse(`\`${word}\` bisa berarti ${names}: yang mana?`, `\`${word}\` may mean ${names}: which of them?`)
  }
  const [cause] = meant
  if (cause !== undefined)
    return refuse(
      `${cause.name} adalah sebab, bukan sesuatu yang teramati: sebut situs, rute atau sirkuit yang tidak menjawab`,
      `${cause.name} is a cause, not something that is seen: name the sites, routes or circuits that do not answer`,
    )
  const near = nearHint(word, namesSeen(analysis, word, isSeen))
  return refuse(
    `tidak ada situs, router, rute, sirkuit atau uplink \`${word}\` yang aktif${near.id}`,
    `there is no active site, router, route, circuit or uplink \`${word}\`${near.en}`,
  )
}

function namesSeen(analysis: Analysis, word: string, isSeen: (one: Component) => boolean): string[] {
  if (word.includes(':'))
    return namesLike(analysis, word).filter(name => seenKinds.some(kind => name.startsWith(`${kind}:`)))
  return [...analysis.components.filter(isSeen).map(({ id }) => id), ...peoplesNames(analysis)]
}
