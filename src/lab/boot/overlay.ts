import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { BgpNeighbor, Intent } from '../../intent/intent.ts'
import { addressText } from '../../model/ip.ts'

/** How long the neighbours of a lab wait for each other: short where failures are tried. */
export interface LabTimers {
  /** Seconds of both versions of OSPF. */
  readonly hello: number
  readonly dead: number
  /** Packets of BFD, one a second, that may be missed. */
  readonly missedBfd: number
}

export const shortTimers: LabTimers = { hello: 1, dead: 4, missedBfd: 3 }

/**
 * What the lab adds to the rendered `frr.conf` of a router: its timers, and the way to the probe of a watched uplink.
 */
export function overlayConf(intent: Intent, timers: LabTimers): string {
  const lines = [
    ...fibreTimers(intent, timers),
    ...bfdTimers(intent, timers),
    ...bgpTimers(intent),
    ...probeRoutes(intent),
  ]
  return lines.join('\n') + '\n'
}

function fibreTimers({ fibre, ospf }: Intent, { hello, dead }: LabTimers): string[] {
  if (ospf === undefined) return []
  return [
    ...fibre.flatMap(link => [
      `interface ${link.interface.value}`,
      ` ip ospf hello-interval ${hello}`,
      ` ip ospf dead-interval ${dead}`,
      ' ip ospf retransmit-interval 1',
      ` ipv6 ospf6 hello-interval ${hello}`,
      ` ipv6 ospf6 dead-interval ${dead}`,
      ' ipv6 ospf6 retransmit-interval 1',
      'exit',
    ]),
    'router ospf',
    ' timers throttle spf 10 50 1000',
    ' timers throttle lsa all 100',
    'exit',
    'router ospf6',
    ' timers throttle spf 10 50 1000',
    'exit',
  ]
}

function bfdTimers({ fibre, bgp }: Intent, { missedBfd }: LabTimers): string[] {
  const used = [...fibre.map(({ bfd }) => bfd), ...(bgp?.neighbors ?? []).flatMap(({ bfd }) => bfd ?? [])]
  const names = [
    ...new Set(used.map(({ intervalMs, multiplier }) => `every-${intervalMs}ms-times-${multiplier}`)),
  ].sort()
  if (names.length === 0) return []
  return [
    'bfd',
    ...names.flatMap(name => [
      ` profile ${name}`,
      `  detect-multiplier ${missedBfd}`,
      '  transmit-interval 1000',
      '  receive-interval 1000',
      ' exit',
    ]),
    'exit',
  ]
}

const bgpHold: Readonly<Partial<Record<BgpNeighbor['relation'], string>>> = { core: '3 9', provider: '2 6' }

function bgpTimers({ bgp }: Intent): string[] {
  if (bgp === undefined) return []
  return [
    `router bgp ${bgp.as}`,
    ...bgp.neighbors.flatMap(({ relation, v4, v6 }) =>
      [v4, ...(v6.value === undefined ? [] : [v6.value])].flatMap(({ remote }) => {
        const hold = bgpHold[relation]
        return [
          ` neighbor ${addressText(remote)} timers connect 2`,
          ...(hold === undefined ? [] : [` neighbor ${addressText(remote)} timers ${hold}`]),
        ]
      }),
    ),
    'exit',
  ]
}

function probeRoutes({ uplinks }: Intent): string[] {
  return uplinks.flatMap(({ probe, gateway, interface: name }) =>
    probe.value === undefined
      ? []
      : [`ip route ${addressText(probe.value)}/32 ${addressText(gateway.value)} ${name.value}`],
  )
}

/** Every difference from production that the report must name. */
export const differences: readonly Bilingual[] = [
  {
    id: 'OSPF: hello 1 s, dead 4 s, retransmit 1 s, SPF 10/50/1000 ms, LSA 100 ms (produksi: bawaan platform)',
    en: "OSPF: hello 1 s, dead 4 s, retransmit 1 s, SPF 10/50/1000 ms, LSA 100 ms (production: the platform's own)",
  },
  {
    id: 'BFD: 1 s x 3 di mana pun (produksi: 300 ms x 3 di serat, 1 s x 5 di sewa, kecuali inventaris berkata lain)',
    en: 'BFD: 1 s x 3 everywhere (production: 300 ms x 3 on fibre, 1 s x 5 leased, unless the inventory says otherwise)',
  },
  {
    id: 'BGP: sambung ulang 2 s; hold 9 s antar-core, 6 s ke penyedia uplink (produksi: sambung ulang bawaan platform, hold 30 s)',
    en: "BGP: connect retry 2 s; hold 9 s between cores, 6 s to providers of uplinks (production: the platform's own retry, hold 30 s)",
  },
  {
    id: 'terowongan adalah satu kabel masing-masing, tanpa enkripsi dan enkapsulasi; sirkuit di bawahnya tidak membawa apa pun',
    en: 'each tunnel is one wire without encryption or encapsulation; the circuit below it carries nothing',
  },
  {
    id:
      'kecuali pada uji listrik padam: terowongan satu situs menjadi WireGuard di ruang pengguna dengan jamnya ' +
      'sendiri; core melupakan sesudah 5 s dan terus melihat (produksi: 240 s, tiap menit); ' +
      'routernya sendiri tidak dinyalakan ulang',
    en:
      'but for the power cut: the tunnels of one site become WireGuard in user space with a clock of its own; ' +
      'cores forget after 5 s and look all the time (production: 240 s, every minute); ' +
      'the router itself does not boot anew',
  },
  {
    id: 'VLAN adalah satu kabel masing-masing, tanpa tag 802.1Q; switch akses tidak ada',
    en: 'each VLAN is one wire without an 802.1Q tag; there is no access switch',
  },
  {
    id:
      'uplink statis: pengawas milik lab memasang dan mencabut rute bawaan menurut probe (UDP 0,5 s x 3), ' +
      'karena Linux tidak punya; pengawas tiap vendor tidak diuji',
    en:
      'static uplinks: a watchdog of the lab sets and takes back the default as the probe answers (UDP, ' +
      "0.5 s x 3), since Linux has none; no vendor's watchdog is tested",
  },
  {
    id: 'pembentukan lalu lintas (shaping) tidak dijalankan; DHCP, NTP, syslog, SNMP dan SSH tidak dijalankan',
    en: 'no shaping runs; nor do DHCP, NTP, syslog, SNMP and SSH',
  },
  {
    id: 'kernel: tanpa pemeriksaan alamat ganda IPv6, alamat IPv6 tetap ada ketika antarmuka mati',
    en: 'kernel: no duplicate address detection, and IPv6 addresses stay while an interface is down',
  },
  {
    id: 'kernel: tabel tetangga mesin ini diperbesar selama lab berjalan, lalu dikembalikan',
    en: "kernel: this machine's neighbour tables are larger while the lab is up, and put back after",
  },
  {
    id:
      'saat zona diperiksa, dan hanya saat itu, ' +
      'setiap router meneruskan UDP ke porta 40003: kontrol positif di depan tiap paket yang harus ditolak',
    en:
      'while zones are verified, and only then, ' +
      'every router forwards UDP to port 40003: the positive control before each packet that must be refused',
  },
]

/** What FRR in place of another vendor's router does not prove. */
export const notProved: readonly Bilingual[] = [
  {
    id: 'bahwa konfigurasi RouterOS, IOS XE atau Junos diterima dan berperilaku sama pada perangkatnya',
    en: 'that a RouterOS, IOS XE or Junos configuration is accepted by its device and behaves alike there',
  },
  {
    id: 'kecepatan, beban, MTU serat, optik, dan waktu pulih perangkat keras yang sebenarnya',
    en: 'speed, load, MTU of fibre, optics, and the recovery times of real hardware',
  },
]
