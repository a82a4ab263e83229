import type { Analysis } from '../analysis.ts'
import type { Component } from './component.ts'
import { asCalled } from '../../text/called.ts'
import { namesOfRange } from '../../text/ranges.ts'

/** Words that people use for kinds, and what they are here. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  structure: ['structure', 'closure', 'building'],
  pole: ['structure'],
  handhole: ['structure'],
  manhole: ['structure'],
  cabinet: ['structure'],
  odf: ['closure'],
  link: ['route'],
  site: ['router'],
  node: ['router'],
  power: ['feeder'],
}

/** Kinds that a name without a kind may stand for, the first that has it. */
const bareKinds = [
  'router',
  'circuit',
  'uplink',
  'route',
  'cable',
  'span',
  'structure',
  'closure',
  'building',
  'provider',
  'handoff',
  'core',
  'tunnel',
  'port',
  'feeder',
]

/**
 * Components that a word of a person means: `kind:id`, an id alone, a range `span:sp-a-001..sp-a-009`; empty where it
 * means none.
 */
export function componentsNamed(analysis: Analysis, word: string): readonly Component[] {
  const colon = word.indexOf(':')
  const kinds = colon < 0 ? bareKinds : (aliases[word.slice(0, colon)] ?? [word.slice(0, colon)])
  const ids = namesOfRange(word.slice(colon + 1))
  const found = ids.map(id => componentNamed(analysis, kinds, id))
  return found.includes(undefined) ? [] : (found as Component[])
}

function componentNamed({ componentOf }: Analysis, kinds: readonly string[], id: string): Component | undefined {
  for (const kind of kinds) {
    const found =
      componentOf.get(`${kind}:${id}`) ??
      componentOf.get(`${kind}:${id.toLowerCase()}`) ??
      componentOf.get(`${kind}:${id.toUpperCase()}`)
    if (found !== undefined) return found
  }
  return undefined
}

/** Names to look for a near one among: those of the word's own kind where it names one, else all ids too. */
export function namesLike({ components }: Analysis, word: string): string[] {
  const colon = word.indexOf(':')
  if (colon < 0) return components.flatMap(({ id, name }) => [id, name])
  const kinds = aliases[word.slice(0, colon)] ?? [word.slice(0, colon)]
  const same = components.filter(({ kind }) => kinds.includes(kind))
  return (same.length > 0 ? same : components).map(({ name }) => name)
}

/**
 * Components by what people call them: a site's id or name, an agency's name or id (the sites that
 * it works at), a provider's reference of a circuit.
 */
export function calledBy({ elements, componentOf }: Analysis, word: string): readonly Component[] {
  const wanted = asCalled(word)
  const isCalled = (...names: readonly (string | undefined)[]): boolean =>
    names.some(name => name !== undefined && asCalled(name) === wanted)
  const sites = elements.sites
    .map(({ site }) => site)
    .filter(
      ({ id, declared, tenants }) =>
        isCalled(id, declared.name) || tenants.some(tenant => isCalled(tenant.id, tenant.declared.name)),
    )
  const circuits = [...elements.plan.network.circuits.values()].filter(({ declared }) => isCalled(declared.providerRef))
  return [...sites.map(({ router }) => `router:${router.id}`), ...circuits.map(({ id }) => `circuit:${id}`)].flatMap(
    name => componentOf.get(name) ?? [],
  )
}

/** All that `calledBy` knows, to look for a near name among. */
export function peoplesNames({ elements }: Analysis): string[] {
  return [
    ...elements.sites.flatMap(({ site: { id, declared, tenants } }) => [
      id,
      declared.name,
      ...tenants.flatMap(tenant => [tenant.id, tenant.declared.name]),
    ]),
    ...[...elements.plan.network.circuits.values()]
      .filter(({ active }) => active)
      .map(({ declared }) => declared.providerRef),
  ]
}
