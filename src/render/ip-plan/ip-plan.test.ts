import { expect, test } from 'vitest'
import { load } from '../../load/load.ts'
import { contains, parsePrefix } from '../../model/ip.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import { contoh, testPlatforms } from '../../testing/contoh.ts'
import { csv } from '../tables/csv.ts'
import { ipColumns } from './columns.ts'
import { vlanTable } from './numbers.ts'
import { usedPercent } from './pools.ts'
import { isPool } from './row.ts'
import { ipRows } from './rows.ts'

const { value: network } = load(contoh(), testPlatforms)
if (network === undefined) throw new Error('no network')
const plan = makePlan({
  network,
  ledger: parseLedger('').value,
  asOf: '2026-11-02',
  entropy: new Uint8Array(8).fill(7),
})
const rows = ipRows(plan)

test('rows stand by family and number', () => {
  for (const [i, { range }] of rows.entries()) {
    const next = rows[i + 1]?.range
    if (next === undefined) continue
    expect(
      range.family < next.family ||
        (range.family === next.family &&
          (range.bits < next.bits || (range.bits === next.bits && range.length <= next.length))),
    ).toBe(true)
  }
})

test('each router, segment, link, tunnel and uplink has its rows', () => {
  const count = (kind: string): number => rows.filter(row => row.kind === kind).length
  const tunnels = [...plan.leases.values()].reduce((sum, { tunnels: own }) => sum + own.length, 0)
  expect(count('loopback')).toBe(plan.routers.size * 2)
  expect(count('segment')).toBe(plan.segments.size * 2)
  expect(count('link')).toBe(plan.links.size * 4)
  expect(count('tunnel')).toBe(tunnels * 4)
  expect(count('nat-pool')).toBe(plan.uplinks.size)
  expect(rows.filter(isPool).length).toBe(9 + plan.zones.size * 2)
})

test('what says that it is taken from a pool lies in it', () => {
  for (const { pool, range, kind } of rows) {
    if (pool === undefined || kind === 'aggregate') continue
    const owner = rows.find(row => isPool(row) && row.thing === pool && row.range.family === range.family)
    expect(owner === undefined ? undefined : contains(owner.range, range), `${pool} ${kind}`).toBe(true)
  }
})

test('a router has each address once', () => {
  const seen = new Set<string>()
  for (const { address, router, kind } of rows) {
    if (address === undefined || kind === 'uplink' || kind === 'transfer') continue
    expect(seen.has(address), `${address} at ${router}`).toBe(false)
    seen.add(address)
  }
})

test('the share of a pool counts what lies in it', () => {
  const prefix = (text: string) =>
    parsePrefix(text) ??
    (() => {
      throw new Error(text)
    })()
  expect(
    usedPercent(prefix('10.0.0.0/24'), [prefix('10.0.0.0/26'), prefix('10.0.0.64/27'), prefix('10.9.0.0/24')]),
  ).toBe(37.5)
  expect(usedPercent(prefix('fd00::/48'), [prefix('fd00::/64')])).toBe(0)
})

test('the columns have stable names', () => {
  expect(csv({ columns: ipColumns, rows: [] })).toBe(
    'prefix,family,kind,thing,site,router,interface,address,gateway,peer,vlan,zone,tenant,as,dhcp_first,dhcp_last,hosts,capacity,used_percent,pool,status\n',
  )
})

test('a VLAN stands once in each place where it counts', () => {
  const keys = vlanTable(plan).rows.map(({ scope, vlan }) => `${scope} ${vlan}`)
  expect(new Set(keys).size).toBe(keys.length)
})
