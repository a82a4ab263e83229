import { z } from 'zod'
import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { freeCores, freePorts, odfUses } from '../edit/new/free.ts'
import { metaOf, scalarOf, unwrapped, valueAt } from '../load/schema-walk.ts'
import type { Kind } from '../model/kind.ts'
import { isKind } from '../model/kind.ts'
import type { Network, Router } from '../model/network.ts'
import { optics } from '../model/optics.ts'
import { platforms } from '../compile.ts'
import type { Step } from '../source/source.ts'
import { declared, dataOf, type Project } from './project.ts'

/** Something that may stand at the cursor. */
export interface Choice {
  readonly word: string
  /** What it is: the name of a thing, the speed of a port. */
  readonly detail: string
  /** What a key means, with an example. */
  readonly meaning?: Bilingual
  /** Chosen before others: what is free before what is not. */
  readonly rank: 0 | 1
}

interface Asked {
  readonly project: Project
  readonly schema: z.core.$ZodType | undefined
  /** Plain data of the thing around, and the steps in it to the value. */
  readonly data: unknown
  readonly path: readonly Step[]
  /** Whose ports and cores are free; that of the last compilation unless given. */
  readonly network?: Network | undefined
}

/** Every value that the model, the inventory and the plan know for this place, the free ones first. */
export function choicesFor(asked: Asked): Choice[] {
  const inner = unwrapped(asked.schema)
  if (inner === undefined) return []
  const form = scalarOf(inner)
  const network = asked.network ?? asked.project.compilation.network
  if (form === 'port') return portChoices(asked, network)
  if (form === 'pathStep') return pathChoices(asked, network)
  const named = namesOf(inner)
  if (named.includes('optic')) return opticChoices(network)
  if (named.length > 0) return nameChoices(asked.project, named)
  const last = asked.path.at(-1)
  if (last === 'model') return modelChoices(asked)
  if (last === 'platform') return plain([...platforms.keys()])
  return plain(wordsOf(inner))
}

function plain(words: readonly string[]): Choice[] {
  return words.map(word => ({ word, detail: '', rank: 0 }))
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

function nameChoices(project: Project, kinds: readonly Kind[]): Choice[] {
  const seen = new Set<string>()
  return declared(project).flatMap(declaration => {
    if (!kinds.includes(declaration.kind) || seen.has(declaration.id)) return []
    seen.add(declaration.id)
    const name = valueAt(dataOf(declaration), ['name'])
    return [{ word: declaration.id, detail: typeof name === 'string' ? name : declaration.kind, rank: 0 as const }]
  })
}

function opticChoices(network: Network | undefined): Choice[] {
  return [...(network?.optics ?? optics).values()].map(({ id, reachKm, strands }) => ({
    word: id,
    detail: `${reachKm} km, ${strands}`,
    rank: 0,
  }))
}

function modelChoices({ data, path, project }: Asked): Choice[] {
  const platform = valueAt(data, [...path.slice(0, -1), 'platform'])
  const wanted = [...platforms.values()].filter(({ id }) => platform === undefined || id === platform)
  const own = nameChoices(project, ['model'])
  return [...plain(wanted.flatMap(({ models }) => Object.keys(models))), ...own]
}

/** Ports of the router that the value beside or around names: the free ones first. */
function portChoices({ data, path }: Asked, network: Network | undefined): Choice[] {
  const router = network === undefined ? undefined : routerNear(network, data, path)
  if (network === undefined || router === undefined) return []
  const free = new Set(freePorts(network, router).map(({ name }) => name))
  return router.model.ports.map(({ name, speedMbps, medium }) => ({
    word: name,
    detail: `${speedMbps} Mbit/s, ${medium}`,
    rank: free.has(name) ? 0 : 1,
  }))
}

function routerNear({ routers, sites }: Network, data: unknown, path: readonly Step[]): Router | undefined {
  for (let length = path.length - 1; length >= 0; length--) {
    const around = path.slice(0, length)
    for (const key of ['router', 'id', 'site']) {
      const name = valueAt(data, [...around, key])
      const found = typeof name === 'string' ? (routers.get(name) ?? sites.get(name)?.router) : undefined
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** Structures, ODF ports that no route lights, and the first free core of each cable. */
function pathChoices({ project }: Asked, network: Network | undefined): Choice[] {
  const names = nameChoices(project, ['structure', 'cable'])
  if (network === undefined) return names
  const ports = [...network.structures.values()].flatMap(({ id, declared: { ports = 0 } }) => {
    if (ports === 0) return []
    const uses = odfUses(network, id)
    const free = Array.from({ length: ports }, (_, i) => i + 1).filter(port => !uses.has(port))
    return free.slice(0, mostPorts).map(port => ({ word: `${id}/${port}`, detail: 'odf', rank: 0 as const }))
  })
  const cores = [...network.cables.values()].flatMap(({ id }) => {
    const core = freeCores(network, id, 1)
    return core === undefined ? [] : [{ word: `${id}/${core}`, detail: 'core', rank: 0 as const }]
  })
  return [...ports, ...cores, ...names.map(choice => ({ ...choice, rank: 1 as const }))]
}

const mostPorts = 12
