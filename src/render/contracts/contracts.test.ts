import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { load } from '../../load/load.ts'
import { contoh, testPlatforms } from '../../testing/contoh.ts'
import { contractJson } from './json.ts'
import { contractMarkdown } from './markdown.ts'
import { recordsOf, taxOf } from './record.ts'

test('tax with the base of 11/12, as worked in the design notes', () => {
  const tax = taxOf(48_648_648, 'dpp-11-12-2025')
  expect([tax.baseRupiah, tax.ppnRupiah, tax.inclPpnRupiah]).toEqual([44_594_594, 5_351_351, 53_999_999])
  expect(tax.steps[2]).toBe('Harga termasuk PPN = Rp 48.648.648 + Rp 5.351.351 = Rp 53.999.999')
})

test('tax on the whole price, and on the largest price that a contract may have', () => {
  expect(taxOf(1_000_000, 'full-12-2025').inclPpnRupiah).toBe(1_120_000)
  expect(taxOf(1_000_000, 'full-11-2022').inclPpnRupiah).toBe(1_110_000)
  expect(taxOf(1_000_000_000_000_000, 'dpp-11-12-2025').baseRupiah).toBe(916_666_666_666_667)
})

const { value: network } = load(contoh(), testPlatforms)
if (network === undefined) throw new Error('no network')

test('sums of a record are the sums of its lines', () => {
  const records = recordsOf(network)
  expect(records.length).toBe(network.contracts.size)
  for (const { lines, most, feesRupiah, contract, drawing } of records) {
    expect(most.monthlyRupiah).toBe(lines.reduce((sum, { monthlyRupiah }) => sum + monthlyRupiah, 0))
    expect(feesRupiah).toBe(lines.reduce((sum, line) => sum + line.feesRupiah, 0) + contract.declared.onceRupiah)
    expect(drawing.totalRupiah + drawing.leftRupiah).toBe(drawing.budget.ceilingRupiah)
    expect(drawing.contracts).toContain(contract)
  }
})

test('JSON and Markdown of a record say the same money', () => {
  for (const record of recordsOf(network)) {
    const json = JSON.parse(contractJson(network, record)) as {
      price: { inclPpnRupiah: number; tax: { inclPpnRupiah: number } }
      circuits: { id: string }[]
      totals: { monthlyRupiah: number }
    }
    const markdown = contractMarkdown(network, record)
    expect(json.price.inclPpnRupiah).toBe(record.contract.declared.price.inclPpnRupiah)
    expect(markdown).toContain(`Rp ${json.price.inclPpnRupiah.toLocaleString('id-ID')}`)
    for (const { id } of json.circuits) expect(markdown).toContain(`\`${id}\``)
  }
})

test('no record counts days from a day of its own', () => {
  for (const file of ['markdown', 'json', 'record', 'register'])
    expect(readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8')).not.toMatch(/Date\.now|new Date\(\)|asOf/)
})
