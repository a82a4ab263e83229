import fc from 'fast-check'
import { Address6 } from 'ip-address'
import { describe, expect, it } from 'vitest'
import { addressText } from './ip.ts'

describe('text of a v6 address', () => {
  const group = fc.oneof(fc.constant(0n), fc.constant(0n), fc.bigInt(0n, 0xffffn))

  it('is that of the library', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), groups => {
        const bits = groups.reduce((value, next) => (value << 16n) | next, 0n)
        expect(addressText({ family: 6, bits })).toBe(Address6.fromBigInt(bits).correctForm())
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it.each([
    [0n, '::'],
    [1n, '::1'],
    [1n << 112n, '1::'],
    [0xfd00_0000_0000_0001_0000_0000_0000_0000n, 'fd00:0:0:1::'],
  ])('of %s is %s', (bits, text) => {
    expect(addressText({ family: 6, bits })).toBe(text)
  })
})
