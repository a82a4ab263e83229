import { edited, readKlaten } from '../klaten/inventory.ts'
import { written } from './lives.ts'

/**
 * What contracts live through, each written truthfully over the reference network. The network itself holds the first:
 * an addendum in July.
 */

export const files = readKlaten()
const [a, b, circuits] = ['providers/penyedia-a.yaml', 'providers/penyedia-b.yaml', 'circuits/penyedia-b.yaml']

/** A budget line of a year. */
function budget(year: number): string {
  return `  - budget: jaringan-${year}
    name: Jaringan Intra Pemerintah Daerah ${year}
    year: ${year}
    sub_kegiatan: "2.16.03.1.02.0030"
    account: "5.1.02.02.001.00063"
    ceiling_rupiah: 700000000
`
}

const wediEnd = 'vlan: 1101 }\n  site: { id: kec-wedi, port: ether1 }\n  role: primary\n'
const year = '  period: { from: 2026-01-01, to: 2026-12-31 }\n'

/** December comes under a contract of its own, at 3,600,000 instead of 3,400,000 for Kecamatan Wedi. */
export const renewal = written(
  files,
  [
    circuits,
    `${wediEnd}${year}`,
    `${wediEnd}${year}  changes: [{ from: 2026-12-01, contract: ktr-2026-07, monthly_rupiah: 3600000 }]\n`,
  ],
  [
    b,
    'excl_ppn_rupiah: 31300000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34743000',
    'excl_ppn_rupiah: 31500000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34965000',
  ],
)

const signed =
  '    period: { from: 2026-01-01, to: 2026-12-31 }\n    price: { excl_ppn_rupiah: 552000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 612720000 }\n    budget: jaringan-intra\n'
const uplink = 'password: { secret: bgp/uplink-1 } }\n  period: { from: 2026-01-01, to: '

/** The internet at core-1 for 36 months at 46,000,000. */
export const threeYears = written(
  files,
  ['network.yaml', 'policy:\n', `${budget(2027)}${budget(2028)}policy:\n`],
  [
    b,
    signed,
    '    period: { from: 2026-01-01, to: 2028-12-31 }\n    price: { excl_ppn_rupiah: 1656000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 1838160000 }\n    budget: [jaringan-intra, jaringan-2027, jaringan-2028]\n    multi_year_approval: 050/112/2025\n',
  ],
  [circuits, `${uplink}2026-12-31`, `${uplink}2028-12-31`],
)

export const payments = 'payments/ktr-2026-04.yaml'
function paid(n: number, covers: string, invoice: string, sp2d: string): string {
  return `- payment: byr-2026-04-${n}
  contract: ktr-2026-04
  covers: ${covers}
  invoice: { number: INV/04/${n}/2026, date: ${invoice}, excl_ppn_rupiah: 46000000, ppn_rupiah: 5060000, faktur: 010.000-26.100007${n} }
  pph_rupiah: 920000
  spp: { number: SPP/16/9${n}/2026, date: ${sp2d} }
  spm: { number: SPM/16/9${n}/2026, date: ${sp2d} }
  sp2d: { number: SP2D/90${n}/2026, date: ${sp2d} }
`
}

export const december = `${paid(12, '{ from: 2026-12-01, to: 2026-12-31 }', '2027-01-04', '2027-01-18')}  budget: jaringan-2027\n`

/** The uplink's December, invoiced and paid in January from a line of the new year. */
export const decemberInJanuary = edited(
  written(files, ['network.yaml', 'policy:\n', `${budget(2027)}policy:\n`]),
  payments,
  text =>
    text +
    paid(10, '{ from: 2026-10-01, to: 2026-10-31 }', '2026-11-03', '2026-11-12') +
    paid(11, '{ from: 2026-11-01, to: 2026-11-30 }', '2026-12-02', '2026-12-14') +
    december,
)
const change = `  changes:
    - from: 2026-11-15
      provider: penyedia-a
      provider_ref: PA-METRO-4199
      contract: ktr-2026-08
      service: metro-ethernet
      hub: { handoff: nni-a, vlan: 1099 }
      monthly_rupiah: 3500000
`
const listed = '- { circuit: ckt-kec-wedi, bandwidth_mbps: 20, monthly_rupiah: 3400000 }'

/**
 * Seven circuits from then on: 336,500,000 less 16 of 30 days of 3,400,000, which the invoice of November rounds to
 * 1,586,667 for 14 days.
 */
const addendum = `      - number: 027/0098.2/ADD/16/2026
        signed: 2026-11-02
        from: 2026-11-15
        price: { excl_ppn_rupiah: 334686667, incl_ppn_rupiah: 371502200 }
        annex: { circuits: 7, bandwidth_mbps: 200 }
`

/** 16 of 30 days of November (1,866,667) and December, at 3,500,000. */
const contract = `
  - contract: ktr-2026-08
    number: 027/0901/SPs/16/2026
    title: Sewa sirkuit metro-ethernet Kecamatan Wedi, November dan Desember 2026
    form: surat-pesanan
    method: e-purchasing
    rup_id: "61339099"
    ppk: PPK Diskominfo
    signed: 2026-10-30
    period: { from: 2026-11-15, to: 2026-12-31 }
    price: { excl_ppn_rupiah: 5366667, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 5957000 }
    budget: jaringan-intra
    sla: { availability_percent: 99.0, restitution: excess-fraction }
    annex: { circuits: 1, bandwidth_mbps: 20 }
    lines:
      - { circuit: ckt-kec-wedi, bandwidth_mbps: 20, monthly_rupiah: 3500000 }
    documents:
      - { kind: bast, date: 2026-11-15, sha256: 0148d47f027bfd7ee0f56c0c2a5cd9f716bc8da213de050e523f6619229f2da6 }
`
const bridging = 'price: { excl_ppn_rupiah: 31300000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34743000 }'
/**
 * Kecamatan Wedi goes to another provider on 15 November: the contract that it leaves gets an addendum, the one that it
 * comes to is signed before.
 */
export const otherProvider = edited(
  written(
    files,
    [circuits, `${wediEnd}${year}`, `${wediEnd}${year}${change}`],
    [
      circuits,
      'ckt-kec-wedi\n  provider: penyedia-b\n  provider_ref: PB/VPN/26/0211\n  contract: [ktr-2026-03, ktr-2026-07]',
      'ckt-kec-wedi\n  provider: penyedia-b\n  provider_ref: PB/VPN/26/0211\n  contract: ktr-2026-03',
    ],
    [b, listed, listed.replace('wedi,', 'wedi, to: 2026-11-14,')],
    [b, 'from 30 to 50 Mbit/s; composed.\n', `from 30 to 50 Mbit/s; composed.\n${addendum}`],
    [b, bridging, bridging.replace('31300000', '27900000').replace('34743000', '30969000')],
    [
      b,
      'annex: { circuits: 8, bandwidth_mbps: 220 }\n    documents',
      'annex: { circuits: 7, bandwidth_mbps: 200 }\n    documents',
    ],
  ),
  a,
  text => text.trimEnd() + '\n' + contract,
)
