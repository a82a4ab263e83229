import type { NetworkValue } from './value.ts'

/** Prefixes of the pools that allocations come from. */
export interface PoolsValue {
  readonly loopback: string
  readonly link: string
  readonly tunnel: string
  readonly transfer: string
  readonly data: string
  readonly voice: string
  readonly cctv: string
  readonly management: string
  readonly guest: string
  readonly tunnelPorts: { readonly from: number; readonly to: number }
  readonly asNumbers: { readonly from: number; readonly to: number }
  readonly tenantVlans?: { readonly from: number; readonly to: number }
}

export interface NetworkShape {
  readonly pools: PoolsValue
  readonly hub: string
  readonly handoffs: NonNullable<NetworkValue['handoffs']>
  readonly budgetRupiah: number
  readonly asOf: string
}

/**
 * A network file with the zones, segments and services of a regency; only its pools and hand-offs differ from one to
 * the next.
 */
export function networkValue({ pools, hub, handoffs, budgetRupiah, asOf }: NetworkShape): NetworkValue {
  return {
    network: 'contoh',
    name: 'Kabupaten Contoh',
    asOf,
    hub,
    fibreRadiusKm: 60,
    domain: 'contoh.example',
    banner: [
      'Jaringan Intra Pemerintah Kabupaten Contoh',
      'Hanya untuk petugas yang berwenang. Semua kegiatan dicatat.',
    ],
    addressing: {
      v4: '10.0.0.0/8',
      loopback: { v4: pools.loopback, v6: '0001/64' },
      link: { v4: pools.link, v6: '0002/64' },
      tunnel: { v4: pools.tunnel, v6: '0003/64' },
      transfer: { v4: pools.transfer },
    },
    asNumbers: { hub: 4_200_000_000, sites: pools.asNumbers },
    tunnelPorts: pools.tunnelPorts,
    ...(pools.tenantVlans === undefined ? {} : { tenantVlans: pools.tenantVlans }),
    zones: zonesOf(pools),
    segments: {
      data: { name: 'Data', zone: 'government', vlan: 110, priority: 3 },
      voice: { name: 'Telepon', zone: 'voice', vlan: 120, priority: 1, tftp: '10.1.16.20' },
      cctv: { name: 'CCTV', zone: 'surveillance', vlan: 130, priority: 4, dhcp: false },
      management: {
        name: 'Manajemen',
        zone: 'management',
        vlan: 199,
        priority: 2,
        dhcp: false,
        everywhere: { hosts: 10 },
      },
      guest: { name: 'Wi-Fi publik', zone: 'guest', vlan: 150, priority: 6, leaseHours: 1, status: 'suspended' },
      noc: { name: 'NOC', zone: 'noc', vlan: 190, priority: 2, dhcp: false },
      servers: { name: 'Peladen', zone: 'services', vlan: 160, priority: 2, dhcp: false },
    },
    handoffs,
    routing: { ospfKey: { secret: 'ospf/backbone', bytes: 16 }, bgpKey: { secret: 'bgp/leased' } },
    services: {
      dns: { v4: ['10.1.16.53'] },
      ntp: { v4: ['10.1.16.123'] },
      syslog: { v4: '10.1.16.10' },
      snmp: {
        user: 'noc-snmp',
        contact: 'noc@contoh.example',
        trapTarget: '10.1.16.10',
        authentication: { secret: 'snmp/auth' },
        privacy: { secret: 'snmp/priv' },
      },
    },
    management: {
      breakGlass: { user: 'darurat', password: { secret: 'users/break-glass' } },
      readOnly: { user: 'noc-ro', password: { secret: 'users/noc-ro' } },
      radius: { server: '10.1.16.18', secret: { secret: 'aaa/radius' } },
    },
    slaPercent: { hub: 99.5, opd: 99, kecamatan: 98.5, field: 95 },
    budgets: [
      {
        budget: 'jaringan-intra',
        name: 'Belanja Jaringan Intra Pemerintah Daerah',
        year: 2026,
        subKegiatan: '2.16.03.1.02.0030',
        account: '5.1.02.02.001.00063',
        ceilingRupiah: budgetRupiah,
      },
    ],
  }
}

/** The v6 ranges have room for 10,000 sites: 65,536 subnets is all that a /48 holds. */
function zonesOf(pools: PoolsValue): NetworkValue['zones'] {
  return {
    government: {
      name: 'Data perangkat daerah',
      v4: pools.data,
      v6: '4000/50',
      kind: 'government',
      reaches: ['services', 'internet'],
    },
    voice: { name: 'Telepon', v4: pools.voice, v6: '8000/50', kind: 'government', reaches: ['voice', 'services'] },
    surveillance: { name: 'Kamera', v4: pools.cctv, v6: '2000/51', kind: 'government', reaches: ['services'] },
    management: { name: 'Pengelolaan perangkat', v4: pools.management, v6: 'c000/50', kind: 'management', reaches: [] },
    guest: { name: 'Wi-Fi publik', v4: pools.guest, v6: '1000/52', kind: 'guest', reaches: ['internet'] },
    noc: {
      name: 'NOC',
      v4: '10.1.0.0/24',
      v6: '0100/60',
      kind: 'noc',
      reaches: ['management', 'services', 'government', 'voice', 'surveillance', 'internet'],
    },
    services: {
      name: 'Peladen',
      v4: '10.1.16.0/20',
      v6: '0200/56',
      kind: 'services',
      reaches: ['government', 'voice', 'surveillance', 'internet'],
    },
  }
}

/** Room for 10,000 sites in every pool. */
export const widePools: PoolsValue = {
  loopback: '10.2.0.0/17',
  link: '10.4.0.0/15',
  tunnel: '10.6.0.0/15',
  transfer: '10.8.0.0/14',
  data: '10.128.0.0/9',
  voice: '10.64.0.0/11',
  cctv: '10.96.0.0/12',
  management: '10.16.0.0/13',
  guest: '10.32.0.0/11',
  tunnelPorts: { from: 20_000, to: 59_999 },
  asNumbers: { from: 4_200_000_001, to: 4_294_967_293 },
}
