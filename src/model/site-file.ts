import { z } from 'zod'
import {
  areaMeanings,
  coreMeanings,
  locationMeanings,
  powerMeanings,
  routerMeanings,
  segmentUseMeanings,
  siteMeanings,
  tenantMeanings,
} from './meanings/site.ts'
import { explained } from './meanings/meaning.ts'
import {
  count,
  date,
  id,
  latitude,
  longitude,
  nameOf,
  naming,
  point,
  portName,
  positive,
  source,
  status,
  text,
  v4Address,
  v4Prefix,
  vlanId,
  was,
  word,
} from './scalars.ts'

const coordinateQuality = z.enum(['sourced', 'approximate', 'placeholder'])

const kecamatanCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}$/)
  .meta({ scalar: 'kecamatan' })

/** A router as it was bought: what it can do is data of its platform and model. */
const router = explained(
  z.strictObject({
    platform: id,
    model: word,
    version: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,3}){0,3}[A-Za-z0-9.-]{0,12}$/)
      .meta({ scalar: 'version' }),
    serial: word.optional(),
    /** Number in the asset register (KIB). */
    assetRegister: word.optional(),
    /** Port to the access switch, which carries every segment tagged; the model's own default unless given. */
    trunk: portName.optional(),
    /** Ports for one desk or device each, untagged, and the segment that they belong to. */
    desks: z.record(portName, nameOf('segment')).default({}),
    /** A loopback address that must be this one. */
    loopback: v4Address.optional(),
    /**
     * Port for a technician on site, in place of the network's choice for the model; `none` leaves the console alone.
     */
    localPort: portName.optional(),
    was,
  }),
  routerMeanings,
)

const segmentUse = explained(
  z.strictObject({
    hosts: count,
    status: z.enum(['active', 'suspended']).optional(),
    /** The agency that alone uses it: apart from its neighbours' segments. */
    tenant: nameOf('tenant').optional(),
    /** A prefix that must be this one. */
    v4: v4Prefix.optional(),
    /** A VLAN that must be this one; else the catalogue's, or one of the tenant range. */
    vlan: vlanId.optional(),
    dhcp: z.boolean().optional(),
  }),
  segmentUseMeanings,
)

const power = explained(
  z.strictObject({
    feeder: word.optional(),
    upsMinutes: positive.optional(),
    generator: z.boolean().optional(),
  }),
  powerMeanings,
)

export const siteFile = explained(
  z.strictObject({
    site: id,
    was,
    source,
    name: text,
    class: z.enum(['hub', 'opd', 'kecamatan', 'field']),
    kecamatan: naming(kecamatanCode, 'area'),
    location: explained(
      z.strictObject({
        lat: latitude,
        lon: longitude,
        quality: coordinateQuality,
        address: text.optional(),
        note: text.optional(),
      }),
      locationMeanings,
    ),
    tenants: z.array(nameOf('tenant')),
    /** How a leased site's cost is shared among its OPD: weights by id; equal unless given. */
    costShares: z.record(nameOf('tenant'), z.number().int().min(0).max(1_000_000).meta({ scalar: 'count' })).optional(),
    router,
    /** Core routers, at the hub only. */
    cores: z.record(id, explained(z.strictObject({ ...router.shape, building: text }), coreMeanings)).optional(),
    /** Segment of the catalogue: number of hosts, its settings, or a list with one entry a tenant. */
    segments: z.record(nameOf('segment'), z.union([count, segmentUse, z.array(segmentUse).min(1)])),
    power: power.optional(),
    status,
    since: date.optional(),
    until: date.optional(),
    note: text.optional(),
  }),
  siteMeanings,
)

/** An agency (OPD): a tenant of a site. */
export const tenantFile = explained(
  z.strictObject({
    tenant: id,
    was,
    name: text,
    kind: z.enum(['dinas', 'badan', 'sekretariat', 'inspektorat', 'satuan', 'bagian', 'kecamatan', 'other']),
    costCentre: word.optional(),
    /** Serves citizens at a counter or by phone. */
    publicService: z.boolean().default(false),
  }),
  tenantMeanings,
)

/** A kecamatan: its code, a point inside it and an approximate outline. */
export const areaFile = explained(
  z.strictObject({
    area: kecamatanCode,
    name: text,
    centroid: point,
    outline: z.array(point).min(4).optional(),
  }),
  areaMeanings,
)

export type SiteDeclaration = z.output<typeof siteFile>
export type RouterDeclaration = z.output<typeof router>
export type SegmentUseDeclaration = z.output<typeof segmentUse>
export type TenantDeclaration = z.output<typeof tenantFile>
export type AreaDeclaration = z.output<typeof areaFile>
