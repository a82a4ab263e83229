import type { Capabilities, Platform, PortModel } from '../../model/platform.ts'

/**
 * What an SRX does otherwise than the other platforms:
 * - shaping: a hierarchy of policers on what leaves a tunnel drops what is over the rate; nothing is queued. More
 *   urgent classes keep a part that the others cannot take. (Queues stand in `class-of-service`, which the published
 *   tree of this project leaves out.)
 * - uplink-static is lacking: following a probe stands in `services rpm`, which the tree leaves out too. The default
 *   follows the link.
 * - ospf3: signed by `ipsec-sa` alone, which agrees with no other platform; so it is not.
 * - gre-ipsec: IKE on an SRX knows no transport mode, so the tunnel mode encrypts GRE; nobody has tried it against
 *   another vendor.
 * - bfd: the smaller models keep 300 ms only where BFD has its own thread; nobody has tried.
 * - TCP segments are held to one size for both families.
 */
const srx: Capabilities = {
  ospfAuthentication: ['md5'],
  ospf3Authentication: [],
  // `multi-active-md5` of the vendor's tree; its feature explorer (5793): at most two, and packets are sent by each of
  // them.
  ospfTwoKeys: ['md5'],
  ospfKeyBytes: { md5: 16, sha256: 0 },
  tunnels: ['ipsec', 'gre-ipsec'],
  ipsecModes: ['tunnel'],
  linkLengthV4: 31,
  features: [
    'dhcp-server',
    'dns-forwarder',
    'ntp',
    'syslog',
    'snmp',
    'users',
    'banner',
    'shaping',
    'bfd',
    'nat',
    'npt',
    'uplink-bgp',
    'vlan-trunk',
    'conditional-default',
    'leased-core',
    'local-port',
  ],
}

/** Ports and the serial console. */
const source = 'vendor data sheet, from knowledge, not checked'

/** Ports count from 0 within their slot: `slots('ge-0/0/', 0, 7, ...)` names ge-0/0/0 to ge-0/0/7. */
function slots(
  prefix: string,
  first: number,
  last: number,
  speedMbps: number,
  medium: PortModel['medium'],
): PortModel[] {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ name: `${prefix}${first + i}`, speedMbps, medium }))
}

/** Highest number of units that every interface of the family takes, and one. */
const units = 16_384

/** Juniper SRX with Junos, family junos-es. */
export const junos: Platform = {
  id: 'junos',
  monitoring: { oxidized: 'junos' },
  name: 'Juniper SRX (Junos)',
  dialects: [
    {
      id: 'junos-es-24',
      from: '24.4',
      capabilities: srx,
      source: "the vendor's YANG modules of junos-es 24.4R1: every line is placed in their tree; no device has met it",
    },
  ],
  // 24.4R1, 24.4R2-S1, 24.4R1.9: the vendor's page on the form of release numbers.
  releases: { form: /^\d{2}\.[1-4]R\d+(-S\d+)?(\.\d+)?$/, example: '24.4R1', upTo: '24.4' },
  models: {
    SRX300: {
      ports: [...slots('ge-0/0/', 0, 5, 1000, 'copper'), ...slots('ge-0/0/', 6, 7, 1000, 'sfp')],
      trunk: 'ge-0/0/5',
      console: true,
      source,
    },
    SRX340: {
      ports: [...slots('ge-0/0/', 0, 7, 1000, 'copper'), ...slots('ge-0/0/', 8, 15, 1000, 'sfp')],
      trunk: 'ge-0/0/7',
      console: true,
      source,
    },
    SRX380: {
      ports: [...slots('ge-0/0/', 0, 15, 1000, 'copper'), ...slots('xe-0/0/', 16, 19, 10_000, 'sfp+')],
      trunk: 'ge-0/0/15',
      console: true,
      source,
    },
    SRX1600: {
      ports: [
        ...slots('ge-0/0/', 0, 15, 1000, 'copper'),
        ...slots('xe-0/0/', 16, 19, 10_000, 'sfp+'),
        ...slots('et-0/0/', 20, 21, 25_000, 'sfp28'),
      ],
      trunk: 'ge-0/0/15',
      console: true,
      source,
    },
    SRX4300: {
      ports: [
        ...slots('mge-0/0/', 0, 7, 10_000, 'copper'),
        ...slots('xe-0/0/', 8, 15, 10_000, 'sfp+'),
        ...slots('et-0/0/', 16, 19, 25_000, 'sfp28'),
        ...slots('et-0/0/', 20, 25, 100_000, 'qsfp28'),
      ],
      trunk: 'mge-0/0/0',
      console: true,
      source,
    },
  },
  // Names of logical interfaces hold their unit; those of ports do not, and their unit is 0.
  names: {
    loopback: 'lo0.0',
    segment: ({ vlan }) => `irb.${vlan}`,
    tunnel: ({ kind, port }) => `${kind === 'gre-ipsec' ? 'gr-0/0/0' : 'st0'}.${port % units}`,
    subinterface: (port, vlan) => `${port}.${vlan}`,
  },
}
