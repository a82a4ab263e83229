import { money, moneyOf, row, rows, text, type Question } from './questions.fixture.ts'

/** Questions of a third round, asked as people speak: a kind and a name, a day, a view and what it is to show, a sentence. */
export const lateQuestions: readonly Question[] = [
  {
    who: 'auditor',
    asks: 'Which contract ends on 30 November 2026?',
    types: '30 november 2026',
    answers: s =>
      rows(s('show', 'contracts'))
        .filter(c => c['to'] === '2026-11-30')
        .map(c => text(c['title'])),
  },
  {
    who: 'auditor',
    asks: 'What has penyedia-c not been paid yet?',
    types: 'belum dibayar kepada penyedia-c?',
    answers: s => [money(moneyOf(s, 'provider', 'penyedia-c')['unpaid_rupiah'])],
  },
  {
    who: 'auditor',
    asks: 'What does each agency cost?',
    types: 'uang perangkat daerah',
    answers: s =>
      rows(s('show', 'money', '--by', 'opd'))
        .slice(0, 20)
        .map(r => money(r['committed_rupiah'])),
  },
  {
    who: 'auditor',
    asks: 'Which circuits does penyedia-c carry?',
    types: 'sirkuit penyedia-c',
    answers: s =>
      rows(s('show', 'circuits'))
        .filter(c => c['provider'] === 'penyedia-c')
        .map(c => text(c['circuit'])),
  },
  {
    who: 'engineer',
    asks: 'Whose VLAN is 1101?',
    types: 'vlan 1101',
    answers: s =>
      rows(s('show', 'circuits'))
        .filter(c => c['hub_vlan'] === 1101)
        .map(c => text(c['circuit'])),
  },
  {
    who: 'engineer',
    asks: 'What does light lose on route utara-1, what is left?',
    types: 'rute utara-1',
    answers: () => ['Redaman 1310 nm dB', 'Sisa dB'],
  },
  {
    who: 'engineer',
    asks: 'Which routers are L009UiGS-RM?',
    types: 'router L009UiGS-RM',
    answers: s =>
      rows(s('show', 'routers'))
        .filter(r => r['model'] === 'L009UiGS-RM')
        .map(r => text(r['router'])),
  },
  {
    who: 'noc',
    asks: 'Where is kec-cawas?',
    types: 'peta kec-cawas',
    answers: s => ['Peta', text(row(s, 'sites', 'kec-cawas')['name'])],
  },
  {
    who: 'noc',
    asks: 'What if core-1 fails?',
    types: 'bila core-1 gagal',
    answers: s => {
      const answer = s('what-if', '--down', 'router:core-1')
      const sites = answer !== null && typeof answer === 'object' && 'sites' in answer ? rows(answer.sites) : []
      return ['core-1', ...sites.filter(site => site['changed'] === true).map(site => text(site['site']))]
    },
  },
  {
    who: 'head',
    asks: 'Which agency hangs on kec-prambanan, asked in a sentence?',
    types: 'instansi apa saja yang ada di kec-prambanan?',
    answers: s => [text(row(s, 'sites', 'kec-prambanan')['name'])],
  },
]
