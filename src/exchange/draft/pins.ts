import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { contains, networkOf, nth, parsePrefix, prefixText, type Prefix } from '../../model/ip.ts'
import type { SegmentKind, Site } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { lengthFor } from '../../plan/segments.ts'
import { plainName } from '../mapping/fields.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow, type Value } from './draft.ts'
import { agreed, isNumberKey, numberFact } from './numbers-in-use.ts'
import { costFacts, costRouteOf } from './ospf-in-use.ts'
import { addressIn, nothingRunning, runningFrom, textIn, type Running } from './running.ts'
import { segmentMeant } from './segment-meant.ts'
import { v6Fact } from './v6-in-use.ts'
import { remarkOn } from '../table.ts'

/**
 * Sites with the addresses that tables and exports say are in use: pinned where the plan would give others, so that a
 * first deployment moves none. Of what has no place in a site's file it is said why.
 */
export function withPins(drafts: readonly Draft[], rows: readonly MappedRow[], drafting: Drafting): Draft[] {
  const made = new Map(drafts.map(draft => [`${draft.kind} ${draft.id}`, draft]))
  const byName = new Map(
    drafts.flatMap(draft =>
      draft.kind === 'site'
        ? [draft.id, plainName(draft.ref), plainName(nameIn(draft))].map(name => [name, draft.id] as const)
        : [],
    ),
  )
  const exports = new Map(
    [...Map.groupBy(rows, ({ row }) => row.at.file)].map(([file, own]) => [file, runningFrom(own)]),
  )
  for (const mapped of rows) {
    const id = byName.get(plainName(mapped.text('site')))
    const draft = (id === undefined ? undefined : made.get(`site ${id}`)) ?? declaredSite(mapped, drafting)
    if (draft !== undefined) for (const name of [draft.id, plainName(mapped.text('site'))]) byName.set(name, draft.id)
    if (draft === undefined) {
      drafting.remark(remarkOn(mapped.row, 'left-out', noSite))
      continue
    }
    const own = drafting.plan.routers.get(draft.match?.id ?? draft.id)
    const said = exports.get(mapped.row.at.file) ?? nothingRunning
    const running = own === undefined ? undefined : { plan: drafting.plan, own, ...said }
    const facts = factsOf(draft, running, mapped, drafting).map(fact => joined(draft, fact))
    const keys = new Set(facts.map(({ key }) => key).filter(key => !isKept(key)))
    made.set(`site ${draft.id}`, { ...draft, facts: [...draft.facts.filter(({ key }) => !keys.has(key)), ...facts] })
  }
  return agreed([...made.values()])
}

/** What a row says of a site's router and segments: never nothing. */
function factsOf(draft: Draft, running: Running | undefined, mapped: MappedRow, drafting: Drafting): readonly Fact[] {
  if (textIn(mapped, 'disabled') === 'yes') return [{ ...toldFact(mapped), certainty: 'guessed', why: disabled }]
  if (textIn(mapped, 'menu') === '/ipv6 address' || isV6(mapped)) return [v6Fact(draft, running, mapped, drafting)]
  const costs = running === undefined ? [] : costFacts(running, mapped)
  if (costs.length > 0) return costs
  const number = running === undefined ? undefined : numberFact(running, mapped)
  return [number ?? (mapped.mapping.as === 'address' ? addressFact(draft, mapped, drafting) : toldFact(mapped))]
}

const disabled = { id: 'dimatikan di router itu', en: 'it is disabled on the router' }

function isV6(mapped: MappedRow): boolean {
  return mapped.mapping.as === 'address' && parsePrefix(addressIn(mapped))?.family === 6
}

/** Of one key several facts may stand beside each other. */
function isKept(key: string): boolean {
  return key.startsWith('(') || isNumberKey(key) || costRouteOf(key) !== undefined
}

const noSite = { id: 'situsnya tidak dikenal', en: 'its site is not known' }

/** A site that no other table tells of, and that is declared. */
function declaredSite(mapped: MappedRow, { network }: Drafting): Draft | undefined {
  const said = plainName(mapped.text('site'))
  const site = [...network.sites.values()].find(({ id, declared }) =>
    [plainName(id), plainName(declared.name), plainName(declared.source?.ref ?? '')].includes(said),
  )
  if (said === '' || site === undefined) return undefined
  return { kind: 'site', id: site.id, ref: site.id, at: mapped.row.at, facts: [], match: { id: site.id, by: 'name' } }
}

function nameIn({ facts, ref }: Draft): string {
  return String(facts.find(({ key }) => key === 'name')?.value ?? ref)
}

/**
 * What a table says that no site file has a key for: tunnels, neighbours. Seen, and held against what is written in the
 * fixpoint.
 */
function toldFact(mapped: MappedRow): Fact {
  const text = [...mapped.row.cells]
    .filter(([column]) => column !== 'site')
    .map(([column, value]) => `${column}=${value}`)
    .join(' ')
  return factOf(
    `(${mapped.row.at.sheet ?? 'told'})`,
    text,
    [...mapped.row.cells.keys()].map(column => ({ ...mapped.row.at, column })),
  )
}

/** Segments of one site stand under one key: each pin joins those before it. */
function joined({ facts }: Draft, fact: Fact): Fact {
  const had = facts.find(({ key }) => key === fact.key)
  if (fact.key !== 'segments' || had === undefined || had.certainty === 'guessed') return fact
  const doubt = fact.why === undefined ? had : fact
  return { ...doubt, value: { ...mapIn(had.value), ...mapIn(fact.value) }, from: [...had.from, ...fact.from] }
}

function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value)
}

function mapIn(value: Value): { readonly [key: string]: Value } {
  return isMap(value) ? value : {}
}

/** The address of a row, where no row before it has said another for the same thing. */
function addressFact(draft: Draft, mapped: MappedRow, drafting: Drafting): Fact {
  const fact = addressMeant(draft, mapped, drafting)
  const had = hadBefore(draft, fact)
  if (had === undefined) return fact
  return factOf('(address)', addressIn(mapped), fact.from, 'contradicted', {
    id: `${had} sudah disebut untuk hal yang sama; Serat memberi satu`,
    en: `${had} was told for the same thing already; Serat gives one`,
  })
}

function hadBefore({ facts }: Draft, fact: Fact): string | undefined {
  const [said] = prefixesIn(fact)
  if (said === undefined) return undefined
  const [what, text] = said
  return facts.flatMap(prefixesIn).find(([other, value]) => other === what && value !== text)?.[1]
}

/** What a fact gives a prefix to: a segment, or the loopback. */
function prefixesIn({ key, value, certainty }: Fact): (readonly [string, string])[] {
  if (key === '(loopback)' || /^(router|cores\.[a-z0-9-]+)\.loopback$/.test(key)) return [['loopback', String(value)]]
  const segment = /^\(segments\.([a-z0-9-]+)\)$/.exec(key)?.[1]
  if (segment !== undefined) return [[segment, String(value)]]
  if (key !== 'segments' || certainty === 'guessed') return []
  return Object.entries(mapIn(value)).flatMap(([id, each]) => (isMap(each) ? [[id, String(each['v4'])] as const] : []))
}

function addressMeant(draft: Draft, mapped: MappedRow, { network, plan }: Drafting): Fact {
  const text = addressIn(mapped)
  const from = [...mapped.row.cells.keys()].map(column => ({ ...mapped.row.at, column }))
  // RouterOS 6 writes a host's address without its length.
  const prefix = parsePrefix(text.includes('/') ? text : `${text}/32`)
  const told = (certainty: Fact['certainty'], why: Bilingual): Fact => factOf('(address)', text, from, certainty, why)
  if (prefix === undefined || prefix.family !== 4)
    return told('guessed', { id: 'bukan prefiks IPv4', en: 'no IPv4 prefix' })
  const site = network.sites.get(draft.match?.id ?? '')
  if (contains(plan.loopbacks.v4, prefix)) return loopbackFact(draft.id, prefix, { plan, from })
  const zone = [...plan.zones.values()].find(({ v4 }) => contains(v4, prefix))?.zone
  if (zone === undefined) return told('guessed', inPool(network.declared.addressing.v4, prefix) ? between : outside)
  const kinds = [...network.segmentKinds.values()].filter(kind => kind.zone === zone)
  const kind = segmentMeant(kinds, mapped)
  if (kind === undefined)
    return told('contradicted', {
      id: `beberapa segmen di zona ${zone.id}`,
      en: `several segments are in zone ${zone.id}`,
    })
  return segmentFact(site, kind, prefix, { plan, from, vlan: mapped.text('vlan') })
}

const between = {
  id: 'alamat di antara router; rute dan sirkuit yang memilikinya',
  en: 'an address between routers; routes and circuits own it',
}
const outside = { id: 'di luar alamat jaringan ini', en: "outside of this network's addresses" }

function inPool(pool: string, prefix: Prefix): boolean {
  const outer = parsePrefix(pool)
  return outer !== undefined && contains(networkOf(outer), prefix)
}

interface Pinning {
  readonly plan: Plan
  readonly from: Fact['from']
}

function loopbackFact(router: string, prefix: Prefix, { plan, from }: Pinning): Fact {
  const text = prefixText(prefix).replace(/\/32$/, '')
  const own = plan.routers.get(router)
  const planned = own?.loopbackV4
  const isSame = planned !== undefined && prefixText(planned) === prefixText(prefix)
  const key = own?.router.role === 'core' ? `cores.${router}.loopback` : 'router.loopback'
  return factOf(isSame ? '(loopback)' : key, text, from)
}

function segmentFact(
  site: Site | undefined,
  kind: SegmentKind,
  prefix: Prefix,
  { plan, from, vlan }: Pinning & { readonly vlan: string },
): Fact {
  const own = networkOf(prefix)
  const planned = site === undefined ? undefined : plan.segments.get(`${site.id}/${kind.id}`)
  const isGateway = prefix.bits === nth(own, 1).bits
  const why = isGateway
    ? undefined
    : {
        id: 'gateway bukan alamat pertama; Serat memberi yang pertama',
        en: 'its gateway is not the first address; Serat gives the first',
      }
  const certainty = isGateway ? 'sure' : 'contradicted'
  const number = Number(vlan)
  const isOwnVlan = number >= 2 && number <= 4094 && number !== kind.declared.vlan
  const isSame =
    planned !== undefined && prefixText(planned.v4) === prefixText(own) && (vlan === '' || planned.vlan === number)
  if (isSame) return factOf(`(segments.${kind.id})`, prefixText(own), from, certainty, why)
  const hosts = planned !== undefined && lengthFor(planned.hosts) === own.length ? planned.hosts : hostsFor(own.length)
  return factOf(
    'segments',
    { [kind.id]: { hosts, v4: prefixText(own), ...(isOwnVlan ? { vlan: number } : {}) } },
    from,
    certainty,
    why,
  )
}

/** So many hosts as make a segment of this length. */
function hostsFor(length: number): number {
  let hosts = Math.max(1, 2 ** (32 - length) - 3)
  while (hosts > 1 && lengthFor(hosts) < length) hosts = Math.floor(hosts / 2)
  return hosts
}
