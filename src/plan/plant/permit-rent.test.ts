import { expect, test } from 'vitest'
import { plannedWith } from './plant.fixture.ts'
import { axes, moneyBy, sumOf } from '../../money/by-axis.ts'
import { permitRentRupiah } from '../../money/permit-rent.ts'
import { workedPlant, workedRoute } from './worked-example.fixture.ts'

const rented = (permit: string): string =>
  workedPlant.replace('{ id: v-2400, kind: pole,', `{ id: v-2400, kind: pole, owner: pln, permit: ${permit},`)

test.each([
  ['a whole year', '{ number: P-1, from: 2025-01-01, until: 2027-12-31, yearly_rupiah: 365000 }', 365_000],
  [
    'the days of the year that it covers',
    '{ number: P-1, from: 2026-12-22, until: 2027-12-31, yearly_rupiah: 365000 }',
    10_000,
  ],
  ['nothing where it has ended', '{ number: P-1, from: 2020-01-01, until: 2025-12-31, yearly_rupiah: 365000 }', 0],
  ['nothing where nothing is paid', '{ number: P-1, from: 2025-01-01, until: 2027-12-31 }', 0],
])('the rent of permits in 2026: %s', (_, permit, rupiah) => {
  const { network } = plannedWith(rented(permit), workedRoute('bx20-d', 'bx20-u'))
  expect(permitRentRupiah(network, 2026)).toBe(rupiah)
})

test('rent stands in every axis with the same sum, beside what contracts bind', () => {
  const permit = '{ number: P-1, from: 2025-12-22, until: 2027-12-31, yearly_rupiah: 365001 }'
  const { network } = plannedWith(rented(permit), workedRoute('bx20-d', 'bx20-u'))
  const years = [2025, 2026, 2027].map(year => permitRentRupiah(network, year))
  expect(years).toEqual([10_000, 365_001, 365_001])
  for (const axis of axes)
    expect(sumOf(moneyBy(network, axis, '2026-06-30').map(({ rent }) => rent)), axis).toEqual({
      exclPpnRupiah: 740_002,
      ppnRupiah: 0,
    })
  expect(moneyBy(network, 'contract', '2026-06-30').map(({ key }) => key)).toContain('izin:P-1')
  expect(moneyBy(network, 'provider', '2026-06-30').map(({ key }) => key)).toContain('pemilik:pln')
})

test('a permit without end is counted for years that a budget can think of', () => {
  const permit = '{ number: P-1, from: 2026-01-01, until: 9999-12-31, yearly_rupiah: 100000 }'
  const { network } = plannedWith(rented(permit), workedRoute('bx20-d', 'bx20-u'))
  expect(moneyBy(network, 'year', '2026-06-30').length).toBeLessThanOrEqual(11)
})
