import { version } from '../../model/version.ts'
import type { Answers } from './answers.ts'
import type { Terms } from './days.ts'
import { head, quoted } from './head.ts'
import { yearlyPrices } from './leases.ts'
import { poolsOf, type Pools } from './pools.ts'

export function networkText(answers: Answers, terms: Terms): string {
  const pools = poolsOf(answers.v4)
  return [
    head(
      'network',
      'Jaringan secara keseluruhan: yang sama bagi semua situs.',
      'The network as one whole: what every site shares.',
      '..',
    ),
    identity(answers),
    addressing(answers, pools),
    zones(pools),
    segments,
    handoffs(answers),
    services(answers, pools),
    budgets(answers, terms),
  ].join('')
}

function identity({ network, name, hub, radiusKm }: Answers): string {
  return `network: ${network}
serat: ${version}
name: ${quoted(name)}
hub: ${hub}
fibre_radius_km: ${radiusKm} # no part of an own route may leave it
domain: ${network}.example
banner:
  - Hanya untuk petugas yang berwenang. Semua kegiatan dicatat.
notes:
  - id: Data contoh dari serat init, semuanya rekaan. Ganti dengan data Anda, lalu hapus catatan ini.
    en: Sample data of serat init, all of it composed. Put yours in its place, then remove this note.
`
}

function addressing({ v4 }: Answers, { prefix }: Pools): string {
  return `
# Pools. Serat takes every address from them and records it in allocations.lock.yaml; nobody types one.
addressing:
  v4: ${v4}
  loopback: { v4: ${prefix('loopback')}, v6: 0001/64 }
  link: { v4: ${prefix('link')}, v6: 0002/64 }
  tunnel: { v4: ${prefix('tunnel')}, v6: 0003/64 }
  transfer: { v4: ${prefix('transfer')} } # between our routers and a provider's
as_numbers:
  hub: 4200000000
  sites: { from: 4200000001, to: 4294967293 }
`
}

function zones({ prefix }: Pools): string {
  return `
# An agency reaches the servers and the internet. Agencies do not reach each other.
zones:
  government: { name: Data perangkat daerah, v4: ${prefix('government')}, v6: 4000/50, kind: government, reaches: [services, internet] }
  voice: { name: Telepon, v4: ${prefix('voice')}, v6: 8000/52, kind: government, reaches: [voice, services] }
  surveillance: { name: Kamera, v4: ${prefix('surveillance')}, v6: 9000/52, kind: government, reaches: [services] }
  management: { name: Pengelolaan perangkat, v4: ${prefix('management')}, v6: a000/52, kind: management, reaches: [] }
  guest: { name: Wi-Fi publik, v4: ${prefix('guest')}, v6: b000/52, kind: guest, reaches: [internet] }
  noc: { name: NOC, v4: ${prefix('noc')}, v6: 0100/60, kind: noc, reaches: [management, services, government, voice, surveillance, internet] }
  services: { name: Peladen, v4: ${prefix('services')}, v6: 0200/56, kind: services, reaches: [government, voice, surveillance, internet] }
`
}

const segments = `
# What a site may have; \`priority\` counts when a leased circuit is full: 1 goes first.
segments:
  data: { name: Data, zone: government, vlan: 110, priority: 3 }
  voice: { name: Telepon, zone: voice, vlan: 120, priority: 1 }
  cctv: { name: CCTV, zone: surveillance, vlan: 130, priority: 4, dhcp: false }
  guest: { name: Wi-Fi publik, zone: guest, vlan: 150, priority: 6, lease_hours: 1 }
  management: { name: Manajemen, zone: management, vlan: 199, priority: 2, dhcp: false, everywhere: { hosts: 10 } }
  noc: { name: NOC, zone: noc, vlan: 190, priority: 2, dhcp: false }
  servers: { name: Peladen, zone: services, vlan: 160, priority: 2, dhcp: false }
`

function handoffs({ cores }: Answers): string {
  const ports = ['{ router: core-1, port: ether3 }', '{ router: core-2, port: ether3 }'].slice(0, cores)
  return `
# Where a provider hands circuits over at the hub: a trunk with a VLAN a circuit.
handoffs:
  nni-a: { provider: penyedia-a, speed_mbps: 1000, ports: [${ports.join(', ')}] }
`
}

function services({ network }: Answers, { server }: Pools): string {
  return `
# Secrets are named here and never written; only a deployment resolves them.
routing:
  ospf_key: { secret: ospf/backbone, bytes: 16 }
  bgp_key: { secret: bgp/leased }
services:
  dns: { v4: [${server(53)}] }
  ntp: { v4: [${server(123)}] }
  syslog: { v4: ${server(10)} }
  snmp:
    user: noc-snmp
    contact: noc@${network}.example
    trap_target: ${server(10)}
    authentication: { secret: snmp/auth }
    privacy: { secret: snmp/priv }
management:
  break_glass: { user: darurat, password: { secret: users/break-glass } }
  read_only: { user: noc-ro, password: { secret: users/noc-ro } }
sla_percent: { hub: 99.5, opd: 99, kecamatan: 98.5, field: 95 }
`
}

function budgets({ cores }: Answers, terms: Terms): string {
  const lines = yearlyPrices(terms, cores).map(
    ({ year, inclPpnRupiah }) => `  - budget: internet-${year}
    name: Belanja internet dan sirkuit
    year: ${year}
    sub_kegiatan: "2.16.03.1.02.0030"
    account: "5.1.02.02.001.00063"
    ceiling_rupiah: ${Math.ceil((inclPpnRupiah * 1.2) / 1e6) * 1_000_000}
`,
  )
  return `budgets:\n${lines.join('')}`
}
