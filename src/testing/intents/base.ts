import type { Intent, Segment } from '../../intent/intent.ts'
import type { Router } from '../../model/network.ts'
import { routerCalled, type Hardware } from './hardware.ts'
import { port, segment } from './parts.ts'
import { filterOf } from './rules.ts'
import { address, at, prefix, said } from './values.ts'

/** A router that nothing is connected to: who it is, whom it serves, who may get in. */
export function base(hardware: Hardware, hostname: string, role: Router['role']): Intent {
  const { local } = hardware.ports
  return {
    router: routerCalled(hostname, role, hardware),
    role,
    idlePorts: [],
    identity: {
      hostname: said(hostname, 'site'),
      siteName: said('Dinas "Kominfo" $Klaten – café?', 'name'),
      domain: said('klaten.example', 'domain'),
      timeZone: said('Asia/Jakarta', 'timeZone'),
      banner: [said('Milik pemerintah.', 'banner', 0), said('Dilarang masuk!', 'banner', 1)],
    },
    loopback: {
      interface: hardware.loopback,
      v4: prefix('10.255.0.11/32'),
      v6: prefix('fd00:1:2:ff::b/128'),
      from: at('router'),
    },
    ports: [port(local, 'local', 'technician on site')],
    subinterfaces: [],
    access: undefined,
    fibre: [],
    underlays: [],
    tunnels: [],
    uplinks: [],
    staticRoutes: [],
    ospf: undefined,
    bgp: undefined,
    filter: filterOf(local, [], []),
    nat: [],
    npt: [],
    shapers: [],
    services,
    management: {
      local: {
        interface: said(local, 'management', 'localAccess', 'ports', 0),
        v4: said(prefix('192.168.255.1/30'), 'management', 'localAccess', 'v4'),
      },
      noc: [
        { prefix: prefix('10.200.0.0/24'), from: at('zones', 'noc', 'v4') },
        { prefix: prefix('fd00:1:2:200::/64'), from: at('zones', 'noc', 'v6') },
      ],
      breakGlass: {
        user: 'darurat',
        password: { secret: 'break-glass' },
        from: at('management', 'breakGlass', 'user'),
      },
      readOnly: { user: 'lihat', password: { secret: 'read-only' }, from: at('management', 'readOnly', 'user') },
      radius: {
        server: address('10.200.0.18'),
        secret: { secret: 'radius' },
        from: at('management', 'radius', 'server'),
      },
    },
  }
}

const services: Intent['services'] = {
  dns: [{ address: address('10.200.0.53'), from: at('services', 'dns', 'v4', 0) }],
  dnsForGuests: [],
  ntp: [{ address: address('10.200.0.123'), from: at('services', 'ntp', 'v4', 0) }],
  syslog: { address: address('10.200.0.10'), port: 514, from: at('services', 'syslog', 'v4') },
  snmp: {
    user: said('noc-v3', 'snmp', 'user'),
    contact: said('noc@klaten.example', 'snmp', 'contact'),
    trapTarget: said(address('10.200.0.10'), 'snmp', 'trapTarget'),
    authentication: said({ secret: 'snmp-auth' }, 'snmp', 'authentication'),
    privacy: said({ secret: 'snmp-priv' }, 'snmp', 'privacy'),
  },
}

/** With people behind it, at desks of the router or behind its trunk alone. */
export function withAccess(
  intent: Intent,
  hardware: Hardware,
  backbone: readonly string[],
  desks: readonly string[],
): Intent {
  const { trunk, local } = hardware.ports
  const segments: readonly Segment[] = [
    segment(hardware, { id: 'data', vlan: 110, zone: 'government', desks }),
    segment(hardware, { id: 'voice', vlan: 120, zone: 'government', tftp: '10.200.0.20' }),
    segment(hardware, { id: 'guest', vlan: 190, zone: 'guest' }),
  ]
  return {
    ...intent,
    ports: [...intent.ports, ...desks.map(name => port(name, 'desk', 'meja')), port(trunk, 'trunk', 'ke switch')],
    access: { trunk: said(trunk, 'router', 'trunk'), segments },
    filter: filterOf(local, backbone, segments),
  }
}
