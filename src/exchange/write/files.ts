import { stringify } from 'yaml'
import type { Network } from '../../model/network.ts'
import type { Source } from '../../source/source.ts'
import type { Draft, Fact, Value } from '../draft/draft.ts'
import { isNumberKey } from '../draft/numbers-in-use.ts'
import { freeId, idFrom } from '../values/ids.ts'
import { flow } from './flow.ts'
import { pinnedFiles } from './pinned.ts'

/** So many structures, spans and cables stand in one file at most: a person can still open it. */
const mostInFile = 2000

const head = (schema: string): string => `# yaml-language-server: $schema=../../.serat/schema/${schema}.json\n`

/** The new things as files of an inventory; what is declared already is not written again. */
export function proposedFiles(drafts: readonly Draft[], network: Network): Source[] {
  const taken = new Set(network.plants.keys())
  const fresh = drafts.filter(({ match }) => match === undefined)
  const sites = fresh
    .filter(({ kind }) => kind === 'site')
    .map((draft): Source => ({ path: `opd/${draft.id}.yaml`, text: head('site') + siteText(draft) }))
  const tenants = fresh
    .filter(({ kind }) => kind === 'tenant')
    .map(
      (draft): Source => ({
        path: `tenants/${draft.id}.yaml`,
        text: head('tenant') + stringify({ tenant: draft.id, ...nested(draft.facts) }),
      }),
    )
  const traces = fresh
    .filter(({ kind }) => kind === 'trace')
    .map(({ id, facts }): Source => ({ path: `measurements/${id}.yaml`, text: traceText(id, facts) }))
  return [...sites, ...tenants, ...traces, ...plantFiles(fresh, taken), ...pinnedFiles(drafts, network)]
}

function siteText({ id, facts }: Draft): string {
  return stringify({ site: id, ...nested(facts) }, { lineWidth: 0 })
}

/** An event a line, as its instrument lists them. */
function traceText(id: string, facts: readonly Fact[]): string {
  const { events, ...shot } = nested(facts)
  const lines = Array.isArray(events) ? events.map(event => `  - ${flow(event)}\n`) : []
  return `${head('measurement')}${stringify({ trace: id, ...shot }, { lineWidth: 0 })}events:\n${lines.join('')}`
}

const lists = {
  cabletype: 'cable_types',
  structure: 'structures',
  span: 'spans',
  cable: 'cables',
  splice: 'splices',
} as const
type PlantKind = keyof typeof lists
const plantKinds = ['cabletype', 'structure', 'span', 'cable', 'splice'] as const satisfies readonly PlantKind[]

function plantFiles(drafts: readonly Draft[], taken: ReadonlySet<string>): Source[] {
  const plants = drafts.filter(({ kind }) => plantKinds.some(each => each === kind))
  const byFile = Map.groupBy(plants, ({ at }) => at.file)
  const names = new Set(taken)
  return [...byFile].flatMap(([file, things]) => {
    const chunks = Array.from({ length: Math.ceil(things.length / mostInFile) }, (_, i) =>
      things.slice(i * mostInFile, (i + 1) * mostInFile),
    )
    return chunks.map((chunk): Source => {
      const id = freeId(idFrom(`impor-${file.replace(/\.[^.]*$/, '')}`), name => names.has(name))
      names.add(id)
      return { path: `plant/${id}.yaml`, text: plantText(id, file, chunk) }
    })
  })
}

function plantText(id: string, file: string, things: readonly Draft[]): string {
  const parts = plantKinds.flatMap(kind => {
    const own = things.filter(each => each.kind === kind)
    return own.length === 0 ? [] : [`${lists[kind]}:\n${own.map(lineOf).join('')}`]
  })
  return `${head('plant')}${stringify({ plant: id, name: `Impor ${idFrom(file)}` })}\n${parts.join('\n')}`
}

/** One thing a line, as people keep long lists of them. */
function lineOf({ kind, id, facts }: Draft): string {
  // A splice has no name but the cores that it joins.
  return `  - ${flow({ ...(kind === 'splice' ? {} : { id }), ...nested(facts) })}\n`
}

/**
 * Keys with dots as maps inside each other; what is only held against the rest, in brackets, is not written, nor is
 * what the ledger holds.
 */
function nested(facts: readonly Fact[]): { [key: string]: Value } {
  const made: { [key: string]: Value } = {}
  for (const { key, value } of facts) {
    if (key === 'id' || key.startsWith('(') || isNumberKey(key)) continue
    const [first = '', second] = key.split('.')
    if (second === undefined) made[first] = value
    else {
      const had = made[first]
      made[first] = { ...(typeof had === 'object' && !Array.isArray(had) ? had : {}), [second]: value }
    }
  }
  return made
}
