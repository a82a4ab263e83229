import { expect, test } from 'vitest'
import { buildOrLease } from '../../money/build-or-lease.ts'
import { compiled, edited, readKlaten, type Files } from '../klaten/inventory.ts'

const files = readKlaten()

function rowsOf(inventory: Files): ReturnType<typeof buildOrLease> {
  const { network, plan } = compiled(inventory)
  if (network === undefined || plan === undefined) throw new Error('no network')
  return buildOrLease(network, plan)
}

test('every leased site is ranked by when fibre would have paid for itself', () => {
  const rows = rowsOf(files)
  expect(rows).toHaveLength(24)
  const months = rows.map(({ payBackMonths }) => payBackMonths ?? Infinity)
  expect(months).toEqual(months.toSorted((a, b) => a - b))
})

test('one site, worked by hand', () => {
  // kec-klaten-utara: 6,500,000 x 12; 661 m: 45,000,000 x 0.661 = 29,745,000; 14 poles x 1,500,000; optics 8,000,000; 5
  // % of it a year
  const row = rowsOf(files).find(({ site }) => site.id === 'kec-klaten-utara')
  expect(row?.joint?.structure.id).toBe('odf-dpkpp')
  expect(row?.joint?.lineM).toBeCloseTo(508.1, 0)
  expect(row?.yearlyRupiah).toBe(78_000_000)
  expect(row?.building).toEqual({
    routeM: 661,
    poles: 14,
    cableRupiah: 29_745_000,
    polesRupiah: 21_000_000,
    opticsRupiah: 8_000_000,
    rupiah: 58_745_000,
    yearlyUpkeepRupiah: 2_937_250,
  })
  // 58,745,000 x 12 / 75,062,750 = 9.4
  expect([row?.savedRupiah, row?.payBackMonths]).toEqual([75_062_750, 10])
})

test('what upkeep eats is never paid back, and without a policy nothing is estimated', () => {
  const dear = rowsOf(edited(files, 'network.yaml', text => text.replace('upkeep_percent: 5', 'upkeep_percent: 100')))
  expect(dear.find(({ site }) => site.id === 'kec-bayat')).toMatchObject({ payBackMonths: undefined })
  expect(dear.find(({ site }) => site.id === 'kec-bayat')?.savedRupiah).toBeLessThan(0)
  const unpriced = rowsOf(edited(files, 'network.yaml', text => text.replace(/ {2}fibre_cost: .*\n/, '')))
  expect(unpriced).toHaveLength(24)
  expect(unpriced.every(({ building, joint }) => building === undefined && joint !== undefined)).toBe(true)
})
