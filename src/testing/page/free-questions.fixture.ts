import { date, money, moneyOf, row, rows, text, type Question } from './questions.fixture.ts'

/** Questions of a fourth round, as they come to mind: a field, an end, the most of something, whatever a file says. */
export const freeQuestions: readonly Question[] = [
  {
    who: 'auditor',
    asks: 'What ends in December 2026?',
    types: 'apa saja yang berakhir bulan desember 2026?',
    answers: s => contracts(s, to => to.startsWith('2026-12')),
  },
  {
    who: 'auditor',
    asks: 'The same in English',
    types: 'which contracts end in december 2026',
    answers: s => contracts(s, to => to.startsWith('2026-12')),
  },
  {
    who: 'auditor',
    asks: 'Which waivers end in 2027?',
    types: 'which waivers expire in 2027?',
    answers: s =>
      rows(s('show', 'waivers'))
        .filter(w => text(w['until']).startsWith('2027'))
        .map(w => date(w['until'])),
  },
  {
    who: 'auditor',
    asks: 'Who signs each contract as PPK?',
    types: 'ppk',
    answers: s => ['Pejabat pembuat komitmen', ...contracts(s, () => true)],
  },
  { who: 'auditor', asks: 'Which numbers of RUP are there?', types: 'rup', answers: () => ['Nomor RUP', '61204421'] },
  {
    who: 'auditor',
    asks: 'Which PPh was withheld?',
    types: 'pph',
    answers: () => ['PPh 23 yang dipotong', 'byr-2026-03-01'],
  },
  {
    who: 'auditor',
    asks: 'When was each contract signed?',
    types: 'tanda tangan kontrak',
    answers: () => ['Ditandatangani'],
  },
  {
    who: 'auditor',
    asks: 'What does the year cost?',
    types: 'berapa total biaya tahun 2026?',
    answers: s => {
      const first = rows(s('show', 'money', '--by', 'month')).find(r => r['key'] === '2026-01')
      return first === undefined ? [] : ['Januari 2026', 'Desember 2026']
    },
  },
  {
    who: 'auditor',
    asks: 'Which circuit costs most?',
    types: 'sirkuit termahal',
    answers: s => most(rows(s('show', 'money', '--by', 'circuit')), 'committed_rupiah', 'key'),
  },
  {
    who: 'auditor',
    asks: 'Which contract is the largest?',
    types: 'largest contract',
    answers: s => most(rows(s('show', 'money', '--by', 'contract')), 'committed_rupiah', 'key'),
  },
  {
    who: 'auditor',
    asks: 'Is it checked that a direct award stays below its limit?',
    types: 'KTR018',
    answers: () => ['Aturan ini diperiksa, dan tidak menemukan apa-apa.'],
  },
  { who: 'auditor', asks: 'How is this proved?', types: 'cara memverifikasi', answers: () => ['serat verify out'] },
  { who: 'auditor', asks: 'All serial numbers?', types: 'nomor seri router', answers: () => ['H9ND4YHWEF8'] },
  {
    who: 'head',
    asks: 'Which kecamatan costs most?',
    types: 'kecamatan termahal',
    answers: s => most(rows(s('show', 'money', '--by', 'kecamatan')), 'committed_rupiah', 'key'),
  },
  { who: 'head', asks: 'Which sites have no second way?', types: 'lokasi tanpa cadangan', answers: () => ['Risiko'] },
  {
    who: 'head',
    asks: 'What does kec-bayat have, under which contract, until when?',
    types: 'siapa membayar kec-bayat sampai kapan?',
    answers: s => {
      const c = row(s, 'circuits', 'ckt-kec-bayat')
      return [`${text(c['bandwidth_mbps'])} Mbit/s · ktr-2026-03`, `sampai ${date(c['to'])}`]
    },
  },
  {
    who: 'head',
    asks: 'What if penyedia-b goes bankrupt?',
    types: 'penyedia-b bangkrut',
    answers: () => ['provider:penyedia-b', 'kec-bayat'],
  },
  {
    who: 'head',
    asks: 'How long are our cables?',
    types: 'panjang kabel',
    answers: () => ['Panjang di tanah', 'c-utara-1'],
  },
  {
    who: 'head',
    asks: 'What may the budget line hold?',
    types: 'pagu',
    answers: () => ['Pagu', 'jaringan-intra', 'Rp 3.200.000.000'],
  },
  {
    who: 'engineer',
    asks: 'Which cable is the longest?',
    types: 'kabel terpanjang',
    answers: () => ['Kabel', 'Panjang selubung'],
  },
  {
    who: 'engineer',
    asks: 'Which route is the longest?',
    types: 'longest route',
    answers: () => ['Redaman rute', 'utara-1'],
  },
  {
    who: 'engineer',
    asks: 'What is configured on kec-bayat?',
    types: 'konfigurasi kec-bayat',
    answers: () => ['routers/kec-bayat/kec-bayat.rsc', '/ip firewall filter'],
  },
  { who: 'engineer', asks: 'Where do we filter?', types: 'firewall', answers: () => ['routers/', '/ip firewall'] },
  { who: 'engineer', asks: 'Which MTU has what?', types: 'mtu', answers: () => ['MTU'] },
  { who: 'engineer', asks: 'Which sites have a generator?', types: 'genset', answers: () => ['Dari mana listriknya'] },
  {
    who: 'engineer',
    asks: 'What falls with a pole and a core?',
    types: 'bila p-utara-012 dan core-2 gagal',
    answers: () => ['structure:p-utara-012', 'router:core-2'],
  },
  { who: 'noc', asks: 'Where is dishub?', types: 'di mana dishub?', answers: () => ['Peta', 'dishub'] },
  {
    who: 'noc',
    asks: 'A tree lies on cable c-utara-1',
    types: 'what falls if cable c-utara-1 is cut?',
    answers: () => ['cable:c-utara-1'],
  },
  {
    who: 'noc',
    asks: 'Which tickets are open?',
    types: 'tiket terbuka',
    answers: () => ['Tiket gangguan', 'tkt-2026-001'],
  },
  {
    who: 'noc',
    asks: 'Whom do we tell where penyedia-b stays down?',
    types: 'eskalasi penyedia-b',
    answers: () => ['penyedia-b'],
  },
  {
    who: 'noc',
    asks: 'Is there anything about a puskesmas?',
    types: 'puskesmas',
    answers: () => ['0 baris dalam 0 berkas'],
  },
  {
    who: 'noc',
    asks: 'What is still to be paid to penyedia-b?',
    types: 'belum dibayar penyedia-b',
    answers: s => [money(moneyOf(s, 'provider', 'penyedia-b')['unpaid_rupiah'])],
  },
]

function contracts(serat: Parameters<Question['answers']>[0], isMeant: (to: string) => boolean): readonly string[] {
  return rows(serat('show', 'contracts'))
    .filter(({ to }) => isMeant(text(to)))
    .map(({ contract }) => text(contract))
}

/** The row of the most, by its name. */
function most(all: readonly Readonly<Record<string, unknown>>[], by: string, name: string): readonly string[] {
  const [first] = all.filter(each => each[name] !== 'jumlah').toSorted((a, b) => Number(b[by]) - Number(a[by]))
  return first === undefined ? [] : [text(first[name]), money(first[by])]
}
