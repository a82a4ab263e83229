import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { geodesicM } from '../../model/geodesy.ts'
import type { Router, Site } from '../../model/network.ts'
import { plainName } from '../mapping/fields.ts'
import { freeId, idFrom } from '../values/ids.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { positionOf, type PositionFact } from './position.ts'
import { siteFacts } from './site-facts.ts'
import { textFrom } from './text.ts'
import { remarkOn } from '../table.ts'

interface State {
  readonly drafting: Drafting
  readonly drafts: Map<string, Draft>
  readonly taken: Set<string>
  readonly known: ReadonlyMap<string, Site>
  readonly byAddress: ReadonlyMap<string, Site>
}

/** Within this a site of the table is the one that is declared, where no other is as near. */
const matchM = 40

/** Sites of tables and placemarks, and the agencies in them that nobody has declared. */
export function sitesOf(rows: readonly MappedRow[], drafting: Drafting): Draft[] {
  const { network } = drafting
  const sites = [...network.sites.values()]
  const state: State = {
    drafting,
    drafts: new Map(),
    taken: new Set([
      ...sites.map(({ id }) => id),
      ...network.routers.keys(),
      ...[...(network.missing.get('site') ?? [])].filter(id => typeof id === 'string'),
    ]),
    known: new Map(
      sites.flatMap(site => {
        const { source, name } = site.declared
        return [site.id, plainName(name), ...(source === undefined ? [] : [source.ref])].map(
          key => [key, site] as const,
        )
      }),
    ),
    byAddress: new Map(
      sites.flatMap(site =>
        site.declared.location.address === undefined
          ? []
          : [[plainName(site.declared.location.address), site] as const],
      ),
    ),
  }
  for (const mapped of rows) draftOne(state, mapped)
  return [...state.drafts.values()]
}

function draftOne(state: State, mapped: MappedRow): void {
  const { drafting, drafts, taken } = state
  const { row } = mapped
  const name = textFrom(mapped.text('name')) ?? textFrom(mapped.text('ref'))
  const why = name === undefined ? unnamed : isTotal.test(name) ? total : undefined
  if (name === undefined || why !== undefined) {
    drafting.remark(remarkOn(row, 'left-out', why ?? unnamed))
    return
  }
  const ref = textFrom(mapped.text('ref')) ?? name
  const position = positionOf(mapped, drafting)
  const core = drafting.network.routers.get(ref)
  if (core?.role === 'core') return draftCore(state, mapped, core)
  const match = matchOf(state, mapped, ref, name, position)
  const again = match === undefined ? undefined : drafts.get(`site ${match.id}`)
  const id = match?.id ?? freeId(idFrom(ref) || idFrom(name) || 'situs', id => taken.has(id))
  if (again !== undefined) {
    drafting.remark(remarkOn(row, 'contradicted', toldTwice(id)))
    return
  }
  taken.add(id)
  const isTwice = [...drafts.values()].some(each => each.kind === 'site' && each.ref === ref)
  const { facts, tenants } = siteFacts(drafting, mapped, { id, name, ref, isTwice, position })
  const compared = match === undefined ? facts : comparedWith(drafting.network.sites.get(match.id), facts)
  drafts.set(`site ${id}`, {
    kind: 'site',
    id,
    ref,
    at: row.at,
    facts: compared,
    ...(match === undefined ? {} : { match }),
  })
  for (const tenant of tenants)
    if (match === undefined && !drafts.has(`tenant ${tenant.id}`)) drafts.set(`tenant ${tenant.id}`, tenant)
}

const isTotal = /^(grand |sub ?)?(jumlah|total)\b/i
const total = { id: 'baris jumlah', en: 'a row of totals' }
const unnamed = { id: 'situs tanpa nama', en: 'a site without a name' }

/** A core router is one of several at the hub: what is said of it stands in the hub's file. */
function draftCore({ drafts }: State, mapped: MappedRow, { id, siteId, declared }: Router): void {
  const serial = mapped.text('serial')
  const why = { id: `inventaris berkata ${declared.serial}`, en: `the inventory says ${declared.serial}` }
  const isOther = declared.serial !== undefined && serial !== declared.serial
  drafts.set(`site ${id}`, {
    kind: 'site',
    id,
    ref: id,
    at: mapped.row.at,
    match: { id: siteId, by: 'id' },
    facts: [
      factOf('id', id, mapped.spot('ref', 'name')),
      ...(serial === ''
        ? []
        : [
            factOf(
              '(serial)',
              serial,
              mapped.spot('serial'),
              isOther ? 'contradicted' : 'sure',
              isOther ? why : undefined,
            ),
          ]),
    ],
  })
}

function toldTwice(id: string): Bilingual {
  return {
    id: `menunjuk situs yang sama (${id}) dengan baris sebelumnya`,
    en: `means the same site (${id}) as a row before it`,
  }
}

function matchOf(
  { known, byAddress, drafting }: State,
  mapped: MappedRow,
  ref: string,
  name: string,
  position: PositionFact | Bilingual,
): Draft['match'] {
  const byId = known.get(ref)
  if (byId !== undefined) return { id: byId.id, by: byId.id === ref ? 'id' : 'reference' }
  const byName = known.get(plainName(name))
  if (byName !== undefined) return { id: byName.id, by: 'name' }
  const address = plainName(mapped.text('address'))
  const there = address === '' ? undefined : byAddress.get(address)
  if (there !== undefined) return { id: there.id, by: 'address' }
  if (!('key' in position)) return undefined
  const point = position.value
  const near = [...drafting.network.sites.values()].filter(
    ({ declared: { location } }) =>
      location.quality !== 'placeholder' && geodesicM([location.lon, location.lat], point) <= matchM,
  )
  return near.length === 1 && near[0] !== undefined ? { id: near[0].id, by: 'position' } : undefined
}

/** What the inventory says otherwise; the inventory stays as it is. */
function comparedWith(site: Site | undefined, facts: readonly Fact[]): Fact[] {
  if (site === undefined) return [...facts]
  const { declared } = site
  return facts.flatMap((fact): Fact[] => {
    const has = hasAlready(fact, site)
    if (has === undefined && fact.certainty === 'guessed') return seen(fact)
    if (has === undefined) return [fact]
    return [
      {
        ...fact,
        certainty: 'contradicted',
        why: { id: `inventaris berkata ${has} (${declared.site})`, en: `the inventory says ${has} (${declared.site})` },
      },
    ]
  })
}

/** What is only guessed of a site that is declared says nothing about it; its cells were read. */
function seen({ key, value, from }: Fact): Fact[] {
  return from.every(({ column }) => column === undefined) ? [] : [factOf(`(${key})`, value, from)]
}

/** What a declared site says of a key, where that is something else. */
function hasAlready({ key, value, certainty }: Fact, { declared }: Site): string | undefined {
  if (key === 'router.version' && value !== declared.router.version) return declared.router.version
  if (key === 'name' && idFrom(String(value)) === declared.site) return undefined
  if (key === 'name' && plainName(String(value)) !== plainName(declared.name)) return declared.name
  if (key === 'kecamatan' && certainty === 'sure' && value !== declared.kecamatan) return declared.kecamatan
  if (key === 'location' && typeof value === 'object' && 'lat' in value && value['quality'] !== 'placeholder') {
    const away = geodesicM([Number(value['lon']), Number(value['lat'])], [declared.location.lon, declared.location.lat])
    return away > matchM ? `${declared.location.lat}, ${declared.location.lon}` : undefined
  }
  if (key === 'router.serial' && declared.router.serial !== undefined && value !== declared.router.serial)
    return declared.router.serial
  return undefined
}
