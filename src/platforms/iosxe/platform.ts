import { ports, type Capabilities, type Platform, type PortModel, type RouterModel } from '../../model/platform.ts'

/**
 * What IOS XE does otherwise than the other platforms:
 * - filters: the zone-based firewall follows TCP, UDP and ICMP; what else leaves a zone finds no way back.
 * - a tunnel ends at its zone: of rules for one interface of the backbone the address of the far end stays, which is
 *   that tunnel's alone.
 * - NPT has no interface in its words, so that it holds for every uplink of a core.
 * - the user of SNMPv3 is taken from the file and never shown again.
 */
const common: Capabilities = {
  ospfAuthentication: ['sha256', 'md5'],
  ospf3Authentication: ['ios-trailer'],
  // Configuration guide of OSPF, from knowledge: with two keys of MD5 every packet is sent by each of them; keys of a
  // chain have times of their own.
  ospfTwoKeys: ['sha256', 'md5', 'ios-trailer'],
  ospfKeyBytes: { md5: 16, sha256: 64 },
  tunnels: ['ipsec', 'gre-ipsec'],
  ipsecModes: ['transport', 'tunnel'],
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
    'uplink-static',
    'vlan-trunk',
    'conditional-default',
    'leased-core',
    'local-port',
  ],
}

/** Before, an IPsec tunnel interface carried one of the two families only (from knowledge, not checked). */
const oneOverlay: Capabilities = { ...common, tunnels: ['gre-ipsec'] }

const knowledge =
  'configuration guides of IOS XE 17, from knowledge; a grammar, golden files and a reader of our own; no device has met it'

interface IosxeModel extends RouterModel {
  /**
   * Ports of a built-in or plugged-in switch: their VLANs end at `interface Vlan`; those of routed ports at
   * subinterfaces.
   */
  readonly switched: readonly PortModel[]
}

/** Ports and the serial console, which every one has. */
const source = 'vendor data sheet, from knowledge, not checked'

function model(routed: readonly PortModel[], switched: readonly PortModel[], trunk: string): IosxeModel {
  return {
    ports: [...routed, ...switched],
    switched,
    trunk,
    console: true,
    unrouted: switched.map(({ name }) => name),
    source,
  }
}

const models: Readonly<Record<string, IosxeModel>> = {
  'C1161-8P': model(
    [...ports('GigabitEthernet0/0/', 0, 1, 1000, 'sfp')],
    ports('GigabitEthernet0/1/', 0, 7, 1000, 'copper'),
    'GigabitEthernet0/1/7',
  ),
  'C8200L-1N-4T': model(
    [...ports('GigabitEthernet0/0/', 0, 1, 1000, 'copper'), ...ports('GigabitEthernet0/0/', 2, 3, 1000, 'sfp')],
    [],
    'GigabitEthernet0/0/1',
  ),
  'C8300-1N1S-4T2X': model(
    [...ports('GigabitEthernet0/0/', 0, 3, 1000, 'copper'), ...ports('TenGigabitEthernet0/0/', 4, 5, 10_000, 'sfp+')],
    [],
    'GigabitEthernet0/0/3',
  ),
  'C8300-1N1S-4T2X + C-SM-16P4M2X': model(
    [...ports('GigabitEthernet0/0/', 0, 3, 1000, 'copper'), ...ports('TenGigabitEthernet0/0/', 4, 5, 10_000, 'sfp+')],
    [
      ...ports('GigabitEthernet1/0/', 0, 15, 1000, 'copper'),
      ...ports('TwoGigabitEthernet1/0/', 16, 19, 2500, 'copper'),
      ...ports('TenGigabitEthernet1/0/', 20, 21, 10_000, 'sfp+'),
    ],
    'GigabitEthernet1/0/15',
  ),
  'C8500L-8S4X': model(
    [...ports('GigabitEthernet0/0/', 0, 7, 1000, 'sfp'), ...ports('TenGigabitEthernet0/1/', 0, 3, 10_000, 'sfp+')],
    [],
    'GigabitEthernet0/0/7',
  ),
  'C8500-12X4QC': model(
    [
      ...ports('TenGigabitEthernet0/0/', 0, 7, 10_000, 'sfp+'),
      ...ports('TenGigabitEthernet0/1/', 0, 3, 10_000, 'sfp+'),
      ...ports('HundredGigE0/2/', 0, 1, 100_000, 'qsfp28'),
    ],
    [],
    'TenGigabitEthernet0/1/2',
  ),
}

/** True where a port belongs to the switch of a model. */
export function isSwitched(modelName: string, port: string): boolean {
  return models[modelName]?.switched.some(({ name }) => name === port) ?? false
}

/** Cisco routers with IOS XE 17: ISR 1100, Catalyst 8200, 8300 and 8500. */
export const iosxe: Platform = {
  id: 'iosxe',
  monitoring: {
    oxidized: 'iosxe',
    portNames: {
      oid: '1.3.6.1.2.1.2.2.1.2',
      source:
        'IF-MIB on IOS: `ifName` is the short form (Te0/0/0, Tu1), `ifDescr` the full one; not read from a device here',
    },
  },
  name: 'Cisco IOS XE',
  dialects: [
    {
      id: 'from-17.3',
      from: '17.3',
      capabilities: oneOverlay,
      source: `${knowledge}; an IPsec tunnel carries one family, so circuits get GRE over IPsec`,
    },
    {
      id: 'from-17.6',
      from: '17.6',
      capabilities: common,
      source: `${knowledge}; IPsec tunnels carry both families`,
    },
  ],
  // 17.12.1, 17.9.4a, 17.12.01a: the vendor's page on the form of release numbers.
  releases: { form: /^\d{2}\.\d{1,2}(\.\d{1,2}[a-z]?)?$/, example: '17.12.1', upTo: '17.12' },
  models,
  // A segment's name stands for its VLAN: on a routed trunk the renderer makes a subinterface or a bridge domain of it.
  names: {
    loopback: 'Loopback0',
    segment: ({ vlan }) => `Vlan${vlan}`,
    tunnel: ({ port }) => `Tunnel${port}`,
    subinterface: (port, vlan) => `${port}.${vlan}`,
  },
}
