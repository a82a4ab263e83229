import { createHash } from 'node:crypto'
import type { Cable, Network, Site, Structure } from '../../model/network.ts'
import { lineAlong, structuresAlong, type Exported } from './tables.ts'

const schema =
  'https://raw.githubusercontent.com/Open-Telecoms-Data/open-fibre-data-standard/0__3__0/schema/network-schema.json'
const deployments = { aerial: 'aboveGround', duct: 'ducts', buried: 'directBuried' } as const

/** A network package of the Open Fibre Data Standard 0.3: structures and sites as nodes, cables as spans with their route. */
export function exportOfds({ declared }: Network, { sites, structures, cables }: Exported): string {
  const network = {
    id: uuidOf(declared.network),
    name: declared.name,
    links: [{ href: schema, rel: 'describedby' }],
    nodes: [...structures.map(structureNode), ...sites.map(siteNode)],
    spans: cables.map(spanOf),
  }
  return `${JSON.stringify({ networks: [network] }, null, 1)}\n`
}

/** The same id for the same network in every export, in the form of a UUID made from a name (RFC 9562, version 8). */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`serat ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function structureNode({ id, point, declared }: Structure): object {
  return {
    id: declared.source?.ref ?? id,
    name: declared.source?.ref ?? id,
    type: [declared.kind],
    status: declared.status === 'active' ? 'operational' : 'planned',
    location: { type: 'Point', coordinates: point },
  }
}

function siteNode({ id, declared }: Site): object {
  const { lat, lon, address } = declared.location
  return {
    id: declared.source?.ref ?? id,
    name: declared.name,
    type: ['site'],
    location: { type: 'Point', coordinates: [lon, lat] },
    ...(address === undefined ? {} : { address: { streetAddress: address } }),
  }
}

function spanOf(cable: Cable): object {
  const { id, type, declared, spans } = cable
  const along = structuresAlong(cable)
  const kind = spans[0]?.declared.kind ?? 'aerial'
  const end = (structure: Structure | undefined): string => structure?.declared.source?.ref ?? structure?.id ?? ''
  return {
    id: declared.source?.ref ?? id,
    name: declared.source?.ref ?? id,
    status: declared.status === 'active' ? 'operational' : 'planned',
    start: end(along[0]),
    end: end(along.at(-1)),
    fibreCount: type.declared.cores,
    deployment: [deployments[kind]],
    route: { type: 'LineString', coordinates: lineAlong(cable) },
  }
}
