import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Handoff, Network, Router, Site } from '../../model/network.ts'
import type { PortModel } from '../../model/platform.ts'
import type { Source } from '../../source/source.ts'
import type { Edited, Refused } from '../edited.ts'
import { freePorts, freeVlan } from './free.ts'
import { lacking, refusal, withFiles, type Making } from './outcome.ts'
import { placeOf, siteFiles } from './place.ts'

const unpaid: Bilingual = {
  id: 'direncanakan, belum berlayanan: `serat new contract` memberinya kontrak dan menghidupkannya',
  en: 'planned, without service yet: `serat new contract` gives it a contract and puts it into service',
}

/**
 * A leased circuit to a site that is there: a hand-off of its provider, a VLAN on it, a port at the site. It waits for
 * its contract.
 */
export function newCircuit(making: Making, role: 'primary' | 'backup'): Edited | Refused {
  const { network, sources, wish } = making
  const missing = lacking(wish, ['site', 'provider', 'mbps', 'monthly'])
  if (missing !== undefined) return missing
  const site = network.sites.get(wish.site ?? '')
  if (site === undefined || site === network.hub)
    return refusal(
      `--site ${wish.site}: situs yang ada, bukan pusat`,
      `--site ${wish.site}: a site that is there, not the hub`,
    )
  const reached = role === 'primary' ? reachedBy(network, site) : undefined
  if (reached !== undefined)
    return refusal(
      `${site.id} sudah dicapai ${reached}; cadangan ditulis dengan serat new backup`,
      `${site.id} is reached by ${reached} already; a second way is written by serat new backup`,
    )
  const port = freePorts(network, site.router).find(isFit)
  if (port === undefined)
    return refusal(`tidak ada port bebas di router ${site.router.id}`, `no port is free at router ${site.router.id}`)
  const bought = boughtOf(making, { site, router: site.router, port, role })
  if (!('text' in bought)) return bought
  return withFiles(sources, [bought], [...bought.remarks, unpaid])
}

/** What a primary circuit would be paid for a second time. */
function reachedBy({ index }: Network, { id, router }: Site): string | undefined {
  const route = (index.routesOfRouter.get(router.id) ?? []).find(({ declared }) => declared.status !== 'retired')
  const circuit = (index.circuitsOfSite.get(id) ?? []).find(
    ({ declared }) => declared.role === 'primary' && declared.status !== 'retired',
  )
  return route === undefined ? circuit && `circuit:${circuit.id}` : `route:${route.id}`
}

/** A site outside the radius, with the circuit that reaches it. */
export function newLeasedSite(making: Making): Edited | Refused {
  const { network, sources, wish } = making
  const missing = lacking(wish, ['provider', 'mbps', 'monthly'])
  if (missing !== undefined) return missing
  const place = placeOf(making, 'leased')
  if (!('point' in place)) return place
  const model = network.platforms.get(place.platform)?.models[place.model]
  const local = network.declared.management.localAccess?.ports.find(each => each.model === place.model)?.port
  const port = model?.ports.find(each => each.name !== model.trunk && each.name !== local && isFit(each))
  if (port === undefined)
    return refusal(`--model ${place.model}: lihat serat show models`, `--model ${place.model}: see serat show models`)
  const bought = boughtOf(making, { site: { id: wish.id }, router: { id: wish.id }, port, role: 'primary' })
  if (!('text' in bought)) return bought
  const files = [...siteFiles(making, place, 'kecamatan', 'planned'), bought]
  return withFiles(sources, files, [...bought.remarks, unpaid])
}

function isFit({ medium }: PortModel): boolean {
  return medium === 'copper'
}

interface Ends {
  readonly site: Pick<Site, 'id'>
  readonly router: Pick<Router, 'id'>
  readonly port: PortModel
  readonly role: 'primary' | 'backup'
}

function boughtOf(
  { network, wish }: Making,
  { site, router, port, role }: Ends,
): (Source & { readonly remarks: Bilingual[] }) | Refused {
  const handoff = handoffOf(network, wish.provider ?? '')
  if (handoff === undefined)
    return refusal(
      `--provider ${wish.provider}: belum punya serah terima (handoffs di network.yaml)`,
      `--provider ${wish.provider}: it has no hand-off (handoffs of network.yaml)`,
    )
  const vlan = freeVlan(network, handoff)
  const [mbps, monthly] = [Number(wish.mbps), Number(wish.monthly)]
  if (vlan === undefined) return refusal(`VLAN ${handoff.id} habis`, `no VLAN is free on ${handoff.id}`)
  if (!(mbps > 0) || !Number.isInteger(monthly) || monthly < 0)
    return refusal('--mbps dan --monthly: angka', '--mbps and --monthly: numbers')
  const id = site.id === wish.id ? `ckt-${wish.id}` : wish.id
  const year = wish.today.slice(0, 4)
  const text = `# yaml-language-server: $schema=../../.serat/schema/lease.json
circuit: ${id}
provider: ${handoff.provider.id}
provider_ref: ${wish.number ?? `RENCANA-${vlan}`}
service: metro-ethernet
bandwidth_mbps: ${mbps}
monthly_rupiah: ${monthly}
hub: { handoff: ${handoff.id}, vlan: ${vlan} }
site: { id: ${site.id}, port: ${port.name} }
role: ${role}
period: { from: ${wish.from ?? wish.today}, to: ${wish.to ?? `${year}-12-31`} }
status: planned
`
  return {
    path: `circuits/${id}.yaml`,
    text,
    remarks: [
      {
        id: `serah terima ${handoff.id}, VLAN ${vlan}: nomor sesudah yang tertinggi`,
        en: `hand-off ${handoff.id}, VLAN ${vlan}: the number behind the highest`,
      },
      {
        id: `port ${router.id} ${port.name}: port tembaga pertama yang bebas`,
        en: `port ${router.id} ${port.name}: the first free copper port`,
      },
    ],
  }
}

/** The hand-off of a provider with the most free VLANs; there is seldom more than one. */
function handoffOf({ handoffs, index }: Network, provider: string): Handoff | undefined {
  return [...handoffs.values()]
    .filter(handoff => handoff.provider.id === provider)
    .toSorted(
      (a, b) => (index.circuitsOfHandoff.get(a.id)?.length ?? 0) - (index.circuitsOfHandoff.get(b.id)?.length ?? 0),
    )[0]
}
