import type { Intent } from '../intent/intent.ts'
import { addressText } from '../model/ip.ts'
import type { Folder, PlatformId } from './reading/folder.ts'
import { sentencesOf } from './reading/sentences.ts'

/**
 * Statements that have to stand in what a router of a platform gets, or why there are none and where that was read. A
 * pattern is of a whole statement: what it stands in, ` > `, the line (arguments of RouterOS by name). Each stands once
 * a router, or once for every `<uplink>`, and so on for every thing of `things`; `<signed.>` and `<uplink unit>` are
 * the names of its unit on Junos, `<logged->` is the name in that of a list.
 */
type On = { readonly says: readonly string[] } | { readonly lacks: string; readonly page: string }

export interface Hardening {
  readonly what: string
  /** Guide that asks for it. */
  readonly source: string
  readonly on: Readonly<Record<PlatformId, On>>
}

export function says(...patterns: string[]): On {
  return { says: patterns }
}

export function lacks(reason: string, page: string): On {
  return { lacks: reason, page }
}

/** By kind the things of a router for each of which a statement stands. */
const things: Readonly<Record<string, (intent: Intent) => readonly string[]>> = {
  uplink: ({ uplinks }) => uplinks.map(({ interface: name }) => name.value),
  uplink6: ({ uplinks }) => uplinks.filter(({ v6 }) => v6.value !== undefined).map(({ interface: name }) => name.value),
  /** Where a router has an uplink at all. */
  edge: ({ uplinks }) => uplinks.slice(0, 1).map(() => 'uplink'),
  checked: ({ filter }) => filter.sourceChecks.map(({ interface: name }) => name.value),
  logged: ({ filter }) =>
    filter.sourceChecks.filter(({ log }) => log !== undefined).map(({ interface: name }) => name.value),
  /** Where a router logs foreign sources at all: how fast. */
  rate: ({ filter }) =>
    [...new Set(filter.sourceChecks.flatMap(({ log }) => log?.limit.packetsPerSecond ?? []))].map(String),
  everyMs: ({ filter }) => [...new Set(filter.sourceChecks.flatMap(({ log }) => log?.everyMs ?? []))].map(String),
  signed: ({ fibre }) =>
    fibre.filter(({ authentication }) => authentication !== undefined).map(({ interface: name }) => name.value),
  signed6: ({ fibre }) =>
    fibre.filter(({ authentication3 }) => authentication3 !== undefined).map(({ interface: name }) => name.value),
  neighbour: ({ bgp }) => remotes((bgp?.neighbors ?? []).filter(({ password }) => password.value !== undefined)),
  limited: ({ bgp }) => remotes((bgp?.neighbors ?? []).filter(({ maximumPrefixes }) => maximumPrefixes !== undefined)),
  routed: ({ fibre, uplinks, underlays, access }) => [
    ...new Set([
      ...[...fibre, ...uplinks, ...underlays].map(({ interface: name }) => name.value),
      ...(access?.segments ?? []).map(({ interface: name }) => name),
    ]),
  ],
  /** Where the network has a banner. */
  banner: ({ identity }) => identity.banner.slice(0, 1).map(() => 'login'),
  idle: ({ idlePorts }) => idlePorts.map(({ value }) => value),
}

function remotes(neighbors: NonNullable<Intent['bgp']>['neighbors']): string[] {
  return neighbors
    .flatMap(({ v4, v6 }) => [v4.remote, ...(v6.value === undefined ? [] : [v6.value.remote])])
    .map(addressText)
}

/** What is said, each with the line of its file that says it. */
export function statementsOf(id: PlatformId, folder: Folder): string[] {
  return [...folder].flatMap(([name, text]) =>
    sentencesOf(name, text).map(sentence =>
      id === 'junos' || sentence.block === '' ? sentence.text : `${sentence.block} > ${sentence.text}`,
    ),
  )
}

/** What a statement is asked for, and by which entry. */
export interface Asked {
  readonly what: string
  readonly pattern: RegExp
}

/** Everything that the table asks of a router of a platform, thing by thing. */
export function askedOf(table: readonly Hardening[], id: PlatformId, intent: Intent): Asked[] {
  return table.flatMap(({ what, on }) => {
    const own = on[id]
    if ('lacks' in own) return []
    return own.says.flatMap(pattern => patternsOf(pattern, intent)).map(pattern => ({ what, pattern }))
  })
}

/** One pattern for every thing of the kind that it names; one alone where it names none. */
function patternsOf(pattern: string, intent: Intent): RegExp[] {
  const [mark, kind = '', form = ''] = /<(\w+)( unit|\.|-)?>/.exec(pattern) ?? []
  if (mark === undefined) return [new RegExp(pattern)]
  const of = things[kind]
  if (of === undefined) throw new Error(`nothing is called <${kind}>`)
  return of(intent).map(
    name => new RegExp(pattern.replace(mark, () => spoken(name, form).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))),
  )
}

/** `ge-0/0/3.100` and `ge-0/0/3` as Junos says their units, or as a name of a filter holds them. */
function spoken(name: string, form: string): string {
  const [port = '', unit = '0'] = name.split('.')
  if (form === ' unit') return `${port} unit ${unit}`
  if (form === '.') return `${port}.${unit}`
  return form === '-' ? name.replaceAll(/[/.]/g, '-') : name
}

/** What is asked and stands not once among the statements. */
export function missingAmong(asked: readonly Asked[], statements: readonly string[]): string[] {
  return asked
    .map(({ what, pattern }) => ({ what, pattern, times: statements.filter(text => pattern.test(text)).length }))
    .filter(({ times }) => times !== 1)
    .map(({ what, pattern, times }) => `${what}: ${pattern.source} stands ${times} times`)
}
