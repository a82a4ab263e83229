import { z } from 'zod'
import { explained } from './meanings/meaning.ts'
import {
  dnsMeanings,
  ntpMeanings,
  syslogMeanings,
  snmpMeanings,
  servicesMeanings,
  accessPortMeanings,
  localAccessMeanings,
  accountMeanings,
  radiusMeanings,
  managementMeanings,
  bfdMeanings,
  nextKeyMeanings,
  rotatedKeyMeanings,
  routingMeanings,
  interconnectionMeanings,
  spbeReviewMeanings,
  spbeMeanings,
} from './meanings/services.ts'
import {
  count,
  date,
  id,
  mailAddress,
  portName,
  positive,
  secret,
  text,
  transportPort,
  v4Address,
  v4Prefix,
  v6Address,
  word,
} from './scalars.ts'

export const services = explained(
  z.strictObject({
    dns: explained(z.strictObject({ v4: z.array(v4Address).min(1), v6: z.array(v6Address).optional() }), dnsMeanings),
    ntp: explained(z.strictObject({ v4: z.array(v4Address).min(1) }), ntpMeanings),
    syslog: explained(z.strictObject({ v4: v4Address, port: transportPort.default(514) }), syslogMeanings),
    snmp: explained(
      z.strictObject({
        user: id,
        contact: mailAddress,
        trapTarget: v4Address,
        authentication: secret,
        privacy: secret,
      }),
      snmpMeanings,
    ),
  }),
  servicesMeanings,
)

/** Who may log in: accounts from AAA, and one account by reference for the day that AAA is down. */
/**
 * How a technician gets in at a router that the NOC does not reach: the console where the model has one, and a port.
 */
const localAccess = explained(
  z.strictObject({
    /** A prefix that is nowhere else: the router has its first address on the port, the technician another one. */
    v4: v4Prefix,
    /** The port by model; a router's own `local_port` says otherwise. */
    ports: z.array(explained(z.strictObject({ model: word, port: portName }), accessPortMeanings)).default([]),
  }),
  localAccessMeanings,
)

export const management = explained(
  z.strictObject({
    localAccess: localAccess.optional(),
    breakGlass: explained(z.strictObject({ user: id, password: secret }), accountMeanings),
    readOnly: explained(z.strictObject({ user: id, password: secret }), accountMeanings),
    radius: explained(z.strictObject({ server: v4Address, secret }), radiusMeanings).optional(),
  }),
  managementMeanings,
)

/** RFC 5880, 4.1: the multiplier has eight bits. A minute is longer than any routing protocol waits. */
const bfd = explained(
  z.strictObject({
    intervalMs: z.number().int().min(1).max(60_000).meta({ scalar: 'count' }),
    multiplier: z.number().int().min(1).max(255).meta({ scalar: 'count' }),
  }),
  bfdMeanings,
)

/**
 * A key that neighbours sign with. Packets name it by a number, so that two can be told apart while one takes the place
 * of the other.
 */
const rotatedKey = explained(
  secret.extend({
    /** Number of the key in packets (RFC 2328, D.3). */
    keyId: z.number().int().min(1).max(255).meta({ scalar: 'count' }).default(1),
    /** Present while the key is rotated: what takes its place, and how far that is. */
    next: explained(
      z.strictObject({ secret: secret.shape.secret, step: z.enum(['accept', 'send']) }),
      nextKeyMeanings,
    ).optional(),
  }),
  rotatedKeyMeanings,
)

export const routing = explained(
  z.strictObject({
    ospfKey: rotatedKey,
    bgpKey: secret,
    /** Reference bandwidth in Mbit/s: the cost of a link is this over its speed. */
    referenceMbps: positive.default(100_000),
    /** Administrative distance of routes over leased circuits; above OSPF's 110, so that fibre wins. */
    leasedDistance: z.number().int().min(111).max(250).meta({ scalar: 'distance' }).default(150),
    /** Most prefixes that a leased site may announce in each family. */
    maximumPrefixes: count.default(32),
    fibreBfd: bfd.default({
      intervalMs: 300,
      multiplier: 3,
    }),
    leasedBfd: bfd.default({
      intervalMs: 1000,
      multiplier: 5,
    }),
  }),
  routingMeanings,
)

/**
 * What the evaluation of electronic government (SPBE, Perpres 95/2018) asks about the intra-network and nobody can
 * compute.
 */
export const spbe = explained(
  z.strictObject({
    /** Networks that this one is connected with: the government's own (JIP), those of others. */
    interconnections: z
      .array(explained(z.strictObject({ name: text, since: date }), interconnectionMeanings))
      .default([]),
    /** Reviews of the service: how many actions were agreed, and how many of them are done. */
    reviews: z
      .array(
        explained(
          z.strictObject({
            date,
            /** Who reviewed, by role. */
            by: text,
            actions: z.number().int().min(0).max(10_000).meta({ scalar: 'nonNegative' }).default(0),
            done: z.number().int().min(0).max(10_000).meta({ scalar: 'nonNegative' }).default(0),
          }),
          spbeReviewMeanings,
        ),
      )
      .default([]),
  }),
  spbeMeanings,
)
