import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Area, Network } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { countOf } from '../values/numbers.ts'
import { areaAt, areaNamed } from './areas.ts'
import { factIf, factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { routerFacts } from './router.ts'
import { statusOf } from './structure-facts.ts'
import { tenantsOf } from './tenants.ts'
import { textFrom } from './text.ts'
import type { PositionFact } from './position.ts'

/** What a site is called and where it stands, as far as it is said. */
interface Naming {
  readonly id: string
  readonly name: string
  readonly ref: string
  readonly isTwice: boolean
  readonly position: PositionFact | Bilingual
}

/** Everything that a site's file says, each with where it comes from. */
export function siteFacts(
  { network }: Drafting,
  mapped: MappedRow,
  { id, name, ref, isTwice, position }: Naming,
): { facts: Fact[]; tenants: Draft[] } {
  const named = mapped.text('name') === '' ? mapped.spot('ref') : mapped.spot('name')
  const said = areaNamed(network, mapped.text('kecamatan')) ?? areaNamed(network, name)
  const place = placed(network, position, said, mapped)
  const area = said ?? areaAt(network, place.point)
  const areaWhy = area === undefined ? noArea : said === undefined ? byPoint : undefined
  const isKecamatan = /^(kantor )?(kecamatan|kec\b)/i.test(name)
  const { tenants, fact } = tenantsOf(network, mapped, name, isKecamatan)
  const hosts = countOf(mapped.cell('hosts'), mapped.decimal('hosts'))
  const status = statusOf(mapped.text('status'))
  const address = textFrom(mapped.text('address'))
  const note = textFrom(mapped.text('note'))
  return {
    tenants,
    facts: [
      factOf('name', name, named),
      factOf('class', isKecamatan ? 'kecamatan' : 'opd', mapped.spot('kind'), 'guessed', byName),
      factOf(
        'kecamatan',
        area?.id ?? network.hub.declared.kecamatan,
        mapped.spot('kecamatan'),
        areaWhy === undefined ? 'sure' : 'guessed',
        areaWhy,
      ),
      place.fact,
      ...factIf('location.address', address, mapped.spot('address')),
      fact,
      ...routerFacts(network, mapped),
      hosts === undefined || hosts.value < 1
        ? factOf('segments', { [usualSegment(network)]: 40 }, [mapped.row.at], 'guessed', usualHosts)
        : factOf('segments', { [usualSegment(network)]: hosts.value }, mapped.spot('hosts'), 'guessed', intoSegment),
      // A site that nothing reaches yet serves nobody: a route or a circuit makes it active.
      factOf('status', status === 'retired' ? status : 'planned', mapped.spot('status'), 'guessed', untilReached),
      ...factIf('note', note, mapped.spot('note')),
      ...(ref === id
        ? [factOf('id', id, mapped.spot('ref'))]
        : [
            factOf(
              'source.ref',
              ref,
              mapped.spot('ref', 'name').slice(0, 1),
              isTwice ? 'contradicted' : 'sure',
              isTwice ? { id: `${ref} dipakai dua kali`, en: `${ref} is used twice` } : undefined,
            ),
          ]),
    ],
  }
}

const byName = { id: 'menurut namanya', en: 'by its name' }
const byPoint = { id: 'menurut titiknya', en: 'by its point' }
const noArea = {
  id: 'kecamatan tidak ditemukan; yang di pusat dipakai',
  en: 'no kecamatan was found; that of the hub was taken',
}
const usualHosts = { id: 'jumlah host tidak disebut; 40 dipakai', en: 'its number of hosts is not said; 40 was taken' }
const intoSegment = { id: 'jumlah itu dihitung untuk segmen data', en: 'that number was counted for the data segment' }
const untilReached = {
  id: 'direncanakan, sampai ada rute atau sirkuit',
  en: 'planned, until a route or circuit reaches it',
}

function usualSegment({ segmentKinds }: Network): string {
  return (
    (
      segmentKinds.get('data') ??
      [...segmentKinds.values()].find(({ zone }) => zone.declared.kind === 'government') ??
      [...segmentKinds.values()][0]
    )?.id ?? 'data'
  )
}

function placed(
  network: Network,
  position: PositionFact | Bilingual,
  area: Area | undefined,
  mapped: MappedRow,
): { readonly point: Point; readonly fact: Fact } {
  if ('key' in position) {
    const point = position.value
    const quality = position.certainty === 'sure' ? 'sourced' : 'approximate'
    return { point, fact: { ...position, key: 'location', value: { lat: point[1], lon: point[0], quality } } }
  }
  const { lat, lon } = network.hub.declared.location
  const point: Point = area?.declared.centroid ?? [lon, lat]
  const instead =
    area === undefined
      ? { id: 'titik pusat dipakai', en: 'the point of the hub was taken' }
      : { id: 'titik tengah kecamatan dipakai', en: 'the centroid of the kecamatan was taken' }
  const why = { id: `${position.id}; ${instead.id}`, en: `${position.en}; ${instead.en}` }
  return {
    point,
    fact: factOf(
      'location',
      { lat: point[1], lon: point[0], quality: 'placeholder' },
      mapped.spot('lat', 'lon', 'position', 'easting', 'northing'),
      'guessed',
      why,
    ),
  }
}
