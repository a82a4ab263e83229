import { parse } from 'yaml'
import { platforms } from '../../compile.ts'
import { hasSteps } from '../../load/schema-walk.ts'
import { optics } from '../../model/optics.ts'
import type { Source } from '../../source/source.ts'

/** What is free and what is used, by a search of all files that shares nothing with the product's. */

/** Files as plain data, read by another library than the product's. */
export function things(sources: readonly Source[], folder: string): Record<string, unknown>[] {
  return sources.filter(({ path }) => path.startsWith(folder)).flatMap(parsed)
}

const known = new WeakMap<Source, Record<string, unknown>[]>()

function parsed(source: Source): Record<string, unknown>[] {
  const before = known.get(source)
  if (before !== undefined) return before
  const all = ([parse(source.text)].flat() as unknown[]).filter(hasSteps)
  known.set(source, all)
  return all
}

export const get = (value: unknown, ...steps: readonly string[]): unknown =>
  steps.reduce<unknown>((at, step) => (hasSteps(at) ? at[step] : undefined), value)

interface Model {
  readonly ports: readonly { readonly name: string; readonly medium: string; readonly speedMbps: number }[]
  readonly trunk: string
}

/** The model of a router and the ports that something names, by a search of its own. */
export function portsOf(
  sources: readonly Source[],
  router: string,
): { readonly model: Model; readonly used: Set<string> } {
  const network = things(sources, 'network.yaml')[0]
  const site = things(sources, 'opd/').find(each => each['site'] === router || get(each, 'cores', router) !== undefined)
  const isSite = site?.['site'] === router
  const declared = isSite ? site?.['router'] : get(site, 'cores', router)
  const model = platforms.get(String(get(declared, 'platform')))?.models[String(get(declared, 'model'))]
  if (model === undefined) throw new Error(`no model of ${router}`)
  const used = new Set<string>()
  if (isSite) used.add(String(get(declared, 'trunk') ?? model.trunk))
  const isHub = get(site, 'class') === 'hub'
  const locals = get(network, 'management', 'local_access', 'ports')
  if (Array.isArray(locals) && (!isSite || !isHub))
    for (const local of locals) if (get(local, 'model') === get(declared, 'model')) used.add(String(get(local, 'port')))
  for (const port of Object.keys((get(declared, 'desks') as object | undefined) ?? {})) used.add(port)
  for (const route of things(sources, 'routes/'))
    for (const end of ['a', 'b'])
      if (get(route, end, 'router') === router && route['status'] !== 'retired')
        used.add(String(get(route, end, 'port')))
  for (const bought of things(sources, 'circuits/')) {
    if (get(bought, 'site', 'id') === router) used.add(String(get(bought, 'site', 'port')))
    if (bought['router'] === router) used.add(String(bought['port']))
  }
  for (const handoff of Object.values((network?.['handoffs'] as object | undefined) ?? {}))
    for (const end of (get(handoff, 'ports') as unknown[] | undefined) ?? [])
      if (get(end, 'router') === router) used.add(String(get(end, 'port')))
  return { model, used }
}

export const strandsOf = (route: unknown): 1 | 2 =>
  optics.get(String(get(route, 'a', 'optic')))?.strands === 1 ? 1 : 2

/** Numbers of an ODF's ports or a cable's cores that routes light. */
export function lit(sources: readonly Source[], name: string): Set<number> {
  const used = new Set<number>()
  for (const route of things(sources, 'routes/'))
    for (const step of (route['path'] as string[] | undefined) ?? []) {
      const [thing, number] = step.split('/')
      if (thing !== name || number === undefined || route['status'] === 'retired') continue
      for (let i = 0; i < strandsOf(route); i++) used.add(Number(number) + i)
    }
  return used
}

/** Cores that are written down as reserved, faulty or dead. */
export function isMarked(sources: readonly Source[], cable: string, first: number, strands: 1 | 2): boolean {
  const declared = things(sources, 'plant/').flatMap(plant => (plant['cables'] as unknown[] | undefined) ?? [])
  const marked = get(
    declared.find(each => get(each, 'id') === cable),
    'cores',
  )
  const numbers = Array.isArray(marked) ? marked.map(each => Number(get(each, 'core'))) : []
  return numbers.some(number => number >= first && number < first + strands)
}
