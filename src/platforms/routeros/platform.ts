import { ports, type Capabilities, type Platform } from '../../model/platform.ts'

const common: Capabilities = {
  ospfAuthentication: ['sha256', 'md5'],
  ospf3Authentication: [],
  // The vendor's command tree, 7.15 to 7.22: an interface template has one `auth-id` and one `auth-key`.
  ospfTwoKeys: [],
  ospfKeyBytes: { md5: 16, sha256: 64 },
  tunnels: ['wireguard', 'gre-ipsec'],
  ipsecModes: ['transport', 'tunnel'],
  linkLengthV4: 30,
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

/**
 * Ports, serial console and kind of storage: from knowledge of the vendor's product pages, not checked against the
 * device. No model is taken to have a battery for its clock (the vendor's page on the clock: without one it starts in
 * 1970), so no tunnel asks for one; a `flash/` among the files is all of the storage that lasts (the vendor's page on
 * files).
 */
const source = 'vendor product page, from knowledge, not checked against the device'

/**
 * MikroTik RouterOS 7. A dialect begins where a word changes that the configurations use; the words stand in
 * `render/words.ts`. They are held against the command trees that 7.15.3, 7.18.2, 7.19.6 and 7.22.3 report by
 * `/console/inspect` (`npm run test:routeros`).
 */
export const routeros: Platform = {
  id: 'routeros',
  name: 'MikroTik RouterOS',
  dialects: [
    {
      id: '7.12',
      from: '7.12',
      capabilities: common,
      source: 'command tree of 7.15.3, which knows no tables of the DHCP client; nor has that of 7.16.2',
    },
    {
      id: '7.18',
      from: '7.18',
      capabilities: common,
      source:
        'command tree 7.18.2: tables of the DHCP client, IPv6 fast path, form of syslog messages, dry run of an import',
    },
    { id: '7.19', from: '7.19', capabilities: common, source: 'command tree 7.19.6: `afi` of a BGP connection' },
    {
      id: '7.20',
      from: '7.20',
      capabilities: common,
      source: 'command tree 7.22.3; community.routeros 3.12.0 notes the instances of BGP for 7.20',
    },
  ],
  releases: { form: /^\d+\.\d+(\.\d+)?$/, example: '7.22.3', upTo: '7.24' },
  monitoring: {
    oxidized: 'routeros',
    receivePower: {
      nameOid: '1.3.6.1.4.1.14988.1.1.19.1.1.2',
      powerOid: '1.3.6.1.4.1.14988.1.1.19.1.1.10',
      perDbm: 1000,
      source: 'MIKROTIK-MIB, mtxrOpticalTable: mtxrOpticalName and mtxrOpticalRxPower; not read from a device here',
    },
  },
  models: {
    'CCR2216-1G-12XS-2XQ': {
      ports: [
        ...ports('ether', 1, 1, 1000, 'copper'),
        ...ports('sfp28-', 1, 12, 25_000, 'sfp28'),
        ...ports('qsfp28-1-', 1, 1, 100_000, 'qsfp28'),
        ...ports('qsfp28-2-', 1, 1, 100_000, 'qsfp28'),
      ],
      trunk: 'ether1',
      console: true,
      source,
    },
    'CCR2116-12G-4S+': {
      ports: [...ports('ether', 1, 13, 1000, 'copper'), ...ports('sfp-sfpplus', 1, 4, 10_000, 'sfp+')],
      trunk: 'ether13',
      console: true,
      source,
    },
    'CCR2004-16G-2S+PC': {
      ports: [...ports('ether', 1, 16, 1000, 'copper'), ...ports('sfp-sfpplus', 1, 2, 10_000, 'sfp+')],
      trunk: 'ether16',
      console: true,
      source,
    },
    'RB5009UG+S+IN': {
      ports: [...ports('ether', 1, 8, 1000, 'copper'), ...ports('sfp-sfpplus', 1, 1, 10_000, 'sfp+')],
      trunk: 'ether8',
      source,
    },
    'L009UiGS-RM': {
      ports: [...ports('ether', 1, 8, 1000, 'copper'), ...ports('sfp', 1, 1, 2500, 'sfp')],
      trunk: 'ether8',
      console: true,
      source,
    },
    RB760iGS: {
      ports: [...ports('ether', 1, 5, 1000, 'copper'), ...ports('sfp', 1, 1, 1000, 'sfp')],
      trunk: 'ether5',
      lastingFolder: 'flash',
      source,
    },
  },
  names: {
    loopback: 'lo0',
    segment: ({ id }) => `vlan-${id}`,
    tunnel: ({ kind, circuit, end }) => `${kind === 'wireguard' ? 'wg' : 'gre'}-${circuit}-${end}`,
    subinterface: (port, vlan) => `${port}.${vlan}`,
  },
}
