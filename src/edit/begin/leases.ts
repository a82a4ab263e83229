import { daysAfter } from '../../model/days.ts'
import type { Source } from '../../source/source.ts'
import type { Answers } from './answers.ts'
import type { Terms } from './days.ts'
import { head } from './head.ts'

const fees = { uplinkRupiah: 10_000_000, circuitRupiah: 5_000_000 }
const speeds = { uplinkMbps: 200, circuitMbps: 50 }

/** The sums of a year of the contract, PPN of 11/12 of 12 percent included. */
export function yearlyPrices(
  { years }: Terms,
  uplinks: number,
): { readonly year: number; readonly inclPpnRupiah: number }[] {
  return years.map(({ year, months }) => ({ year, inclPpnRupiah: (monthly(uplinks) * months * 111) / 100 }))
}

function monthly(uplinks: number): number {
  return fees.uplinkRupiah * uplinks + fees.circuitRupiah
}

/** An uplink a core router, one leased circuit, and the contract that pays for them. */
export function leasedFiles(answers: Answers, terms: Terms): Source[] {
  return [
    { path: 'circuits/uplink.yaml', text: uplinksText(answers, terms) },
    { path: 'circuits/kec-contoh.yaml', text: circuitText(terms) },
    { path: 'providers/penyedia-a.yaml', text: providerText(answers, terms) },
    { path: 'waivers.yaml', text: waiversText(answers) },
  ]
}

function uplinksText({ cores }: Answers, { from, to }: Terms): string {
  const uplinks = [1, 2].slice(0, cores).map(
    i => `- uplink: uplink-${i}
  provider: penyedia-a
  provider_ref: CONTOH-900${i}
  contract: ktr-1
  bandwidth_mbps: ${speeds.uplinkMbps}
  monthly_rupiah: ${fees.uplinkRupiah}
  period: { from: ${from}, to: ${to} }
  router: core-${i}
  port: ether2
  address: { v4: 203.0.113.${4 * i - 2}/30, gateway: 203.0.113.${4 * i - 3} }
  nat_pool: 198.51.100.${16 * (i - 1)}/28
  routing: { kind: static, probe: 192.0.2.1 }
`,
  )
  return (
    head(
      'lease',
      'Internet di pusat. Alamatnya contoh (RFC 5737).',
      'Internet at the hub. Its addresses are examples (RFC 5737).',
    ) + uplinks.join('')
  )
}

function circuitText({ from, to }: Terms): string {
  return `${head('lease', 'Sirkuit sewa ke situs di luar radius serat.', 'A leased circuit to a site outside the radius.')}circuit: ckt-kec-contoh
provider: penyedia-a
provider_ref: CONTOH-1001
contract: ktr-1
service: metro-ethernet
bandwidth_mbps: ${speeds.circuitMbps}
monthly_rupiah: ${fees.circuitRupiah}
hub: { handoff: nni-a, vlan: 1001 }
site: { id: kec-contoh, port: ether1 }
role: primary
period: { from: ${from}, to: ${to} }
`
}

function providerText({ cores }: Answers, terms: Terms): string {
  const months = terms.years.reduce((sum, { months }) => sum + months, 0)
  const exclPpn = monthly(cores) * months
  const budgets = terms.years.map(({ year }) => `internet-${year}`)
  const several = budgets.length > 1
  return `${head('provider', 'Penyedia dan kontraknya. Harga dalam rupiah utuh.', 'A provider and its contracts. Prices in whole rupiah.')}provider: penyedia-a
name: PT Penyedia Contoh
npwp: "0010000000000001"
noc: { role: NOC Penyedia Contoh }
contracts:
  - contract: ktr-1
    number: CONTOH/001/${terms.from.slice(0, 4)}
    title: Sewa sirkuit dan internet
    form: surat-pesanan
    method: e-purchasing
    ppk: PPK Diskominfo
    period: { from: ${terms.from}, to: ${terms.to} }
    price: { excl_ppn_rupiah: ${exclPpn}, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: ${(exclPpn * 111) / 100} }
    budget: ${several ? `[${budgets.join(', ')}]` : budgets[0]}
${several ? '    multi_year_approval: CONTOH\n' : ''}    sla: { availability_percent: 99.5, restitution: excess-fraction }
    annex: { circuits: ${cores + 1}, bandwidth_mbps: ${speeds.uplinkMbps * cores + speeds.circuitMbps} }
    documents: [{ kind: bast, date: ${terms.from} }]
`
}

interface Accepted {
  readonly id: string
  readonly code: string
  readonly thing: string
  readonly reason: string
  readonly days: number
}

function waiversText({ today, hub, quality, cores }: Answers): string {
  const sample = 'Data contoh dari serat init; hapus sesudah titik diambil di lapangan.'
  const single = 'Dimulai dengan satu router inti.'
  const accepted: Accepted[] = [
    {
      id: 'ospf3-serat',
      code: 'RTE002',
      thing: 'route:*',
      reason: 'RouterOS has no OSPFv3 authentication that is known to agree; the fibre is our own.',
      days: 365,
    },
    { id: 'titik-dinas-contoh', code: 'GEO007', thing: 'site:dinas-contoh', reason: sample, days: 90 },
  ]
  if (quality === 'placeholder')
    accepted.push({ id: `titik-${hub}`, code: 'GEO007', thing: `site:${hub}`, reason: sample, days: 90 })
  if (cores === 1)
    accepted.push(
      { id: 'satu-uplink', code: 'RTE010', thing: `site:${hub}`, reason: single, days: 365 },
      { id: 'satu-handoff', code: 'RTE008', thing: 'handoff:nni-a', reason: single, days: 365 },
    )
  return (
    head(
      'waiver',
      'Peringatan yang diterima, dengan alasan, siapa yang memutuskan, dan batas waktu.',
      'Warnings that are accepted: why, who decided, until when.',
      '..',
    ) +
    accepted
      .map(
        ({ id, code, thing, reason, days }) => `- waiver: ${id}
  code: ${code}
  things: ["${thing}"]
  reason: ${reason}
  decided_by: Kepala bidang jaringan
  until: ${daysAfter(today, days)}
`,
      )
      .join('')
  )
}
