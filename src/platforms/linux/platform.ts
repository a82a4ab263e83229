import { ports, type Capabilities, type Platform } from '../../model/platform.ts'

const frr8: Capabilities = {
  ospfAuthentication: ['md5'],
  ospf3Authentication: ['hmac-sha-256'],
  // Measured with 8.4.4: OSPFv2 holds what it is told against its own latest key, whichever the packet names; a key
  // chain of OSPFv3 takes all of its keys.
  ospfTwoKeys: ['hmac-sha-256'],
  ospfKeyBytes: { md5: 16, sha256: 64 },
  tunnels: ['wireguard'],
  ipsecModes: [],
  linkLengthV4: 31,
  features: [
    'dhcp-server',
    'shaping',
    'bfd',
    'nat',
    'npt',
    'vlan-trunk',
    'uplink-bgp',
    'conditional-default',
    'leased-core',
    'local-port',
  ],
}

const source = 'a bill of materials, not one product: with a screen console'

/** Linux with FRR, nftables and systemd-networkd. The version is that of FRR. */
export const linux: Platform = {
  id: 'linux',
  name: 'Linux with FRR',
  dialects: [
    {
      id: 'frr-8',
      from: '8.4',
      capabilities: frr8,
      source:
        '`vtysh -C` of 8.4.4 and of 10.3 (`npm run test:frr`), live daemons of 8.4.4 that are read back, ' +
        '`nft -c`; what lies between was not tried',
    },
  ],
  // 8.4.4, 10.2: the tags of the project's releases.
  releases: { form: /^\d+\.\d+(\.\d+)?$/, example: '10.2', upTo: '10.3' },
  models: {
    'Generic x86 6-port': {
      ports: [...ports('eno', 1, 4, 1000, 'copper'), ...ports('enp1s0f', 0, 1, 10_000, 'sfp+')],
      trunk: 'eno4',
      console: true,
      source,
    },
  },
  // The kernel allows 15 characters.
  names: {
    loopback: 'lo',
    segment: ({ vlan }) => `vlan${vlan}`,
    tunnel: ({ port }) => `wg${port}`,
    // Providers number VLANs without knowing of each other: two ports of a router may have the same one.
    subinterface: (port, vlan) => `${port}.${vlan}`,
  },
}
