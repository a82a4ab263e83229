import { expect, test } from 'vitest'
import { agendaOf } from '../../analysis/agenda/agenda.ts'
import { compile, type Compilation } from '../../compile.ts'
import { lineText } from '../../platforms/text/line.ts'
import { sentenceOf } from '../../render/agenda/words.ts'
import { configurations, edited, readKlaten, type Files } from '../klaten/inventory.ts'

/** Kecamatan Wedi moves to another provider on 15 November: written a month before, in force on its day. */
const circuits = 'circuits/penyedia-b.yaml'
const provider = 'providers/penyedia-a.yaml'

const movedTerms = `  changes:
    - from: 2026-11-15
      provider: penyedia-a
      provider_ref: PA-METRO-4199
      contract: ktr-2026-08
      service: metro-ethernet
      hub: { handoff: nni-a, vlan: 1099 }
`

/** 46 days: 16 of November and December, at 3,400,000. */
const newContract = `
  - contract: ktr-2026-08
    number: 027/0901/SPs/16/2026
    title: Sewa sirkuit metro-ethernet Kecamatan Wedi, November dan Desember 2026
    form: surat-pesanan
    method: e-purchasing
    rup_id: "61339099"
    ppk: PPK Diskominfo
    signed: 2026-10-12
    period: { from: 2026-11-15, to: 2026-12-31 }
    price: { excl_ppn_rupiah: 5213333, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 5786800 }
    budget: jaringan-intra
    sla: { availability_percent: 99.0, restitution: excess-fraction }
    annex: { circuits: 1, bandwidth_mbps: 20 }
    documents:
      - { kind: bast, date: 2026-11-15, sha256: 0148d47f027bfd7ee0f56c0c2a5cd9f716bc8da213de050e523f6619229f2da6 }
`

const original = readKlaten()
const withContract = edited(original, provider, text => text.trimEnd() + '\n' + newContract)

/** The circuit keeps its name and goes to another provider. */
const changed = edited(withContract, circuits, text =>
  text.replace(/(- circuit: ckt-kec-wedi\n(?: {2}.*\n)*)/, `$1${movedTerms}`),
)

function on(files: Files, asOf: string): Compilation {
  return compile({ ...files, asOf, today: asOf, entropy: new Uint8Array(16) })
}

function configurationsOn(files: Files, asOf: string): Map<string, string> {
  return new Map([...configurations(on(files, asOf))].map(([path, lines]) => [path, lines.map(lineText).join('\n')]))
}

/** What a contract's sum says is no part of this: only the move is. */
const sums = new Set(['KTR008', 'KTR009', 'KTR015'])

test('the day of the move changes that site and the cores, and nothing else', () => {
  const [before, after] = [configurationsOn(bare(changed), '2026-11-14'), configurationsOn(bare(changed), '2026-11-15')]
  expect([...before.keys()]).toEqual([...after.keys()])
  const differing = [...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path.split('/')[1])
  expect(new Set(differing)).toEqual(new Set(['core-1', 'core-2', 'kec-wedi']))
})

test('a month before, the move is no finding and changes no configuration', () => {
  const known = new Set(on(original, '2026-10-16').diagnostics.map(({ code, at }) => `${code} ${at.source.path}`))
  const now = on(changed, '2026-10-16').diagnostics.filter(({ code }) => !sums.has(code))
  expect(now.map(({ code, at }) => `${code} ${at.source.path}`).filter(finding => !known.has(finding))).toEqual([])
  const [before, after] = [configurationsOn(original, '2026-10-16'), configurationsOn(bare(changed), '2026-10-16')]
  expect([...before].filter(([path, text]) => after.get(path) !== text).map(([path]) => path)).toEqual([])
})

test('no day changes the ledger, and the tunnels keep their numbers', () => {
  const days = ['2026-10-16', '2026-11-14', '2026-11-15', '2026-12-31'].map(day => on(bare(changed), day))
  expect(new Set(days.map(({ ledger }) => ledger)).size).toBe(1)
  const [first, ...others] = days.map(({ plan }) =>
    (plan?.leases.get('ckt-kec-wedi')?.tunnels ?? []).map(({ id, port, v4 }) => ({ id, port, v4 })),
  )
  expect(first).toHaveLength(2)
  for (const other of others) expect(other).toEqual(first)
})

test('the agenda announces it, with what changes and where that stands', () => {
  const { network } = on(changed, '2026-10-16')
  const entries = network === undefined ? [] : agendaOf(network, { from: '2026-10-16', to: '2026-12-01' })
  const moved = entries.filter(({ event }) => event.kind === 'circuit-changes')
  expect(moved.map(({ day, at }) => [day, at.source.path])).toEqual([['2026-11-15', `${circuits}`]])
  expect(moved.map(entry => sentenceOf(entry).en)[0]).toMatch(
    /^circuit ckt-kec-wedi: provider penyedia-b → penyedia-a; provider_ref .* → PA-METRO-4199; contract .* → ktr-2026-08; /,
  )
  expect(entries.map(entry => sentenceOf(entry).en)).toContain('contract ktr-2026-08 begins')
})

/** Without the price lists and sums of the contract that it leaves, which its addendum would change. */
function bare(files: Files): Files {
  return edited(files, 'providers/penyedia-b.yaml', text =>
    text
      .replace(/ {4}lines: #[\s\S]*?(?= {4}addenda)/, '')
      .replace(/ {4}addenda:\n[\s\S]*?(?= {4}documents:\n {6}- \{ kind: kontrak)/, '')
      .replaceAll('annex: { circuits: 8, bandwidth_mbps: 220 }', 'annex: { circuits: 7, bandwidth_mbps: 200 }')
      .replace('annex: { circuits: 8, bandwidth_mbps: 200 }', 'annex: { circuits: 8, bandwidth_mbps: 220 }')
      .replace(
        'excl_ppn_rupiah: 330000000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 366300000',
        'excl_ppn_rupiah: 334686667, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 371502200',
      )
      .replace(
        'excl_ppn_rupiah: 31300000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 34743000',
        'excl_ppn_rupiah: 27900000, ppn_rule: dpp-11-12-2025, incl_ppn_rupiah: 30969000',
      ),
  )
}
