import { expect, test } from 'vitest'
import { compiled, edited, errorsOf, readKlaten } from '../../testing/klaten/inventory.ts'

const network = readKlaten()

test('one typed date of a contract is one finding, however many circuits it leaves', () => {
  const wrong = edited(network, 'providers/penyedia-a.yaml', text => text.replace('to: 2026-12-31', 'to: 2026-11-30'))
  const compilation = compiled(wrong)
  expect(errorsOf(compilation)).toEqual([
    'providers/penyedia-a.yaml CKT001 10 circuits are covered by no contract on 31 days, from 1 December 2026',
  ])
  const [finding] = compilation.diagnostics.filter(({ code }) => code === 'CKT001')
  expect(finding?.at.path.slice(-2)).toEqual(['period', 'to'])
  expect(finding?.related).toHaveLength(10)
})

test('a circuit that moves to another contract is told in one round: number, bandwidth, price and PPN', () => {
  const moved = edited(network, 'circuits/penyedia-a.yaml', text =>
    text.replace('contract: ktr-2026-01', 'contract: ktr-2026-02'),
  )
  const told = compiled(moved).diagnostics.filter(({ severity }) => severity === 'error')
  expect(told.map(({ code }) => code)).toEqual(['KTR008', 'KTR008'])
  for (const { message, help } of told) {
    expect(message.en).toMatch(/circuits, the inventory has \d+; .*Mbit\/s, the circuits add up to/)
    expect(help?.en).toMatch(/add up to Rp [\d,]+, with PPN Rp [\d,]+/)
  }
})
