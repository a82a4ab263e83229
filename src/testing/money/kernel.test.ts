import { expect, test } from 'vitest'
import { axes, moneyBy, sumOf } from '../../money/by-axis.ts'
import { ownSums } from './own-kernel.ts'
import { networkOf, seededContract } from './seeded-contracts.ts'

/** `SERAT_CONTRACTS=20000 npx vitest run --project fast src/testing/money/kernel` takes them all. */
const many = Number(process.env['SERAT_CONTRACTS'] ?? 400)

test(`${many} seeded contracts come to the same rupiah by a kernel of the test's own, by every axis`, () => {
  const wrong: string[] = []
  for (let seed = 1; seed <= many; seed++) {
    const seeded = seededContract(seed)
    const network = networkOf(seeded)
    const own = ownSums(seeded)
    for (const axis of axes) {
      const { exclPpnRupiah, ppnRupiah } = sumOf(moneyBy(network, axis, seeded.to).map(({ committed }) => committed))
      if (BigInt(exclPpnRupiah) !== own.excl || BigInt(ppnRupiah) !== own.ppn) wrong.push(`${seed} by ${axis}`)
    }
    for (const { key, committed } of moneyBy(network, 'month', seeded.to))
      if (BigInt(committed.exclPpnRupiah) !== own.byMonth.get(key)) wrong.push(`${seed} ${key}`)
    for (const axis of ['circuit', 'kecamatan'] as const)
      for (const { key, committed } of moneyBy(network, axis, seeded.to)) {
        const right = (axis === 'circuit' ? own.byCircuit : own.byKecamatan).get(key)
        if (key !== 'bersama' && BigInt(committed.exclPpnRupiah) !== right) wrong.push(`${seed} ${axis} ${key}`)
      }
  }
  expect(wrong).toEqual([])
}, 1_200_000)
