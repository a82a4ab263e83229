import { createHash } from 'node:crypto'
import type { Cable, Network, Span, Structure } from '../../model/network.ts'
import { hopsAlong, structuresAlong, type Exported } from './tables.ts'

const schema = 'https://standard.ofds.info/en/0__4__0/network-schema.json'
const deployments = { aerial: 'aboveGround', duct: 'belowGround', buried: 'belowGround', rented: undefined } as const

/**
 * A network package of the Open Fibre Data Standard 0.4: each stretch of a cable from structure to structure is a span,
 * named as the cable and numbered behind `#`, and what a span uses is a node. A node that no span uses is a fault
 * there, so what carries no cable, and sites, are left out.
 */
export function exportOfds({ declared }: Network, { cables }: Pick<Exported, 'cables'>): string {
  const structures = new Map(cables.flatMap(structuresAlong).map(structure => [structure.id, structure]))
  const network = {
    id: uuidOf(declared.network),
    name: declared.name,
    links: [{ href: schema, rel: 'describedby' }],
    nodes: [...structures.values()].map(structureNode),
    spans: cables.flatMap(spansOf),
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

function spansOf(cable: Cable): object[] {
  const { id, type, declared, spans } = cable
  const name = declared.source?.ref ?? id
  return hopsAlong(cable).map(({ from, to, points }, i) => ({
    id: `${name}#${i + 1}`,
    name,
    status: declared.status === 'active' ? 'operational' : 'planned',
    start: from.declared.source?.ref ?? from.id,
    end: to.declared.source?.ref ?? to.id,
    fibreCount: type.declared.cores,
    ...deploymentOf(spans[i]),
    ...groundOf(spans[i]),
    route: { type: 'LineString', coordinates: points },
  }))
}

/** How a rented fibre lies is not known. */
function deploymentOf(span: Span | undefined): object {
  const deployment = deployments[span?.declared.kind ?? 'aerial']
  return deployment === undefined ? {} : { deployment: [deployment] }
}

/**
 * Words of the standard hold no pipe, trench or depth: they stand in its free text, and whose the way is where it is
 * another's.
 */
function groundOf(span: Span | undefined): object {
  if (span === undefined) return {}
  const { owner, duct, subduct, trench, depthM } = span.declared
  const words = [
    ...(duct === undefined ? [] : [`duct ${duct}${subduct === undefined ? '' : ` (${subduct})`}`]),
    ...(trench === undefined ? [] : [`trench ${trench}`]),
    ...(depthM === undefined ? [] : [`${depthM} m deep`]),
  ]
  return {
    ...(words.length === 0 ? {} : { deploymentDetails: { description: words.join(', ') } }),
    ...(owner === undefined ? {} : { physicalInfrastructureProvider: { id: owner, name: owner } }),
  }
}
