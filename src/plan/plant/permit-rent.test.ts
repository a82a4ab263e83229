import { expect, test } from 'vitest'
import { plannedWith } from './plant.fixture.ts'
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
