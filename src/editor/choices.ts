import { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { freeCores, freePorts, freeVlan, odfUses } from '../edit/new/free.ts'
import { kindOfFile } from '../load/kinds.ts'
import { metaOf, scalarOf, unwrapped, valueAt } from '../load/schema-walk.ts'
import type { Kind } from '../model/kind.ts'
import { isKind } from '../model/kind.ts'
import type { Network, Router } from '../model/network.ts'
import { optics } from '../model/optics.ts'
import type { PortModel, RouterModel } from '../model/platform.ts'
import { platforms } from '../compile.ts'
import { planPlant } from '../plan/plant/plan-plant.ts'
import { portsText } from '../show/room.ts'
import type { Step } from '../source/source.ts'
import { own } from '../text/own.ts'
import { inEach } from '../words/catalogue.ts'
import { mbps } from '../words/figures.ts'
import { nounOf } from '../words/things.ts'
import { editorMessages as messages } from './messages.ts'
import { declared, dataOf, type Project } from './project.ts'

/** Something that may stand at the cursor. */
export interface Choice {
  readonly word: string
  /** What it is: the name of a thing, the speed of a port. */
  readonly detail: Bilingual
  /** Who knows the name of a thing but not its id types the name. */
  readonly name?: string
  /** What a key means, with an example. */
  readonly meaning?: Bilingual
  /** Chosen before others: what is free before what is not. */
  readonly rank: 0 | 1
}

export interface Asked {
  readonly project: Project
  readonly schema: z.core.$ZodType | undefined
  /** Plain data of the thing around, and the steps in it to the value. */
  readonly data: unknown
  readonly path: readonly Step[]
  /** Whose ports and cores are free; that of the last compilation unless given. */
  readonly network?: Network | undefined
  /** The word so far. */
  readonly typed?: string
}

/** Every value that the model, the inventory and the plan know for this place, the free ones first. */
export function choicesFor(asked: Asked): Choice[] {
  const inner = unwrapped(asked.schema)
  if (inner === undefined) return []
  const form = scalarOf(inner)
  const network = asked.network ?? asked.project.compilation.network
  if (form === 'port') return portChoices(asked, network)
  if (form === 'vlan') return vlanChoices(asked, network)
  if (form === 'pathStep') return pathChoices(asked, network)
  const named = namesOf(inner)
  if (named.includes('optic')) return opticChoices(network)
  if (named.length > 0) return nameChoices(asked, named)
  const last = asked.path.at(-1)
  if (last === 'model') return modelChoices(asked)
  if (last === 'platform') return plain([...platforms.keys()])
  return plain(wordsOf(inner))
}

function plain(words: readonly string[]): Choice[] {
  return words.map(word => ({ word, detail: isAlways(''), rank: 0 }))
}

/** A name, or a figure that is written alike. */
export function isAlways(text: string): Bilingual {
  return { id: text, en: text }
}

/** The words of a closed list: of a union all of its members'. */
function wordsOf(schema: z.core.$ZodType | undefined): string[] {
  const inner = unwrapped(schema)
  if (inner instanceof z.ZodEnum) return Object.values(inner.enum).map(String)
  if (inner instanceof z.ZodLiteral) return [...inner.values].map(String)
  if (inner instanceof z.ZodBoolean) return ['true', 'false']
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(wordsOf)
  return []
}

export function namesOf(schema: z.core.$ZodType | undefined): readonly Kind[] {
  const inner = unwrapped(schema)
  const names = metaOf(inner)?.['names']
  if (Array.isArray(names)) return names.filter((name): name is Kind => typeof name === 'string' && isKind(name))
  return inner instanceof z.ZodUnion ? inner.options.flatMap(namesOf) : []
}

/** Names of these kinds. Of what a thing holds, those of the thing that is named beside: a provider's own contracts. */
function nameChoices(
  { project, data, path }: Pick<Asked, 'project' | 'data' | 'path'>,
  kinds: readonly Kind[],
): Choice[] {
  const seen = new Set<string>()
  return declared(project).flatMap(declaration => {
    const { kind, id, thing, entry } = declaration
    if (!kinds.includes(kind) || seen.has(id)) return []
    seen.add(id)
    const of = dataOf(declaration)
    const name = valueAt(of, ['name']) ?? valueAt(of, ['title'])
    const beside = valueAt(data, [...path.slice(0, -1), thing.kind])
    const isOfAnother =
      entry.length > thing.at.length &&
      typeof beside === 'string' &&
      beside !== valueAt(thing.data, [kindOfFile(thing.kind).key])
    const said = typeof name === 'string' ? { detail: isAlways(name), name } : { detail: nounOf(kind) }
    return [{ word: id, ...said, rank: isOfAnother ? 1 : 0 }]
  })
}

function opticChoices(network: Network | undefined): Choice[] {
  return [...(network?.optics ?? optics).values()].map(({ id, reachKm, strands }) => ({
    word: id,
    detail: messages.reach({ km: reachKm, strands }),
    rank: 0,
  }))
}

function modelChoices(asked: Asked): Choice[] {
  const { data, path } = asked
  const platform = valueAt(data, [...path.slice(0, -1), 'platform'])
  const wanted = [...platforms.values()].filter(({ id }) => platform === undefined || id === platform)
  const models = wanted.flatMap(each => Object.entries(each.models))
  return [
    ...models.map(([word, model]): Choice => ({ word, detail: isAlways(portsText(model).join(', ')), rank: 0 })),
    ...nameChoices(asked, ['model']),
  ]
}

/** Ports of the router that the value beside or around names: the free ones first. */
function portChoices({ project, data, path }: Asked, network: Network | undefined): Choice[] {
  const named = namesNear(data, path)
  for (const known of [network, project.whole]) {
    const router = known === undefined ? undefined : routerNamed(known, named)
    if (known === undefined || router === undefined) continue
    const free = new Set(freePorts(known, router).map(({ name }) => name))
    return router.model.ports.map(port => portChoice(port, free.has(port.name)))
  }
  return (modelDeclared(project, named)?.ports ?? []).map(port => portChoice(port, true))
}

function portChoice({ name, speedMbps, medium }: PortModel, isFree: boolean): Choice {
  const speed = mbps(speedMbps)
  return { word: name, detail: inEach(language => isAlways(`${speed[language]}, ${medium}`)), rank: isFree ? 0 : 1 }
}

/** Names beside the value and around it, of routers or of sites, the nearest first. */
function namesNear(data: unknown, path: readonly Step[]): string[] {
  return path
    .map((_, i) => path.slice(0, path.length - 1 - i))
    .flatMap(around => ['router', 'id', 'site'].map(key => valueAt(data, [...around, key])))
    .filter(name => typeof name === 'string')
}

function routerNamed({ routers, sites }: Network, names: readonly string[]): Router | undefined {
  return names.map(name => routers.get(name) ?? sites.get(name)?.router).find(router => router !== undefined)
}

/** The model that a site of this name asks for, where the site itself is not whole yet. */
function modelDeclared(project: Project, names: readonly string[]): RouterModel | undefined {
  const site = declared(project).find(({ kind, id }) => kind === 'site' && names.includes(id))
  const model = site === undefined ? undefined : valueAt(site.thing.data, ['router', 'model'])
  if (typeof model !== 'string') return undefined
  return [...platforms.values()].map(({ models }) => own(models, model)).find(found => found !== undefined)
}

/** The VLAN that a hand-off would give next. */
function vlanChoices({ data, path }: Asked, network: Network | undefined): Choice[] {
  const name = valueAt(data, [...path.slice(0, -1), 'handoff'])
  const handoff = typeof name === 'string' ? network?.handoffs.get(name) : undefined
  const vlan = network === undefined || handoff === undefined ? undefined : freeVlan(network, handoff)
  return vlan === undefined ? [] : [{ word: String(vlan), detail: messages.freeOn({ handoff: String(name) }), rank: 0 }]
}

/**
 * Structures, ODF ports that no route lights, and the first free core of each cable; of the one whose name and slash
 * are typed, everything that is free.
 */
function pathChoices(asked: Asked, network: Network | undefined): Choice[] {
  const names = nameChoices(asked, ['structure', 'cable'])
  if (network === undefined) return names
  const begun = /^(.+)\//.exec(asked.typed ?? '')?.[1]
  const ports = [...network.structures.values()].flatMap(({ id, declared: { ports = 0 } }) => {
    if (ports === 0 || (begun !== undefined && begun !== id)) return []
    const uses = odfUses(network, id)
    const free = Array.from({ length: ports }, (_, i) => i + 1).filter(port => !uses.has(port))
    return free.slice(0, begun === undefined ? mostPorts : undefined).map(port => `${id}/${port}`)
  })
  const cores = [...network.cables.values()].flatMap(({ id }) => {
    if (begun === id) return coresOf(network, id).map(core => `${id}/${core}`)
    const core = begun === undefined ? freeCores(network, id, 1) : undefined
    return core === undefined ? [] : [`${id}/${core}`]
  })
  const free = [
    ...ports.map((word): Choice => ({ word, detail: messages.freePort, rank: 0 })),
    ...cores.map((word): Choice => ({ word, detail: messages.freeCore, rank: 0 })),
  ]
  return begun !== undefined && free.length > 0
    ? free
    : [...free, ...names.map(choice => ({ ...choice, rank: 1 as const }))]
}

function coresOf(network: Network, cable: string): number[] {
  const cores = planPlant(network).cables.get(cable)?.cores ?? []
  return cores.flatMap(({ state }, i) => (state === 'free' ? [i + 1] : []))
}

const mostPorts = 12
