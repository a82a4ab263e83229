import { z } from 'zod'
import {
  bgpMeanings,
  changedSiteEndMeanings,
  circuitChangeMeanings,
  circuitHubMeanings,
  circuitMeanings,
  dynamicMeanings,
  fixedMeanings,
  siteEndMeanings,
  staticMeanings,
  uplinkAddressMeanings,
  uplinkChangeMeanings,
  uplinkMeanings,
} from './meanings/lease.ts'
import { explained } from './meanings/meaning.ts'
import {
  asNumber,
  date,
  id,
  nameOf,
  period,
  portName,
  positive,
  rupiah,
  secret,
  status,
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
  explained(z.strictObject({ kind: z.literal('fixed'), v4: v4Interface, gateway: v4Address }), fixedMeanings),
  explained(z.strictObject({ kind: z.literal('dynamic') }), dynamicMeanings),
  explained(z.strictObject({ kind: z.literal('cgnat') }), dynamicMeanings),
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

/**
 * What of it may change while it stays the same circuit or uplink, from a day until the next change. What is not named
 * stays as it was.
 */
const boughtChange = {
  /** The first day on which it holds. */
  from: date,
  provider: nameOf('provider').optional(),
  providerRef: word.optional(),
  contract: bought.contract,
  bandwidthMbps: positive.optional(),
  monthlyRupiah: rupiah.optional(),
  status: z.enum(['planned', 'active', 'retired']).optional(),
}

const service = z.enum(['metro-ethernet', 'ip-vpn', 'internet'])
const role = z.enum(['primary', 'backup'])
/** Where a circuit arrives at the hub; an internet circuit arrives at the uplinks instead. */
const circuitHub = explained(
  z.strictObject({ handoff: nameOf('handoff'), vlan: vlanId }),
  circuitHubMeanings,
).optional()

const circuitChange = explained(
  z.strictObject({
    ...boughtChange,
    /** Another service begins with a hand-off and an address of its own. */
    service: service.optional(),
    hub: circuitHub,
    site: explained(
      z.strictObject({ port: portName.optional(), vlan: vlanId.optional(), address: siteAddress.optional() }),
      changedSiteEndMeanings,
    ).optional(),
    role: role.optional(),
  }),
  circuitChangeMeanings,
)

export const circuitFile = explained(
  z.strictObject({
    circuit: id,
    ...bought,
    service,
    hub: circuitHub,
    site: explained(
      z.strictObject({
        id: nameOf('site'),
        port: portName,
        vlan: vlanId.optional(),
        address: siteAddress.optional(),
      }),
      siteEndMeanings,
    ),
    role,
    /** What an addendum, a renewal or another provider changes, each from its day on. */
    changes: z.array(circuitChange).default([]),
    /** Among several leased paths of one site the highest preference is used. */
    preference: z.number().int().min(1).max(1000).meta({ scalar: 'preference' }).optional(),
    /** Kind of tunnel; follows from the two platforms unless given. */
    tunnel: z.enum(['wireguard', 'gre-ipsec', 'ipsec']).optional(),
    mtu: z.number().int().min(1280).max(9216).meta({ scalar: 'mtu' }).default(1500),
  }),
  circuitMeanings,
)

const uplinkAddress = explained(
  z.strictObject({
    v4: v4Interface,
    gateway: v4Address,
    v6: v6Interface.optional(),
    gatewayV6: v6Address.optional(),
  }),
  uplinkAddressMeanings,
)

const uplinkRouting = z.discriminatedUnion('kind', [
  explained(
    z.strictObject({ kind: z.literal('bgp'), as: asNumber, ourAs: asNumber, password: secret.optional() }),
    bgpMeanings,
  ),
  explained(z.strictObject({ kind: z.literal('static'), probe: v4Address }), staticMeanings),
])

const uplinkChange = explained(
  z.strictObject({
    ...boughtChange,
    port: portName.optional(),
    vlan: vlanId.optional(),
    address: uplinkAddress.optional(),
    natPool: v4Prefix.optional(),
    prefixV6: v6Prefix.optional(),
    routing: uplinkRouting.optional(),
  }),
  uplinkChangeMeanings,
)

export const uplinkFile = explained(
  z.strictObject({
    uplink: id,
    ...bought,
    /** What an addendum, a renewal or another provider changes, each from its day on. */
    changes: z.array(uplinkChange).default([]),
    router: nameOf('router'),
    port: portName,
    vlan: vlanId.optional(),
    address: uplinkAddress,
    /** Addresses that connections from inside are translated to at this core. */
    natPool: v4Prefix,
    /** Prefix that the provider routes to us; without one there is no IPv6 to the internet over this uplink. */
    prefixV6: v6Prefix.optional(),
    routing: uplinkRouting,
  }),
  uplinkMeanings,
)

export type CircuitDeclaration = z.output<typeof circuitFile>
export type UplinkDeclaration = z.output<typeof uplinkFile>
export type CircuitChange = z.output<typeof circuitChange>
export type UplinkChange = z.output<typeof uplinkChange>
