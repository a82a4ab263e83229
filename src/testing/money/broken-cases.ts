/**
 * One thing that went wrong on paper: what is typed instead of what, and the one finding that it gives, at the line and
 * value that is named.
 */
export interface BrokenCase {
  readonly what: string
  readonly edits: readonly (readonly [path: string, before: string, after: string])[]
  readonly finding: string
  /** Of the check; the second of November unless given. */
  readonly today?: string
}

const a = 'providers/penyedia-a.yaml'
const b = 'providers/penyedia-b.yaml'
const c = 'providers/penyedia-c.yaml'
const circuits = 'circuits/penyedia-b.yaml'
const paid3 = 'payments/ktr-2026-03.yaml'
const paid4 = 'payments/ktr-2026-04.yaml'
const down = 'downtime/2026.yaml'
const bast3 =
  '{ kind: bast, date: 2026-01-05, sha256: b899ce1c5822ab01a7e7e3ac90c0adc1c89ae636bf8bce6db38dc487cd558afa }'
const invoice = 'invoice: { number: INV/04/01/2026, date: 2026-02-02, excl_ppn_rupiah: 46000000, ppn_rupiah: 5060000,'
const wedi =
  'contract: [ktr-2026-03, ktr-2026-07]\n  service: ip-vpn\n  bandwidth_mbps: 20\n  monthly_rupiah: 3400000\n  hub: { handoff: nni-b, vlan: 1101 }'

const papers: readonly BrokenCase[] = [
  {
    what: 'a document that is not there',
    edits: [[b, bast3, bast3.replace('sha256', 'path: bast/tidak-ada.pdf, sha256')]],
    finding: `DOK001 ${b} bast/tidak-ada.pdf`,
  },
  {
    what: 'a document that was altered',
    edits: [[b, bast3, bast3.replace('sha256', 'path: bast/ktr-2026-03.pdf, sha256')]],
    finding: `DOK001 ${b} b899ce1c5822ab01a7e7e3ac90c0adc1c89ae636bf8bce6db38dc487cd558afa`,
  },
  {
    what: 'one file for two contracts',
    edits: [
      [
        c,
        '2266318b01929e11a64819b3527bb5ffa58d1892f02245ab7a1e59f69e0447ca',
        'f5cf8c69e5526811581dbcac792b1f729cd375a25e2b30449198facf8a4df707',
      ],
    ],
    finding: `DOK002 ${c} f5cf8c69e5526811581dbcac792b1f729cd375a25e2b30449198facf8a4df707`,
  },
  {
    what: 'handed over four days late, and no fine taken off',
    edits: [[b, '    signed: 2025-12-22\n', '    signed: 2025-12-22\n    delivery: { due: 2026-01-01 }\n']],
    finding: `BYR011 ${b} 2026-01-01`,
  },
  {
    what: 'a fine that nothing on paper asks for',
    edits: [[paid3, 'pph_rupiah: 600000\n', 'pph_rupiah: 600000\n  fine_rupiah: 250000\n']],
    finding: `BYR011 ${paid3} 250000`,
  },
  { what: 'no BAST', edits: [[b, `      - ${bast3}\n`, '']], finding: `KTR012 ${b} 2026-01-01` },
  {
    what: 'BAST before signing',
    edits: [[b, bast3, bast3.replace('2026-01-05', '2025-12-05')]],
    finding: `KTR021 ${b} 2025-12-05`,
  },
  {
    what: 'signed after it began',
    edits: [[b, 'signed: 2026-10-26', 'signed: 2026-12-26']],
    finding: `KTR021 ${b} 2026-12-26`,
  },
  {
    what: 'two contracts of one number',
    edits: [[c, '027/0104/SPs/16/2026', '027/0103/SPs/16/2026']],
    finding: `KTR011 ${c} 027/0103/SPs/16/2026`,
  },
  { what: 'RUP used twice', edits: [[c, '"61204426"', '"61204425"']], finding: `KTR020 ${c} "61204425"` },
  {
    what: 'NPWP of zeros',
    edits: [[b, '0024567810524000', '0000000000000000']],
    finding: `KTR023 ${b} "0000000000000000"`,
  },
  { what: 'no restitution formula', edits: [[c, ', restitution: prorata }', ' }']], finding: `KTR007 ${c} 99.0` },
  {
    what: 'SLA below what the site asks',
    edits: [[c, 'availability_percent: 99.0', 'availability_percent: 90']],
    finding: `KTR006 ${c} 90`,
  },
]

const procurement: readonly BrokenCase[] = [
  {
    what: 'a method over its limit',
    edits: [
      [c, 'form: surat-pesanan\n    method: e-purchasing', 'form: surat-perjanjian\n    method: pengadaan-langsung'],
    ],
    finding: `KTR018 ${c} pengadaan-langsung`,
  },
  {
    what: 'a form below the value',
    edits: [[b, 'form: surat-perjanjian\n    method: tender\n', 'form: spk\n    method: tender\n']],
    finding: `KTR004 ${b} spk`,
  },
  {
    what: 'two direct procurements that are one package',
    edits: [
      [
        'waivers.yaml',
        `- waiver: dua-pengadaan-langsung-2026
  code: KTR019
  things: [contract:ktr-2026-02]
  reason: Two needs by two providers, circuits over fibre and internet by radio; composed
  decided_by: PPK Diskominfo
  until: 2026-12-31
`,
        '',
      ],
    ],
    finding: `KTR019 ${c} pengadaan-langsung`,
  },
  {
    what: 'a year on the line of another',
    edits: [['network.yaml', 'year: 2026', 'year: 2027']],
    finding: 'KTR017 network.yaml 2027',
  },
  {
    what: 'a ceiling that contracts exceed',
    edits: [['network.yaml', 'ceiling_rupiah: 3200000000', 'ceiling_rupiah: 1200000000']],
    finding: 'KTR002 network.yaml 1200000000',
  },
  {
    what: 'two years without approval',
    edits: [
      [b, '    period: { from: 2026-12-01, to: 2026-12-31 }', '    period: { from: 2026-12-01, to: 2027-01-31 }'],
    ],
    finding: `KTR013 ${b} 2027-01-31`,
  },
  {
    // Its fees, price list, successor and invoices all follow it: nothing but the tenth is wrong.
    what: 'an addendum over a tenth',
    edits: [
      [circuits, 'bandwidth_mbps: 50, monthly_rupiah: 5200000', 'bandwidth_mbps: 50, monthly_rupiah: 15000000'],
      [b, 'bandwidth_mbps: 50, monthly_rupiah: 5200000', 'bandwidth_mbps: 50, monthly_rupiah: 15000000'],
      [b, '336500000, incl_ppn_rupiah: 373515000', '385500000, incl_ppn_rupiah: 427905000'],
      [
        b,
        '31300000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34743000',
        '41100000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 45621000',
      ],
      ...[7, 8, 9].flatMap((month): (readonly [string, string, string])[] => [
        [
          paid3,
          `date: 2026-${String(month + 1).padStart(2, '0')}-02, excl_ppn_rupiah: 31300000, ppn_rupiah: 3443000`,
          `date: 2026-${String(month + 1).padStart(2, '0')}-02, excl_ppn_rupiah: 41100000, ppn_rupiah: 4521000`,
        ],
        [
          paid3,
          `pph_rupiah: 626000\n  spp: { number: SPP/16/${100 + month}/`,
          `pph_rupiah: 822000\n  spp: { number: SPP/16/${100 + month}/`,
        ],
      ]),
    ],
    finding: `KTR022 ${b} 385500000`,
  },
]

const contracts: readonly BrokenCase[] = [
  {
    what: 'a price',
    edits: [
      [
        c,
        'excl_ppn_rupiah: 294000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 326340000',
        'excl_ppn_rupiah: 295000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 327450000',
      ],
    ],
    finding: `KTR009 ${c} 295000000`,
  },
  {
    what: 'PPN of twelve per cent of the whole',
    edits: [[c, 'incl_ppn_rupiah: 326340000', 'incl_ppn_rupiah: 329280000']],
    finding: `KTR005 ${c} 329280000`,
  },
  {
    what: 'a law that was not in force',
    edits: [[c, '294000000, ppn_rule: dpp-11-12-2025', '294000000, ppn_rule: full-11-2022']],
    finding: `KTR014 ${c} full-11-2022`,
  },
  {
    what: 'a count of circuits',
    edits: [[a, 'annex: { circuits: 10, bandwidth_mbps: 650 }', 'annex: { circuits: 11, bandwidth_mbps: 650 }']],
    finding: `KTR008 ${a} 11`,
  },
  {
    what: 'a bandwidth',
    edits: [[a, 'annex: { circuits: 10, bandwidth_mbps: 650 }', 'annex: { circuits: 10, bandwidth_mbps: 700 }']],
    finding: `KTR008 ${a} 700`,
  },
  {
    what: 'a period backwards',
    edits: [
      [
        c,
        'period: { from: 2026-01-01, to: 2026-12-31 }\n    price: { excl_ppn_rupiah: 294',
        'period: { from: 2026-12-31, to: 2026-01-01 }\n    price: { excl_ppn_rupiah: 294',
      ],
    ],
    finding: `KTR001 ${c} 2026-01-01`,
  },
  {
    what: "a circuit's days backwards",
    edits: [
      [
        circuits,
        'site: { id: kec-wedi, port: ether1 }\n  role: primary\n  period: { from: 2026-01-01, to: 2026-12-31 }',
        'site: { id: kec-wedi, port: ether1 }\n  role: primary\n  period: { from: 2026-12-31, to: 2026-01-01 }',
      ],
    ],
    finding: `KTR001 ${circuits} 2026-01-01`,
  },
  {
    what: 'a date that leaves eight circuits without a contract',
    edits: [[b, 'period: { from: 2026-01-01, to: 2026-11-30 }', 'period: { from: 2026-01-01, to: 2026-10-30 }']],
    finding: `CKT001 ${b} 2026-10-30`,
  },
  {
    what: 'a date that has eight circuits paid twice',
    edits: [[b, 'period: { from: 2026-12-01, to: 2026-12-31 }', 'period: { from: 2026-11-01, to: 2026-12-31 }']],
    finding: `CKT002 ${b} 2026-11-01`,
  },
  {
    what: 'an addendum before its contract',
    edits: [[b, '        from: 2026-07-01\n', '        from: 2025-07-01\n']],
    finding: `KTR016 ${b} 2025-07-01`,
  },
  {
    what: 'an addendum signed after it took effect',
    edits: [[b, 'signed: 2026-06-24', 'signed: 2026-07-24']],
    finding: `KTR016 ${b} 2026-07-24`,
  },
  {
    what: 'a price list',
    edits: [
      [
        b,
        'ckt-kec-cawas, bandwidth_mbps: 30, monthly_rupiah: 3900000',
        'ckt-kec-cawas, bandwidth_mbps: 30, monthly_rupiah: 3800000',
      ],
    ],
    finding: `KTR015 ${b} 3800000`,
  },
  {
    what: 'a circuit without a contract',
    edits: [[circuits, wedi, wedi.replace('contract: [ktr-2026-03, ktr-2026-07]\n  ', '')]],
    finding: `CKT001 ${circuits} ckt-kec-wedi`,
  },
  {
    what: 'a circuit of another provider',
    edits: [
      [circuits, '- circuit: ckt-kec-wedi\n  provider: penyedia-b', '- circuit: ckt-kec-wedi\n  provider: penyedia-a'],
    ],
    finding: `CKT007 ${circuits} penyedia-a`,
  },
  {
    what: "a provider's number twice",
    edits: [[circuits, 'PB/VPN/26/0214', 'PB/VPN/26/0211']],
    finding: `CKT003 ${circuits} PB/VPN/26/0211`,
  },
  {
    what: 'a change on the first day',
    edits: [[circuits, '{ from: 2026-07-01, bandwidth_mbps: 50', '{ from: 2026-01-01, bandwidth_mbps: 50']],
    finding: `CKT012 ${circuits} 2026-01-01`,
  },
  {
    what: 'a change to a contract that has not begun',
    edits: [
      [
        circuits,
        '{ from: 2026-07-01, bandwidth_mbps: 50',
        '{ from: 2026-07-01, contract: ktr-2026-07, bandwidth_mbps: 50',
      ],
    ],
    finding: `CKT001 ${circuits} ktr-2026-07`,
  },
]

const payments: readonly BrokenCase[] = [
  {
    what: 'paid before the BAST',
    edits: [[b, bast3, bast3.replace('2026-01-05', '2026-02-20')]],
    finding: `BYR005 ${paid3} 2026-02-02`,
  },
  {
    what: 'an SP2D before its invoice',
    edits: [
      [
        paid4,
        'sp2d: { number: SP2D/4010/2026, date: 2026-02-12 }',
        'sp2d: { number: SP2D/4010/2026, date: 2026-01-12 }',
      ],
    ],
    finding: `BYR005 ${paid4} 2026-01-12`,
  },
  {
    what: 'paid after the end',
    edits: [[paid3, 'covers: { from: 2026-09-01, to: 2026-09-30 }', 'covers: { from: 2026-12-01, to: 2026-12-31 }']],
    finding: `BYR004 ${paid3} 2026-12-31`,
  },
  {
    what: 'a month paid twice',
    edits: [[paid4, 'covers: { from: 2026-02-01, to: 2026-02-28 }', 'covers: { from: 2026-01-01, to: 2026-01-31 }']],
    finding: `BYR003 ${paid4} { from: 2026-01-01, to: 2026-01-31 }`,
  },
  {
    what: 'an invoice of another sum',
    edits: [
      [
        paid4,
        `${invoice} faktur: 010.000-26.10000370 }\n  pph_rupiah: 920000`,
        `${invoice.replace('46000000, ppn_rupiah: 5060000', '47000000, ppn_rupiah: 5170000')} faktur: 010.000-26.10000370 }\n  pph_rupiah: 940000`,
      ],
    ],
    finding: `BYR001 ${paid4} 47000000`,
  },
  {
    what: 'PPN of an invoice',
    edits: [[paid4, invoice, invoice.replace('5060000', '5520000')]],
    finding: `BYR002 ${paid4} 5520000`,
  },
  {
    what: 'PPh of an invoice',
    edits: [[paid4, 'pph_rupiah: 920000', 'pph_rupiah: 900000']],
    finding: `BYR002 ${paid4} 900000`,
  },
  {
    what: "an invoice's number twice",
    edits: [[paid4, 'INV/04/02/2026', 'INV/04/01/2026']],
    finding: `BYR009 ${paid4} INV/04/01/2026`,
  },
  {
    what: 'an SP2D twice',
    edits: [[paid4, 'SP2D/4011/2026', 'SP2D/4010/2026']],
    finding: `BYR009 ${paid4} SP2D/4010/2026`,
  },
  {
    what: 'delivered and unpaid',
    edits: [[paid4, '  sp2d: { number: SP2D/4010/2026, date: 2026-02-12 }\n', '']],
    finding: `BYR006 ${b} ktr-2026-04`,
  },
  {
    what: 'planned and paid',
    edits: [
      [
        circuits,
        '  period: { from: 2026-01-01, to: 2026-12-31 }\n- circuit: ckt-kec-gantiwarno',
        '  status: planned\n  period: { from: 2026-01-01, to: 2026-12-31 }\n- circuit: ckt-kec-gantiwarno',
      ],
    ],
    finding: `BYR007 ${circuits} planned`,
  },
  {
    what: 'paid from the budget of another year',
    edits: [
      [
        paid4,
        '  covers: { from: 2026-01-01, to: 2026-01-31 }',
        '  covers: { from: 2026-01-01, to: 2026-01-31 }\n  budget: jaringan-2027',
      ],
      [
        'network.yaml',
        'policy:\n',
        '  - { budget: jaringan-2027, name: N, year: 2027, sub_kegiatan: "2.16.03.1.02.0030", account: "5.1.02.02.001.00063", ceiling_rupiah: 700000000 }\npolicy:\n',
      ],
    ],
    finding: `BYR008 ${paid4} jaringan-2027`,
  },
]

const downtime: readonly BrokenCase[] = [
  {
    what: 'a ticket that ends before it begins',
    edits: [[down, 'to: "2026-01-09 14:05"', 'to: "2026-01-08 14:05"']],
    finding: `GGN001 ${down} "2026-01-08 14:05"`,
  },
  {
    what: 'a ticket of days to come',
    edits: [[down, 'to: "2026-01-09 14:05"', 'to: "2026-11-09 14:05"']],
    finding: `GGN001 ${down} "2026-11-09 14:05"`,
  },
  {
    what: 'a claim for another sum',
    edits: [[down, 'rupiah: 47911', 'rupiah: 57911']],
    finding: `GGN002 ${down} 57911`,
  },
  {
    what: 'a deduction of another sum',
    edits: [
      [paid3, '29952089, ppn_rupiah: 3294730', '29962089, ppn_rupiah: 3295830'],
      [paid3, 'pph_rupiah: 599042', 'pph_rupiah: 599242'],
      [paid3, 'klm-2026-03-a, rupiah: 47911', 'klm-2026-03-a, rupiah: 37911'],
    ],
    finding: `GGN002 ${paid3} 37911`,
  },
  {
    what: 'restitution that nobody claimed',
    edits: [[down, '2026-06-06 10:55', '2026-06-07 10:55']],
    finding: `GGN003 ${down} tkt-2026-011`,
  },
]

const formerYear = (year: number): string =>
  `  - { budget: jaringan-${year}, name: N, year: ${year}, sub_kegiatan: "2.16.03.1.02.0030", account: "5.1.02.02.001.00063", ceiling_rupiah: 700000000 }\n`
const formerPayment = (year: number, from: string, exclPpn: number): string => `- payment: byr-2026-04-${year}
  contract: ktr-2026-04
  covers: { from: ${from}, to: ${year}-12-31 }
  invoice: { number: INV/04/${year}, date: ${year}-12-31, excl_ppn_rupiah: ${exclPpn}, ppn_rupiah: ${exclPpn * 0.11} }
  pph_rupiah: ${exclPpn * 0.02}
  sp2d: { number: SP2D/04/${year}, date: ${year}-12-31 }
`

/**
 * The internet at core-1 from July 2024 on, under two laws of PPN: 30 months of 46,000,000, of which both take 11 %.
 */
const twoLaws: readonly BrokenCase[] = [
  {
    what: 'PPN of twelve per cent of the whole since the law changed in mid-contract',
    edits: [
      ['network.yaml', 'policy:\n', `${formerYear(2024)}${formerYear(2025)}policy:\n`],
      [
        circuits,
        'password: { secret: bgp/uplink-1 } }\n  period: { from: 2026-01-01',
        'password: { secret: bgp/uplink-1 } }\n  period: { from: 2024-07-01',
      ],
      [
        b,
        'signed: 2025-12-22\n    period: { from: 2026-01-01, to: 2026-12-31 }\n    price: { excl_ppn_rupiah: 552000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 612720000 }\n    budget: jaringan-intra\n',
        'signed: 2024-06-20\n    period: { from: 2024-07-01, to: 2026-12-31 }\n    price: { excl_ppn_rupiah: 1380000000, ppn_rule: full-11-2022, incl_ppn_rupiah: 1542840000 }\n    budget: [jaringan-2024, jaringan-2025, jaringan-intra]\n    multi_year_approval: 050/77/2024\n',
      ],
      [b, '{ kind: bast, date: 2026-01-02, sha256: 80f39e', '{ kind: bast, date: 2024-07-02, sha256: 80f39e'],
      [
        paid4,
        '- payment: byr-2026-04-01\n',
        `${formerPayment(2024, '2024-07-01', 276_000_000)}${formerPayment(2025, '2025-01-01', 552_000_000)}- payment: byr-2026-04-01\n`,
      ],
    ],
    finding: `KTR005 ${b} 1542840000`,
  },
]

export const brokenCases: readonly BrokenCase[] = [
  ...twoLaws,
  ...papers,
  ...procurement,
  ...contracts,
  ...payments,
  ...downtime,
]
