import { number, rupiah } from '../../words/figures.ts'
import { date, money, moneyOf, row, rows, text, type Question } from './questions.fixture.ts'

/**
 * Questions that were thought of after the views had been built, of the same people; each is reached by `/`, a few
 * words and Enter.
 */
export const moreQuestions: readonly Question[] = [
  {
    who: 'auditor',
    asks: 'Which contract has RUP 61204421?',
    types: '61204421',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-03')['title'])],
  },
  {
    who: 'auditor',
    asks: 'Whose NPWP is 0024567810524000?',
    types: '0024567810524000',
    answers: () => ['PT Jejaring Merapi Contoh'],
  },
  {
    who: 'auditor',
    asks: 'Which contract was worth Rp 612.720.000?',
    types: 'Rp 612.720.000',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-04')['title'])],
  },
  { who: 'auditor', asks: 'What follows ktr-2026-03?', types: 'ktr-2026-03', answers: () => ['ktr-2026-07'] },
  {
    who: 'auditor',
    asks: 'What does addendum 027/0098.1/ADD/16/2026 belong to?',
    types: '027/0098.1/ADD',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-03')['title'])],
  },
  {
    who: 'auditor',
    asks: 'When was the BAST of ktr-2026-03 signed?',
    types: 'ktr-2026-03',
    answers: () => [date('2026-01-05'), 'BAST'],
  },
  {
    who: 'auditor',
    asks: 'Which document has this hash?',
    types: 'b899ce1c5822ab01',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-03')['number'])],
  },
  {
    who: 'auditor',
    asks: 'Which payment is SPP/16/101/2026?',
    types: 'SPP/16/101/2026',
    answers: () => ['byr-2026-03-01', 'ktr-2026-03'],
  },
  {
    who: 'auditor',
    asks: 'What was invoiced by INV/03/01/2026?',
    types: 'INV/03/01/2026',
    answers: () => [rupiah(30_000_000).id],
  },
  {
    who: 'auditor',
    asks: 'Everything that GEO003 found, and who accepted it?',
    types: 'geo003',
    answers: s => [text(row(s, 'waivers', 'sewa-dalam-radius')['decided_by'])],
  },
  {
    who: 'auditor',
    asks: 'All waivers with their ends?',
    types: 'pengecualian',
    answers: s => rows(s('show', 'waivers')).map(w => text(w['waiver'])),
  },
  {
    who: 'auditor',
    asks: 'What did Kepala Seksi Keamanan Informasi decide?',
    types: 'kepala seksi keamanan',
    answers: () => ['Kepala Seksi Keamanan Informasi'],
  },
  {
    who: 'auditor',
    asks: 'What does June 2026 cost?',
    types: 'juni 2026',
    answers: s => [money(moneyOf(s, 'month', '2026-06')['committed_rupiah'])],
  },
  {
    who: 'auditor',
    asks: 'What do megabits cost?',
    types: 'rp per mbit',
    answers: s => [text(rows(s('show', 'money', '--by', 'rate'))[0]?.['name'])],
  },
  {
    who: 'auditor',
    asks: 'What was paid for permit PB-TIANG/2026/031?',
    types: 'PB-TIANG/2026/031',
    answers: s => [money(moneyOf(s, 'contract', 'izin:PB-TIANG/2026/031')['rent_rupiah'])],
  },
  { who: 'auditor', asks: 'How is this page checked?', types: 'bukti', answers: () => ['serat verify out', 'SHA-256'] },
  {
    who: 'head',
    asks: 'What does each budget line hold?',
    types: 'uang pos anggaran',
    answers: s => rows(s('show', 'money', '--by', 'budget')).map(b => text(b['key'])),
  },
  {
    who: 'head',
    asks: 'What does each kecamatan cost?',
    types: 'uang kecamatan',
    answers: s => rows(s('show', 'money', '--by', 'kecamatan')).map(k => money(k['committed_rupiah'])),
  },
  {
    who: 'head',
    asks: 'How many sites have our own fibre?',
    types: 'topologi',
    answers: s => {
      const all = rows(s('show', 'sites'))
      const leased = all.filter(r => r['connection'] === 'leased').length
      return [
        `${number(all.length - leased).id} situs pada serat milik`,
        `${number(leased).id} hanya pada sirkuit sewa`,
      ]
    },
  },
  {
    who: 'head',
    asks: 'Which planned works come?',
    types: 'pekerjaan',
    answers: () => ['krj-2026-11-utara', 'krj-2026-11-nni-b'],
  },
  {
    who: 'head',
    asks: 'Should we build or lease?',
    types: 'bangun atau sewa',
    answers: s =>
      rows(s('show', 'build-or-lease'))
        .slice(0, 3)
        .map(r => text(Object.values(r)[0])),
  },
  {
    who: 'head',
    asks: 'Who sits in the complex of the regency?',
    types: 'daftar perangkat',
    answers: s => rows(s('show', 'tenants')).map(t => text(t['name'])),
  },
  {
    who: 'head',
    asks: 'What do we pay penyedia-b?',
    types: 'penyedia-b',
    answers: s => [money(moneyOf(s, 'provider', 'penyedia-b')['committed_rupiah'])],
  },
  {
    who: 'head',
    asks: 'What would fall with the power feeder KLT-18?',
    types: 'feeder:KLT-18',
    answers: () => ['kec-bayat'],
  },
  {
    who: 'engineer',
    asks: 'Which routers run 7.20.6?',
    types: '7.20.6',
    answers: s =>
      rows(s('show', 'routers'))
        .filter(r => r['version'] === '7.20.6')
        .slice(0, 1)
        .map(r => text(r['router'])),
  },
  {
    who: 'engineer',
    asks: 'Which router has AS 4264666130?',
    types: '4264666130',
    answers: () => ['kec-bayat'],
  },
  {
    who: 'engineer',
    asks: 'Which ports are free?',
    types: 'port kosong',
    answers: s =>
      rows(s('show', 'ports'))
        .slice(0, 3)
        .map(p => text(p['port'])),
  },
  {
    who: 'engineer',
    asks: 'Which cores are free?',
    types: 'core kosong',
    answers: s =>
      rows(s('show', 'cores'))
        .slice(0, 3)
        .map(c => text(c['cable'])),
  },
  {
    who: 'engineer',
    asks: 'What lives at fde9:287e:fdcf:670f::5?',
    types: 'fde9:287e:fdcf:670f::5',
    answers: () => ['fde9:287e:fdcf:670f::/64', 'kec-bayat'],
  },
  {
    who: 'engineer',
    asks: 'Which VLAN has ckt-kec-bayat at the hub?',
    types: 'ckt-kec-bayat',
    answers: s => [text(row(s, 'circuits', 'ckt-kec-bayat')['hub_vlan'])],
  },
  {
    who: 'engineer',
    asks: 'Which network has route pusat-b?',
    types: 'pusat-b',
    answers: s => [text(row(s, 'routes', 'pusat-b')['v4'])],
  },
  {
    who: 'engineer',
    asks: 'What stands near -7.7714, 110.6553?',
    types: '-7.7714, 110.6553',
    answers: () => ['Kecamatan Bayat'],
  },
  {
    who: 'engineer',
    asks: 'How are the cores of a closure spliced?',
    types: 'plant/splices',
    answers: () => ['plant/splices/'],
  },
  {
    who: 'engineer',
    asks: 'What was measured on the glass?',
    types: 'pengukuran',
    answers: s =>
      rows(s('show', 'measurements'))
        .slice(0, 1)
        .map(m => text(Object.values(m)[0])),
  },
  {
    who: 'engineer',
    asks: 'Which device is asset 1.3.2.10.02.03.004/0002/2022?',
    types: '1.3.2.10.02.03.004/0002/2022',
    answers: s => [text(row(s, 'routers', 'core-1')['serial'])],
  },
  {
    who: 'noc',
    asks: 'How many minutes may ckt-kec-cawas still lose?',
    types: 'ckt-kec-cawas',
    answers: () => ['Menit tersisa'],
  },
  {
    who: 'noc',
    asks: 'Which ticket is TT-558120?',
    types: 'TT-558120',
    answers: () => ['tkt-2026-005', 'ckt-kec-cawas'],
  },
  { who: 'noc', asks: 'What is CHG-2026-031?', types: 'CHG-2026-031', answers: () => ['krj-2026-11-utara'] },
  {
    who: 'noc',
    asks: 'All tickets of the year?',
    types: 'tiket gangguan',
    answers: () => ['tkt-2026-001', 'tkt-2026-012'],
  },
  {
    who: 'noc',
    asks: 'Which sites fall with hand-off nni-b?',
    types: 'handoff:nni-b',
    answers: s =>
      rows(s('show', 'circuits'))
        .filter(c => c['handoff'] === 'nni-b')
        .slice(0, 3)
        .map(c => text(c['circuit'])),
  },
  {
    who: 'noc',
    asks: 'How much is spare on the routers?',
    types: 'suku cadang',
    answers: s =>
      rows(s('show', 'spare'))
        .slice(0, 2)
        .map(r => text(r['thing'])),
  },
]
