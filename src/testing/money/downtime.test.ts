import { describe, expect, test } from 'vitest'
import { readCsv } from '../../cli/downtime/csv.ts'
import { readMonitoring } from '../../cli/downtime/monitoring.ts'
import { ticketsOf } from '../../cli/downtime/tickets.ts'
import { isRefusal } from '../../cli/shell/refusal.ts'
import { compile } from '../../compile.ts'
import type { Network } from '../../model/network.ts'
import { restitutions } from '../../money/claims.ts'
import { edited, readKlaten } from '../klaten/inventory.ts'

/** From what a monitoring or a provider says to what comes back, by figures that were worked out by hand. */

const files = readKlaten()
const day = '2026-11-02'

/** The network with these tickets alone. */
function withTickets(...lines: readonly string[]): Network {
  const text = lines.map((line, i) => `- { ticket: t-${i + 1}, ${line}, evidence: { source: nms } }\n`).join('')
  const only = edited(
    edited(files, 'downtime/2026.yaml', () => text),
    'payments/ktr-2026-03.yaml',
    was => was.replace(/ {2}deductions:.*\n/, ''),
  )
  const { network } = compile({ ...only, asOf: day, today: day, entropy: new Uint8Array(16) })
  if (network === undefined) throw new Error('not loaded')
  return network
}

/** By month, of ktr-2026-03: 98.5 % a month, 3,900,000 for ckt-kec-cawas; nothing up to 300 s counts. */
function minutesAndRupiah(network: Network): unknown[] {
  return restitutions(network).map(({ month, circuits, rupiah }) => [
    month,
    circuits.reduce((sum, { countedSeconds }) => sum + countedSeconds / 60, 0),
    rupiah,
  ])
}

const circuit = 'circuit: ckt-kec-cawas'

describe('what counts', () => {
  test('a month boundary parts an event: each month has its own minutes and its own allowance', () => {
    const network = withTickets(`${circuit}, from: "2026-04-30 12:00", to: "2026-05-01 18:00", cause: provider`)
    // April: 720 − 648 of 43,200; May: 1,080 − 669.6 of 44,640.
    expect(minutesAndRupiah(network)).toEqual([
      ['2026-04', 720, 6500],
      ['2026-05', 1080, Math.round((410.4 / 44_640) * 3_900_000)],
    ])
  })

  test('tickets of one outage count once, a touching one goes on with it', () => {
    const network = withTickets(
      `${circuit}, from: "2026-04-10 00:00", to: "2026-04-10 10:00", cause: cable-cut`,
      `${circuit}, from: "2026-04-10 01:00", to: "2026-04-10 09:00", cause: provider`,
      `${circuit}, from: "2026-04-10 10:00", to: "2026-04-10 12:00", cause: cable-cut`,
    )
    expect(minutesAndRupiah(network)).toEqual([['2026-04', 720, 6500]])
  })

  test('an excluded cause and the power of the customer take their time away, also within another ticket', () => {
    const network = withTickets(
      `${circuit}, from: "2026-04-10 00:00", to: "2026-04-10 14:00", cause: cable-cut`,
      `${circuit}, from: "2026-04-10 02:00", to: "2026-04-10 04:00", cause: customer-power`,
      `${circuit}, from: "2026-04-12 02:00", to: "2026-04-14 04:00", cause: force-majeure`,
    )
    expect(minutesAndRupiah(network)).toEqual([['2026-04', 720, 6500]])
  })

  test('300 seconds do not count, 301 do', () => {
    const of = (to: string): unknown[] =>
      minutesAndRupiah(withTickets(`${circuit}, from: "2026-04-10 00:00:00", to: "${to}", cause: provider`))
    expect([of('2026-04-10 00:05:00'), of('2026-04-10 00:05:01')]).toEqual([
      [['2026-04', 0, 0]],
      [['2026-04', 301 / 60, 0]],
    ])
  })
})

describe('what a file tells', () => {
  const network = withTickets(`${circuit}, from: "2026-07-05 08:15", to: "2026-07-05 12:40", cause: provider`)
  const ms = (text: string): number => Date.parse(`${text}:00Z`)

  test('a CSV of an office, by semicolons and in its own dates; what is recorded comes once', () => {
    const told = readCsv(
      'Sirkuit;Mulai;Selesai;Penyebab;No Tiket\nPB/VPN/26/0220;5/7/2026 08.15;5/7/2026 12.40;;TT-98\nkec-wedi;6/7/2026 1.00;6/7/2026 2.00;FO putus;TT-99\nentah;6/7/2026 1.00;6/7/2026 2.00;;\nkec-wedi;kemarin;besok;;\n',
      'provider',
    )
    if (isRefusal(told)) throw new Error(told.refused.en)
    const { yaml, remarks } = ticketsOf(network, told.outages)
    expect(yaml).toBe(
      '- ticket: tkt-ckt-kec-wedi-202607060100\n  circuit: ckt-kec-wedi\n  from: 2026-07-06 01:00\n  to: 2026-07-06 02:00\n  cause: cable-cut\n  evidence:\n    source: provider\n    reference: TT-99\n',
    )
    expect([...told.remarks, ...remarks].map(({ en }) => en)).toEqual([
      'line 5: its times cannot be read (kemarin .. besok); left out',
      'line 4: `entah` is no circuit, service number, or site with one circuit; left out',
      '1 are recorded already',
    ])
  })

  test('Prometheus: down from the first sample of 0 to the next of 1; where samples are missing nobody counts', () => {
    const start = ms('2026-07-05T18:00') / 1000
    const at = (...values: readonly (readonly [minute: number, value: string])[]): object => ({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: [
          { metric: { site: 'kec-wedi' }, values: values.map(([minute, value]) => [start + minute * 60, value]) },
        ],
      },
    })
    const told = readMonitoring(
      at([0, '1'], [1, '0'], [2, '0'], [3, '1'], [4, '1'], [5, '0'], [30, '0'], [31, '1']),
      'Asia/Jakarta',
      ms('2026-08-01T00:00'),
    )
    // 18:00 in UTC is 01:00 of the next day there.
    expect(told?.outages.map(({ from, to }) => [from, to])).toEqual([
      ['2026-07-06 01:01:00', '2026-07-06 01:03:00'],
      ['2026-07-06 01:05:00', '2026-07-06 01:06:00'],
      ['2026-07-06 01:30:00', '2026-07-06 01:31:00'],
    ])
    expect(told?.remarks.map(({ en }) => en)).toEqual([
      'kec-wedi: there are no samples between 2026-07-06 01:05:00 and 2026-07-06 01:30:00; not counted as downtime',
    ])
  })

  test('Alertmanager: what has ended is a ticket, what still fires is none yet', () => {
    const labels = { alertname: 'NodeDown', circuit: 'ckt-kec-wedi' }
    const told = readMonitoring(
      {
        alerts: [
          { labels, startsAt: '2026-07-05T18:00:00Z', endsAt: '2026-07-05T19:30:00Z' },
          { labels, startsAt: '2026-07-05T20:00:00Z', endsAt: '0001-01-01T00:00:00Z' },
        ],
      },
      'Asia/Jakarta',
      ms('2026-08-01T00:00'),
    )
    expect(told?.outages.map(({ names, from, to }) => [names[0], from, to])).toEqual([
      ['ckt-kec-wedi', '2026-07-06 01:00:00', '2026-07-06 02:30:00'],
    ])
    expect(told?.remarks).toHaveLength(1)
    expect(readMonitoring({ data: 1 }, 'Asia/Jakarta', 0)).toBeUndefined()
  })
})
