import type { SiteValue, TenantValue } from '../inventory/value.ts'
import { pointOf, type Spot } from './geometry.ts'
import { linuxModel, routerValue } from './models.ts'
import { between, pick, type Random } from './random.ts'

/** Where a site has its way in. */
export type Reach = 'ring' | 'spur' | 'leased'

export interface Office {
  readonly site: SiteValue
  readonly tenants: readonly TenantValue[]
}

export interface OfficeShape {
  readonly number: number
  readonly reach: Reach
  readonly model: string
  readonly spot: Spot
}

const sharedEvery = 22
const kecamatan = 26

/** A site with its agencies; each 22nd is shared by eight, with a data segment apiece. */
export function officeOf(random: Random, shape: OfficeShape): Office {
  const { number, reach, model, spot } = shape
  const id = officeId(shape)
  const [lon, lat] = pointOf(spot)
  const shared = number % sharedEvery === 0 && reach === 'ring'
  const tenants = Array.from(
    { length: shared ? 8 : 1 },
    (_, i): TenantValue => ({
      tenant: i === 0 ? id : `${id}-${i + 1}`,
      name: `Perangkat daerah ${number}${i === 0 ? '' : ` bagian ${i + 1}`}`,
      kind: reach === 'leased' ? 'kecamatan' : 'dinas',
      costCentre: `SKPD-${number}-${i + 1}`,
      ...(random() < 0.7 ? { publicService: true } : {}),
    }),
  )
  const site: SiteValue = {
    site: id,
    name: `Kantor ${reach === 'leased' ? 'Kecamatan' : 'Dinas'} ${number}`,
    class: reach === 'leased' ? 'kecamatan' : 'opd',
    kecamatan: areaCode(number % kecamatan),
    location: { lat, lon, quality: 'approximate', note: 'composed: a point made by the generator, not an office' },
    tenants: tenants.map(({ tenant }) => tenant),
    router: routerValue(random, model, number),
    segments: segmentsOf(random, shape, shared ? tenants : []),
    power: {
      feeder: `KLT-${String(between(random, 1, 20)).padStart(2, '0')}`,
      upsMinutes: between(random, 10, 30),
      ...(random() < 0.1 ? { generator: true } : {}),
    },
  }
  return { site, tenants }
}

export function officeId({ number, reach }: Pick<OfficeShape, 'number' | 'reach'>): string {
  return `${reach === 'leased' ? 'kec' : 'opd'}-${String(number).padStart(5, '0')}`
}

function segmentsOf(
  random: Random,
  { number, reach, model }: OfficeShape,
  tenants: readonly TenantValue[],
): SiteValue['segments'] {
  const large = reach !== 'leased'
  const hosts = large ? between(random, 40, 110) : between(random, 22, 40)
  return {
    data: tenants.length === 0 ? hosts : tenants.map(({ tenant }) => ({ tenant, hosts: between(random, 30, 100) })),
    voice: large ? 12 : 10,
    // One site in four has no cameras, so that v6 has room for 10,000 sites.
    ...(number % 4 === 3 && model !== linuxModel ? {} : { cctv: pick(random, large ? [8, 12, 24] : [4, 8]) }),
    ...(number % 5 === 1 ? { guest: 60 } : {}),
  }
}

export function areaCode(index: number): string {
  return `33.10.${String(index + 1).padStart(2, '0')}`
}
