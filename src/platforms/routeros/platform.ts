import { ports, type Capabilities, type Platform } from '../../model/platform.ts'

const common: Capabilities = {
  ospfAuthentication: ['sha256', 'md5'],
  ospf3Authentication: [],
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
  ],
}

const source = 'vendor product page, from knowledge, not checked against the device'

/** MikroTik RouterOS 7. BGP got its instance menu at 7.20. */
export const routeros: Platform = {
  id: 'routeros',
  name: 'MikroTik RouterOS',
  dialects: [
    { id: 'before-7.20', from: '7.12', capabilities: common },
    { id: 'from-7.20', from: '7.20', capabilities: common },
  ],
  models: {
    'CCR2216-1G-12XS-2XQ': {
      ports: [
        ...ports('ether', 1, 1, 1000, 'copper'),
        ...ports('sfp28-', 1, 12, 25_000, 'sfp28'),
        ...ports('qsfp28-1-', 1, 1, 100_000, 'qsfp28'),
        ...ports('qsfp28-2-', 1, 1, 100_000, 'qsfp28'),
      ],
      trunk: 'ether1',
      source,
    },
    'CCR2116-12G-4S+': {
      ports: [...ports('ether', 1, 13, 1000, 'copper'), ...ports('sfp-sfpplus', 1, 4, 10_000, 'sfp+')],
      trunk: 'ether13',
      source,
    },
    'CCR2004-16G-2S+PC': {
      ports: [...ports('ether', 1, 16, 1000, 'copper'), ...ports('sfp-sfpplus', 1, 2, 10_000, 'sfp+')],
      trunk: 'ether16',
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
      source,
    },
    RB760iGS: {
      ports: [...ports('ether', 1, 5, 1000, 'copper'), ...ports('sfp', 1, 1, 1000, 'sfp')],
      trunk: 'ether5',
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
