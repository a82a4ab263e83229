import { z } from 'zod'
import { reviewTerms } from './review-terms.ts'
import {
  asNumber,
  count,
  date,
  domainName,
  id,
  mailAddress,
  nameOf,
  percent,
  portName,
  positive,
  rupiah,
  secret,
  text,
  transportPort,
  v4Address,
  v4Prefix,
  v6Address,
  v6Prefix,
  v6Subnets,
  vlanId,
  word,
} from './scalars.ts'

const pool = z.strictObject({ v4: v4Prefix, v6: v6Subnets })

/**
 * A zone owns an aggregate pool in each family, so that no filter, summary or limit ever lists sites.
 * `reaches` names the zones that its hosts may open connections to; everything else is dropped.
 */
const zone = z.strictObject({
  name: text,
  v4: v4Prefix,
  v6: v6Subnets,
  kind: z.enum(['government', 'guest', 'management', 'noc', 'services']),
  reaches: z.array(nameOf('zone')),
})

/** A kind of access network that a site can have. */
const segment = z.strictObject({
  name: text,
  zone: nameOf('zone'),
  vlan: vlanId,
  /** Order of service when a leased circuit is full; 1 goes first. */
  priority: z.number().int().min(1).max(8).meta({ scalar: 'priority' }),
  dhcp: z.boolean().default(true),
  leaseHours: count.default(8),
  /** Address of the server that phones fetch their settings from (DHCP option 150). */
  tftp: v4Address.optional(),
  /** Present at every site, with this many hosts, unless the site says otherwise. */
  everywhere: z.strictObject({ hosts: count }).optional(),
  status: z.enum(['active', 'suspended']).default('active'),
})

/** Where a provider hands circuits over: a trunk with a VLAN a circuit, on one or both cores. */
const handoff = z.strictObject({
  provider: nameOf('provider'),
  speedMbps: positive,
  ports: z
    .array(z.strictObject({ router: nameOf('router'), port: portName }))
    .min(1)
    .max(2),
})

const budget = z.strictObject({
  budget: id,
  name: text,
  year: z.number().int().min(2000).max(2100).meta({ scalar: 'year' }),
  subKegiatan: z
    .string()
    .regex(/^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{4}$/)
    .meta({ scalar: 'subKegiatan' }),
  account: z
    .string()
    .regex(/^5\.\d\.\d{2}\.\d{2}\.(\d{2}\.\d{4}|\d{3}\.\d{5})$/)
    .meta({ scalar: 'account' }),
  /** Ceiling by the first DPA. */
  ceilingRupiah: rupiah,
  /** Later ones: each DPPA (or shift) with its number, its day, and the ceiling from then on. */
  amended: z.array(z.strictObject({ dppa: word, date, ceilingRupiah: rupiah })).default([]),
  note: text.optional(),
})

const services = z.strictObject({
  dns: z.strictObject({ v4: z.array(v4Address).min(1), v6: z.array(v6Address).optional() }),
  ntp: z.strictObject({ v4: z.array(v4Address).min(1) }),
  syslog: z.strictObject({ v4: v4Address, port: transportPort.default(514) }),
  snmp: z.strictObject({
    user: id,
    contact: mailAddress,
    trapTarget: v4Address,
    authentication: secret,
    privacy: secret,
  }),
})

/** Who may log in: accounts from AAA, and one account by reference for the day that AAA is down. */
/** How a technician gets in at a router that the NOC does not reach: the console where the model has one, and a port. */
const localAccess = z.strictObject({
  /** A prefix that is nowhere else: the router has its first address on the port, the technician another one. */
  v4: v4Prefix,
  /** The port by model; a router's own `local_port` says otherwise. */
  ports: z.array(z.strictObject({ model: word, port: portName })).default([]),
})

const management = z.strictObject({
  localAccess: localAccess.optional(),
  breakGlass: z.strictObject({ user: id, password: secret }),
  readOnly: z.strictObject({ user: id, password: secret }),
  radius: z.strictObject({ server: v4Address, secret }).optional(),
})

const routing = z.strictObject({
  ospfKey: secret,
  bgpKey: secret,
  /** Reference bandwidth in Mbit/s: the cost of a link is this over its speed. */
  referenceMbps: positive.default(100_000),
  /** Administrative distance of routes over leased circuits; above OSPF's 110, so that fibre wins. */
  leasedDistance: z.number().int().min(111).max(250).meta({ scalar: 'distance' }).default(150),
  /** Most prefixes that a leased site may announce in each family. */
  maximumPrefixes: count.default(32),
  fibreBfd: z.strictObject({ intervalMs: count, multiplier: count }).default({ intervalMs: 300, multiplier: 3 }),
  leasedBfd: z.strictObject({ intervalMs: count, multiplier: count }).default({ intervalMs: 1000, multiplier: 5 }),
})

/** What the evaluation of electronic government (SPBE, Perpres 95/2018) asks about the intra-network and nobody can compute. */
const spbe = z.strictObject({
  /** Networks that this one is connected with: the government's own (JIP), those of others. */
  interconnections: z.array(z.strictObject({ name: text, since: date })).default([]),
  /** Reviews of the service: how many actions were agreed, and how many of them are done. */
  reviews: z
    .array(
      z.strictObject({
        date,
        /** Who reviewed, by role. */
        by: text,
        actions: z.number().int().min(0).max(10_000).meta({ scalar: 'nonNegative' }).default(0),
        done: z.number().int().min(0).max(10_000).meta({ scalar: 'nonNegative' }).default(0),
      }),
    )
    .default([]),
})

export const networkFile = z.strictObject({
  network: id,
  name: text,
  asOf: date.optional(),
  /** Since this day routers run by it: without its ledger nothing may be built. */
  inServiceSince: date.optional(),
  hub: nameOf('site'),
  fibreRadiusKm: positive.max(1000).default(15),
  domain: domainName,
  timeZone: word.default('Asia/Jakarta'),
  banner: z.array(text).min(1).max(10),
  /** What a reader of any output must know of these data, above all what is composed. */
  notes: z.array(z.strictObject({ id: text, en: text })).optional(),
  /** Aggregates that the hub announces to leased sites; the v6 one is the ULA /48 of the ledger unless given. */
  addressing: z.strictObject({
    v4: v4Prefix,
    v6: v6Prefix.optional(),
    loopback: pool,
    link: pool,
    tunnel: pool,
    transfer: z.strictObject({ v4: v4Prefix }),
  }),
  asNumbers: z.strictObject({ hub: asNumber, sites: z.strictObject({ from: asNumber, to: asNumber }) }),
  tenantVlans: z.strictObject({ from: vlanId, to: vlanId }).default({ from: 1000, to: 1999 }),
  tunnelPorts: z.strictObject({ from: transportPort, to: transportPort }).default({ from: 51_000, to: 58_999 }),
  zones: z.record(id, zone),
  segments: z.record(id, segment),
  handoffs: z.record(id, handoff).default({}),
  routing,
  services,
  management,
  /** Lowest availability, in percent of a month, that a circuit to a site of this class may be bought with. */
  slaPercent: z.strictObject({ hub: percent, opd: percent, kecamatan: percent, field: percent }),
  budgets: z.array(budget).default([]),
  /** Facts for the evaluation of electronic government (SPBE). */
  spbe: spbe.prefault({}),
  review: reviewTerms.prefault({}),
  policy: z
    .strictObject({
      /** Sites beside the hub that may hand out NOC addresses: from them a circuit may bring any of these, and cores cannot tell a forged one. */
      nocSites: z.array(nameOf('site')).default([]),
      /** A pool is nearly full from this share on. */
      poolFullPercent: percent.default(80),
      /** Cores that every cable keeps free. */
      spareCores: z.number().int().min(0).max(100).meta({ scalar: 'count' }).default(2),
      /** Rings must have slack within this distance along the cable; absent: not asked. */
      slackEveryM: positive.optional(),
      /** Days before a contract's end at which it is mentioned. */
      expiryDays: z.array(count).default([90, 60, 30]),
      /** Days after a month in which its invoice is expected to be paid. */
      unpaidDays: count.default(60),
      /** How far a site's point may lie outside the approximate outline of its kecamatan. */
      outlineToleranceKm: positive.default(2),
      /** Longest span of each kind; a cable type may say less. Longer ones are rather a wrong point than a long span. */
      longestSpanM: z
        .strictObject({ aerial: positive.default(1000), duct: positive.default(1000), buried: positive.default(4000) })
        .prefault({}),
      /** Sharpest turn of a cable at a structure, in degrees between the span that comes and the one that goes; 180 is straight on. */
      smallestAngleDeg: z.number().min(0).max(180).meta({ scalar: 'nonNegative' }).default(30),
      /** Splices that a tray holds where its closure does not say. */
      splicesPerTray: count.default(12),
      designMarginDb: z.number().min(0).max(20).meta({ scalar: 'nonNegative' }).default(3),
    })
    .prefault({}),
})

export type NetworkDeclaration = z.output<typeof networkFile>
export type ZoneDeclaration = z.output<typeof zone>
export type SegmentDeclaration = z.output<typeof segment>
export type HandoffDeclaration = z.output<typeof handoff>
export type BudgetDeclaration = z.output<typeof budget>
