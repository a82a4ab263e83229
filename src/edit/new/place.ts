import { geodesicM } from '../../model/geodesy.ts'
import type { Network, Site } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import type { Source } from '../../source/source.ts'
import type { Refused } from '../edited.ts'
import { lacking, mostUsed, pointOf, refusal, yamlText, type Making } from './outcome.ts'
import type { NewWish } from './wish.ts'

export interface NewPlace {
  readonly point: Point
  /** From the hub. */
  readonly distanceM: number
  readonly router: string
  readonly model: string
  readonly platform: string
}

type Reach = 'fibre' | 'leased'

/** Where a new site stands and which router it has: that of most sites that are reached alike. */
export function placeOf({ network, wish }: Making, reach: Reach): NewPlace | Refused {
  const missing = lacking(wish, ['name', 'at', 'kecamatan'])
  if (missing !== undefined) return missing
  const at = pointOf(wish.at)
  if (at === undefined)
    return refusal(
      '--at: lintang,bujur dalam derajat: -7.7125,110.5928',
      '--at: latitude,longitude in degrees: -7.7125,110.5928',
    )
  const alike = [...network.sites.values()].filter(site => site !== network.hub && isReached(network, site) === reach)
  const fallback = alike.length === 0 ? [...network.sites.values()] : alike
  const key = mostUsed(
    fallback.map(({ router: { declared } }) => `${declared.platform}\n${declared.model}\n${declared.version}`),
  )
  const [platform = '', usual = '', version = ''] = (key ?? '').split('\n')
  const model = wish.model ?? usual
  const point: Point = [at.lon, at.lat]
  const { lat, lon } = network.hub.declared.location
  const asset = wish.asset === undefined ? '' : `, asset_register: ${wish.asset}`
  return {
    point,
    distanceM: geodesicM([lon, lat], point),
    model,
    platform,
    router: `{ platform: ${platform}, model: ${yamlText(model)}, version: "${version}"${asset} }`,
  }
}

function isReached({ index }: Network, site: Site): Reach {
  return (index.routesOfRouter.get(site.router.id) ?? []).length > 0 ? 'fibre' : 'leased'
}

/** The files of a site and of agencies in it that nobody has declared. */
export function siteFiles(
  { network, wish }: Making,
  place: NewPlace,
  siteClass: string,
  status: 'active' | 'planned',
): Source[] {
  const segments = segmentsOf(network, wish)
  const text = `# yaml-language-server: $schema=../../.serat/schema/site.json
site: ${wish.id}
name: ${yamlText(wish.name ?? wish.id)}
class: ${siteClass}
kecamatan: "${wish.kecamatan}"
location: { lat: ${place.point[1]}, lon: ${place.point[0]}, quality: approximate }
tenants: [${wish.tenants.join(', ')}]
router: ${place.router}
segments:
${segments.map(([segment, hosts]) => `  ${segment}: ${hosts}\n`).join('')}${status === 'planned' ? 'status: planned\n' : ''}`
  const agencies = wish.tenants
    .filter(tenant => !network.tenants.has(tenant))
    .map(
      (tenant): Source => ({
        path: `tenants/${tenant}.yaml`,
        text: `# yaml-language-server: $schema=../../.serat/schema/tenant.json
tenant: ${tenant}
name: ${yamlText(wish.name ?? tenant)}
kind: ${siteClass === 'kecamatan' ? 'kecamatan' : 'dinas'}
`,
      }),
    )
  return [{ path: `opd/${wish.id}.yaml`, text }, ...agencies]
}

/** `data=40`; of the first government segment 40 hosts unless something else is said. */
function segmentsOf({ segmentKinds }: Network, { segments }: NewWish): [string, string][] {
  if (segments.length > 0)
    return segments.map((text): [string, string] => {
      const [segment = '', hosts = '40'] = text.split('=')
      return [segment, hosts]
    })
  const usual =
    segmentKinds.get('data') ?? [...segmentKinds.values()].find(({ zone }) => zone.declared.kind === 'government')
  return usual === undefined ? [] : [[usual.id, '40']]
}
