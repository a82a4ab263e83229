import { day } from '../../words/dates.ts'
import { number, rupiah } from '../../words/figures.ts'

/**
 * What people ask of the page of Klaten, and what `serat` answers. Each is reached by `/`, a few words and Enter.
 * An answer is a list of texts that must stand in the view that opens.
 */
export interface Question {
  readonly who: 'auditor' | 'engineer' | 'head' | 'noc'
  readonly asks: string
  /** What is typed into the search. */
  readonly types: string
  readonly answers: (serat: Serat) => readonly string[]
}

type Row = Readonly<Record<string, unknown>>

/** Rows of `serat show KIND [ID] --format json`, and other answers in JSON. */
export type Serat = (...words: readonly string[]) => unknown

export function row(serat: Serat, kind: string, id: string): Row {
  return rows(serat('show', kind)).find(each => Object.values(each)[0] === id) ?? {}
}

export function rows(answer: unknown): readonly Row[] {
  return Array.isArray(answer) ? answer : []
}

export function text(value: unknown): string {
  return String(value)
}

export function money(value: unknown): string {
  return rupiah(Number(value)).id
}

export function date(value: unknown): string {
  return day(String(value)).id
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}

export function moneyOf(serat: Serat, axis: string, key: string): Row {
  return rows(serat('show', 'money', '--by', axis)).find(each => each['key'] === key) ?? {}
}

export function costOf(serat: Serat, ...names: readonly string[]): Row {
  const answer = serat('what-if', '--down', names.join(','))
  return answer !== null && typeof answer === 'object' && 'cost' in answer ? (answer.cost as Row) : {}
}

export const questions: readonly Question[] = [
  {
    who: 'auditor',
    asks: 'Who pays for kec-bayat, until when?',
    types: 'ckt-kec-bayat',
    answers: s => {
      const c = row(s, 'circuits', 'ckt-kec-bayat')
      return [...list(c['contracts']), date(c['to'])]
    },
  },
  {
    who: 'auditor',
    asks: 'What is owed for the circuit of kec-bayat?',
    types: 'ckt-kec-bayat',
    answers: s => [money(moneyOf(s, 'circuit', 'ckt-kec-bayat')['committed_rupiah'])],
  },
  {
    who: 'auditor',
    asks: 'What was paid under contract ktr-2026-03, what is open?',
    types: 'ktr-2026-03',
    answers: s => {
      const m = moneyOf(s, 'contract', 'ktr-2026-03')
      return [money(m['paid_rupiah']), money(m['unpaid_rupiah'])]
    },
  },
  {
    who: 'auditor',
    asks: 'Which contract has the number 027/0103/SPs/16/2026?',
    types: '027/0103',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-01')['title'])],
  },
  {
    who: 'auditor',
    asks: 'Who accepted that circuits are leased within the radius, why, until when?',
    types: 'sewa-dalam-radius',
    answers: s => {
      const w = row(s, 'waivers', 'sewa-dalam-radius')
      return [text(w['decided_by']), text(w['reason']), date(w['until'])]
    },
  },
  {
    who: 'auditor',
    asks: 'What ends in this quarter?',
    types: 'triwulan',
    answers: s =>
      rows(s('show', 'contracts'))
        .filter(c => String(c['to']) >= '2026-11-02' && String(c['to']) <= '2026-12-31')
        .flatMap(c => [text(c['contract']), date(c['to'])]),
  },
  {
    who: 'auditor',
    asks: 'Which budget line pays contract ktr-2026-01?',
    types: 'ktr-2026-01',
    answers: s => [text(row(s, 'contracts', 'ktr-2026-01')['budget'])],
  },
  {
    who: 'auditor',
    asks: 'What does agency dishub cost?',
    types: 'dishub',
    answers: s => [money(moneyOf(s, 'site', 'dishub')['committed_rupiah'])],
  },
  {
    who: 'auditor',
    asks: 'What does provider penyedia-a get?',
    types: 'penyedia-a',
    answers: s => [money(moneyOf(s, 'provider', 'penyedia-a')['committed_rupiah'])],
  },
  {
    who: 'auditor',
    asks: 'Which device has this serial number?',
    types: 'H9ND4YHWEF8',
    answers: s => [
      text(row(s, 'routers', 'kec-bayat')['model']),
      text(row(s, 'routers', 'kec-bayat')['asset_register']),
    ],
  },
  {
    who: 'auditor',
    asks: 'What is open, what is accepted?',
    types: 'temuan',
    answers: s => {
      const c = s('check') as { readonly warnings: number }
      return [`${number(c.warnings).id} peringatan terbuka`]
    },
  },
  {
    who: 'head',
    asks: 'How many agencies serve from the complex?',
    types: 'pemkab',
    answers: s => list(row(s, 'sites', 'pemkab')['tenants']),
  },
  {
    who: 'head',
    asks: 'What does the kecamatan of Bayat cost?',
    types: '33.10.04',
    answers: s => [
      money(rows(s('show', 'money', '--by', 'kecamatan')).find(r => r['name'] === 'Bayat')?.['committed_rupiah']),
    ],
  },
  {
    who: 'head',
    asks: 'Which agencies fall with core-1?',
    types: 'core-1',
    answers: s => list(costOf(s, 'router:core-1')['isolated']),
  },
  {
    who: 'head',
    asks: 'What is the worst that one failure does?',
    types: 'risiko',
    answers: s => {
      const all = s('what-if', '--all') as
        | readonly { readonly components: readonly string[] }[]
        | { readonly rows: unknown }
      return Array.isArray(all) ? [text(list(all[0]?.components)[0])] : []
    },
  },
  {
    who: 'head',
    asks: 'What is the whole worth of contracts by year?',
    types: 'uang',
    answers: s => rows(s('show', 'money')).map(r => money(r['committed_rupiah'])),
  },
  {
    who: 'engineer',
    asks: 'Where does 10.32.1.44 live?',
    types: '10.32.1.44',
    answers: s => {
      const p = rows(s('show', 'prefixes')).find(r => r['prefix'] === '10.32.1.44/32') ?? {}
      return [text(p['router'])]
    },
  },
  {
    who: 'engineer',
    asks: 'Which prefix holds a host of the data segment of kec-bayat?',
    types: '10.39.238.230',
    answers: s => {
      const p = rows(s('show', 'prefixes')).find(r => r['prefix'] === '10.39.238.224/27') ?? {}
      return [text(p['site']), text(p['interface'])]
    },
  },
  {
    who: 'engineer',
    asks: 'Which loopback has kec-bayat?',
    types: 'kec-bayat',
    answers: s => [`${text(row(s, 'routers', 'kec-bayat')['loopback_v4'])}/32`],
  },
  {
    who: 'engineer',
    asks: 'Which addresses has the zone of the agencies?',
    types: 'government',
    answers: s => [text(row(s, 'zones', 'government')['v4'])],
  },
  {
    who: 'engineer',
    asks: 'Which routes use cable c-utara-1?',
    types: 'c-utara-1',
    answers: s => [...new Set(rows(s('show', 'cores', 'c-utara-1')).flatMap(r => list(r['routes'])))],
  },
  {
    who: 'engineer',
    asks: 'Between what does route utara-1 run?',
    types: 'utara-1',
    answers: s => {
      const r = row(s, 'routes', 'utara-1')
      return [text(r['a']), text(r['b'])].filter(each => each !== 'undefined')
    },
  },
  {
    who: 'engineer',
    asks: 'What does 30 to 50 Mbit/s for kec-cawas do?',
    types: 'ckt-kec-cawas bandwidth_mbps=50',
    answers: () => ['30 → 50', 'KTR015'],
  },
  {
    who: 'engineer',
    asks: 'Which provider number has the circuit of kec-cawas?',
    types: 'ckt-kec-cawas',
    answers: s => [text(row(s, 'circuits', 'ckt-kec-cawas')['provider_ref'])],
  },
  {
    who: 'engineer',
    asks: 'What is configured on kec-bayat?',
    types: 'routers/kec-bayat/kec-bayat.rsc',
    answers: () => ['L009UiGS-RM'],
  },
  {
    who: 'noc',
    asks: 'Which agencies fall with pole p-utara-012 and core-2 together?',
    types: 'p-utara-012 + core-2',
    answers: s => list(costOf(s, 'structure:p-utara-012', 'router:core-2')['tenants']),
  },
  {
    who: 'noc',
    asks: 'Which circuit is PA-METRO-4101?',
    types: 'PA-METRO-4101',
    answers: s => [text(row(s, 'circuits', 'ckt-kec-klaten-utara')['site'])],
  },
  {
    who: 'noc',
    asks: 'Which sites hang on provider penyedia-b?',
    types: 'penyedia-b',
    answers: s =>
      rows(s('show', 'circuits'))
        .filter(c => c['provider'] === 'penyedia-b')
        .map(c => text(c['circuit'])),
  },
  {
    who: 'noc',
    asks: 'What happens when both uplinks die?',
    types: 'uplink-1 + uplink-2',
    answers: s => list(costOf(s, 'uplink:uplink-1', 'uplink:uplink-2')['isolated']),
  },
  {
    who: 'noc',
    asks: 'Which uplinks are there, with which address?',
    types: 'uplink-1',
    answers: s => [text(row(s, 'uplinks', 'uplink-1')['address'])],
  },
]
