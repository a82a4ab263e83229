import { expect, test } from 'vitest'
import { columnLetters } from '../../render/tables/column-letters.ts'
import { locate } from '../../source/locate.ts'
import { randomFrom } from '../../testing/generate/random.ts'
import { compiled, readKlaten } from '../../testing/klaten/inventory.ts'
import { isRefusal } from '../shell/refusal.ts'
import { cellOf, explainCell } from './cell.ts'

/**
 * Cells of registers, records and money that are drawn by lot: each is explained, and a sum is the sum of its operands.
 */

const artifacts = [...compiled(readKlaten(), '2026-11-02').artifacts].flatMap(artifact => {
  // Made once for all its cells.
  const sheets = artifact.sheets?.()
  return sheets === undefined ? [] : [{ ...artifact, sheets: () => sheets }]
})
const cells = artifacts.flatMap(artifact =>
  artifact.sheets().flatMap(({ name, columns, rows }) =>
    rows.flatMap((_, row) =>
      columns.map(({ key }, i) => ({
        artifact,
        key,
        asked: `${artifact.path}#${name === '' ? '' : `${name}!`}${columnLetters(i)}${row + 2}`,
      })),
    ),
  ),
)

function explained({ artifact, asked }: (typeof cells)[number]): Exclude<ReturnType<typeof explainCell>, undefined> {
  const cell = cellOf(asked)
  const found = cell === undefined ? undefined : explainCell(artifact.path, cell.wish, artifact, 'sites')
  if (found === undefined) throw new Error(`${asked} is no cell`)
  return found
}

const random = randomFrom(20260101)
const drawn = (from: typeof cells, count: number): typeof cells =>
  Array.from({ length: count }, () => from[Math.floor(random() * from.length)]).filter(cell => cell !== undefined)

test('a hundred cells of money, records and registers: each has a place in the inventory', () => {
  const money = cells.filter(
    ({ artifact }) => /^(money|contracts|registers|claims)\//.test(artifact.path) && !artifact.path.endsWith('.md'),
  )
  expect(money.length).toBeGreaterThan(5000)
  const unexplained = drawn(money, 100).filter(cell => {
    const found = explained(cell)
    if (isRefusal(found)) return true
    const places = found.operands?.map(({ at }) => at) ?? found.from
    // A sum of nothing has nothing to name: it is zero. A note of the network belongs to it as a whole.
    const isEmpty = places.length === 0 && (found.value === 0 || cell.asked.includes('#Catatan!'))
    return !isEmpty && (places.length === 0 || places.some(place => locate(place).line < 1))
  })
  expect(unexplained.map(({ asked }) => asked)).toEqual([])
})

test('every cell that is a sum is the sum of its operands', () => {
  const sums = cells
    .map(cell => ({ cell, found: explained(cell) }))
    .filter(({ found }) => !isRefusal(found) && found.operands !== undefined)
  expect(sums.length).toBeGreaterThan(1500)
  const wrong = sums.filter(
    ({ found }) =>
      isRefusal(found) || found.value !== (found.operands ?? []).reduce((sum, { value }) => sum + value, 0),
  )
  expect(wrong.map(({ cell }) => cell.asked)).toEqual([])
})

test('what is outside of a table is told', () => {
  const [artifact] = artifacts.filter(({ path }) => path === 'money/money.xlsx')
  if (artifact === undefined) throw new Error('no money')
  const answers = ['Kontrak!ZZ2', 'Kontrak!A9999', 'Tidak!A1'].map(cell => {
    const found = explained({ artifact, key: '', asked: `money/money.xlsx#${cell}` })
    return isRefusal(found) ? found.refused.en : 'explained'
  })
  expect(answers).toEqual([
    expect.stringContaining('outside the table'),
    expect.stringContaining('outside the table'),
    expect.stringContaining('there is no sheet'),
  ])
})
