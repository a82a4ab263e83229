import { z } from 'zod'
import {
  addressingMeanings,
  amendedMeanings,
  asNumbersMeanings,
  budgetMeanings,
  everywhereMeanings,
  handoffMeanings,
  handoffPortMeanings,
  networkMeanings,
  noteMeanings,
  poolMeanings,
  rangeMeanings,
  segmentMeanings,
  transferMeanings,
  zoneMeanings,
} from './meanings/network.ts'
import { explained } from './meanings/meaning.ts'
import { management, routing, services, spbe } from './network-services.ts'
import { slaPercentMeanings } from './meanings/policy.ts'
import { labelTerms } from './label-terms.ts'
import { policy } from './policy.ts'
import { reviewTerms } from './review-terms.ts'
import {
  asNumber,
  count,
  date,
  domainName,
  id,
  nameOf,
  percent,
  portName,
  positive,
  rupiah,
  seratVersion,
  text,
  transportPort,
  v4Address,
  v4Prefix,
  v6Prefix,
  v6Subnets,
  vlanId,
  word,
} from './scalars.ts'

const pool = explained(z.strictObject({ v4: v4Prefix, v6: v6Subnets }), poolMeanings)

/**
 * A zone owns an aggregate pool in each family, so that no filter, summary or limit ever lists sites.
 * `reaches` names the zones that its hosts may open connections to; everything else is dropped.
 */
const zone = explained(
  z.strictObject({
    name: text,
    v4: v4Prefix,
    v6: v6Subnets,
    kind: z.enum(['government', 'guest', 'management', 'noc', 'services']),
    reaches: z.array(nameOf('zone')),
  }),
  zoneMeanings,
)

/** A kind of access network that a site can have. */
const segment = explained(
  z.strictObject({
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
    everywhere: explained(z.strictObject({ hosts: count }), everywhereMeanings).optional(),
    status: z.enum(['active', 'suspended']).default('active'),
  }),
  segmentMeanings,
)

/** Where a provider hands circuits over: a trunk with a VLAN a circuit, on one or both cores. */
const handoff = explained(
  z.strictObject({
    provider: nameOf('provider'),
    speedMbps: positive,
    ports: z
      .array(explained(z.strictObject({ router: nameOf('router'), port: portName }), handoffPortMeanings))
      .min(1)
      .max(2),
  }),
  handoffMeanings,
)

const budget = explained(
  z.strictObject({
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
    amended: z
      .array(explained(z.strictObject({ dppa: word, date, ceilingRupiah: rupiah }), amendedMeanings))
      .default([]),
    note: text.optional(),
  }),
  budgetMeanings,
)

export const networkFile = explained(
  z.strictObject({
    network: id,
    /** Version of Serat that its files were last written for; an older one refuses them. Absent in those of 0.1. */
    serat: seratVersion.optional(),
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
    notes: z.array(explained(z.strictObject({ id: text, en: text }), noteMeanings)).optional(),
    /** Under which terms maps and tables may be handed on: an SPDX identifier, or a sentence. */
    licence: text.optional(),
    /** How CSV is written: RFC 4180, or as Excel opens it where the comma is the decimal sign. */
    csv: z.enum(['comma', 'semicolon']).default('comma'),
    /** Aggregates that the hub announces to leased sites; the v6 one is the ULA /48 of the ledger unless given. */
    addressing: explained(
      z.strictObject({
        v4: v4Prefix,
        v6: v6Prefix.optional(),
        loopback: pool,
        link: pool,
        tunnel: pool,
        transfer: explained(z.strictObject({ v4: v4Prefix }), transferMeanings),
      }),
      addressingMeanings,
    ),
    asNumbers: explained(
      z.strictObject({
        hub: asNumber,
        sites: explained(z.strictObject({ from: asNumber, to: asNumber }), rangeMeanings),
      }),
      asNumbersMeanings,
    ),
    tenantVlans: explained(z.strictObject({ from: vlanId, to: vlanId }), rangeMeanings).default({
      from: 1000,
      to: 1999,
    }),
    tunnelPorts: explained(z.strictObject({ from: transportPort, to: transportPort }), rangeMeanings).default({
      from: 51_000,
      to: 58_999,
    }),
    zones: z.record(id, zone),
    segments: z.record(id, segment),
    handoffs: z.record(id, handoff).default({}),
    routing,
    services,
    management,
    /** Lowest availability, in percent of a month, that a circuit to a site of this class may be bought with. */
    slaPercent: explained(
      z.strictObject({ hub: percent, opd: percent, kecamatan: percent, field: percent }),
      slaPercentMeanings,
    ),
    budgets: z.array(budget).default([]),
    /** Facts for the evaluation of electronic government (SPBE). */
    spbe: spbe.prefault({}),
    labels: labelTerms.optional(),
    review: reviewTerms.prefault({}),
    policy: policy.prefault({}),
  }),
  networkMeanings,
)

export type NetworkDeclaration = z.output<typeof networkFile>
export type ZoneDeclaration = z.output<typeof zone>
export type SegmentDeclaration = z.output<typeof segment>
export type HandoffDeclaration = z.output<typeof handoff>
export type BudgetDeclaration = z.output<typeof budget>
