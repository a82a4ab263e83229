import { z } from 'zod'
import {
  asNumber,
  count,
  date,
  id,
  mailAddress,
  nameOf,
  nonNegative,
  percent,
  period,
  portName,
  positive,
  rupiah,
  secret,
  sha256,
  status,
  text,
  v4Address,
  v4Prefix,
  v6Address,
  v6Prefix,
  vlanId,
  was,
  word,
} from './scalars.ts'

/** An address with the length of its prefix: `203.0.113.10/29`. */
const v4Interface = v4Prefix
const v6Interface = v6Prefix

/** The address that an internet circuit has at the site. */
const siteAddress = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), v4: v4Interface, gateway: v4Address }),
  z.strictObject({ kind: z.literal('dynamic') }),
  z.strictObject({ kind: z.literal('cgnat') }),
])

/** Common to what is bought from a provider. */
const bought = {
  was,
  provider: nameOf('provider'),
  providerRef: word,
  /** The contract that pays for it, or those that follow each other. */
  contract: z.union([nameOf('contract'), z.array(nameOf('contract')).min(1)]).optional(),
  bandwidthMbps: positive,
  /** Fee for a month, without PPN. */
  monthlyRupiah: rupiah,
  period,
  status,
}

export const circuitFile = z.strictObject({
  circuit: id,
  ...bought,
  service: z.enum(['metro-ethernet', 'ip-vpn', 'internet']),
  /** Where it arrives at the hub; an internet circuit arrives at the uplinks instead. */
  hub: z.strictObject({ handoff: nameOf('handoff'), vlan: vlanId }).optional(),
  site: z.strictObject({
    id: nameOf('site'),
    port: portName,
    vlan: vlanId.optional(),
    address: siteAddress.optional(),
  }),
  role: z.enum(['primary', 'backup']),
  /** Among several leased paths of one site the highest preference is used. */
  preference: z.number().int().min(1).max(1000).meta({ scalar: 'preference' }).optional(),
  /** Kind of tunnel; follows from the two platforms unless given. */
  tunnel: z.enum(['wireguard', 'gre-ipsec', 'ipsec']).optional(),
  mtu: z.number().int().min(1280).max(9216).meta({ scalar: 'mtu' }).default(1500),
})

export const uplinkFile = z.strictObject({
  uplink: id,
  ...bought,
  router: nameOf('router'),
  port: portName,
  vlan: vlanId.optional(),
  address: z.strictObject({
    v4: v4Interface,
    gateway: v4Address,
    v6: v6Interface.optional(),
    gatewayV6: v6Address.optional(),
  }),
  /** Addresses that connections from inside are translated to at this core. */
  natPool: v4Prefix,
  /** Prefix that the provider routes to us; without one there is no IPv6 to the internet over this uplink. */
  prefixV6: v6Prefix.optional(),
  routing: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bgp'), as: asNumber, ourAs: asNumber, password: secret.optional() }),
    z.strictObject({ kind: z.literal('static'), probe: v4Address }),
  ]),
})

const document = z.strictObject({
  kind: z.enum(['kontrak', 'bast', 'adendum', 'invoice', 'other']),
  date: date.optional(),
  path: z
    .string()
    .regex(/^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9/_.-]{0,199}$/)
    .meta({ scalar: 'path' })
    .optional(),
  sha256: sha256.optional(),
})

const sla = z.strictObject({
  availabilityPercent: percent,
  window: z.enum(['calendar-month', 'quarter', 'year']).default('calendar-month'),
  minEventSeconds: nonNegative.default(300),
  exclude: z.array(z.enum(['force-majeure', 'customer-power', 'planned-maintenance'])).default([]),
  /** Formula of the money that comes back; absent where the contract names none. */
  restitution: z.enum(['excess-fraction', 'beibi', 'prorata']).optional(),
})

export const contractForms = ['bukti-pembelian', 'kuitansi', 'spk', 'surat-perjanjian', 'surat-pesanan'] as const

const contract = z.strictObject({
  contract: id,
  was,
  number: word,
  title: text,
  form: z.enum(contractForms),
  method: z.enum(['e-purchasing', 'pengadaan-langsung', 'penunjukan-langsung', 'tender-cepat', 'tender', 'seleksi']),
  rupId: z
    .string()
    .regex(/^\d{8}$/)
    .meta({ scalar: 'rupId' })
    .optional(),
  /** The committing officer (PPK), by role. */
  ppk: text,
  signed: date.optional(),
  /** Both days count. */
  period,
  price: z.strictObject({
    exclPpnRupiah: rupiah,
    ppnRule: z.enum(['dpp-11-12-2025', 'full-12-2025', 'full-11-2022']),
    inclPpnRupiah: rupiah,
  }),
  /** What the provider asks once, without PPN; part of the price. */
  onceRupiah: rupiah.default(0),
  budget: nameOf('budget'),
  sla: sla.optional(),
  /** What the price annex of the contract says; held against the circuits that name it. */
  annex: z.strictObject({ circuits: count, bandwidthMbps: positive }).optional(),
  multiYearApproval: word.optional(),
  documents: z.array(document).default([]),
  successor: nameOf('contract').optional(),
  note: text.optional(),
})

export const providerFile = z.strictObject({
  provider: id,
  was,
  name: text,
  /** Tax number, 16 digits (PMK 112/2022). */
  npwp: z
    .string()
    .regex(/^\d{16}$/)
    .meta({ scalar: 'npwp' }),
  noc: z.strictObject({ role: text, mail: mailAddress.optional(), hours: word.optional() }),
  escalation: z.array(z.strictObject({ level: count, role: text, afterMinutes: count })).default([]),
  contracts: z.array(contract).default([]),
})

export const waiverFile = z.strictObject({
  waiver: id,
  code: z
    .string()
    .regex(/^[A-Z]{3}\d{3}$/)
    .meta({ scalar: 'code' }),
  /** Things that it covers, as `kind:id`; `*` covers a kind. */
  things: z
    .array(
      z
        .string()
        .regex(/^[a-z]+:(\*|[a-z0-9.-]{1,60})$/)
        .meta({ scalar: 'thing' }),
    )
    .min(1)
    .optional(),
  /** A file or folder that it covers; one of both scopes is needed. */
  under: z
    .string()
    .regex(/^(?!.*\.\.)[a-z0-9][a-z0-9/.-]{0,199}$/)
    .meta({ scalar: 'path' })
    .optional(),
  reason: text,
  decidedBy: text,
  until: date,
})

export type CircuitDeclaration = z.output<typeof circuitFile>
export type UplinkDeclaration = z.output<typeof uplinkFile>
export type ContractDeclaration = z.output<typeof contract>
export type ProviderDeclaration = z.output<typeof providerFile>
export type WaiverDeclaration = z.output<typeof waiverFile>
