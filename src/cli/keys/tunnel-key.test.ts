import { expect, test } from 'vitest'
import { iosSecret } from '../../platforms/iosxe/text.ts'
import { junosSecret } from '../../platforms/junos/text.ts'
import { wireguardKey } from '../../platforms/linux/text/networkd.ts'
import { routerosSecret } from '../../platforms/routeros/text.ts'
import { newPrivateKey, newSharedKey, publicKeyOf } from './tunnel-key.ts'

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')

test.each([
  // Its private halves are not clamped: the public one is that of the clamped key, as with `wg pubkey`.
  [
    '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
    '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  ],
  [
    '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb',
    'de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f',
  ],
])('the public half of %s is that of RFC 7748', (privateKey, publicKey) => {
  expect(publicKeyOf(base64(privateKey))).toBe(base64(publicKey))
})

test('a new private half is clamped, written as WireGuard takes it, and no other', () => {
  const keys = Array.from({ length: 50 }, newPrivateKey)
  expect(new Set(keys).size).toBe(50)
  for (const key of keys) {
    const bytes = Buffer.from(key, 'base64')
    expect([bytes.length, (bytes[0] ?? 0) & 7, (bytes[31] ?? 0) & 192]).toEqual([32, 0, 64])
    expect(wireguardKey({ secret: 'x' }).encode(key)).toBe(key)
    expect(publicKeyOf(key)).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  }
})

test.each([
  '',
  'x',
  'A'.repeat(44),
  `${'A'.repeat(43)}`,
  ` ${'A'.repeat(43)}=`,
  `${'A'.repeat(43)}=\n`,
  `${'A'.repeat(42)}B=`,
  `${'_'.repeat(43)}=`,
])('%j is no private half', text => {
  expect(publicKeyOf(text)).toBeUndefined()
})

test('a pre-shared key goes into every dialect as it is', () => {
  const keys = Array.from({ length: 200 }, newSharedKey)
  expect(new Set(keys).size).toBe(200)
  for (const key of keys) {
    expect(key).toMatch(/^[A-Za-z0-9]{40}$/)
    expect([routerosSecret(key), junosSecret(key), iosSecret({ secret: 'x' }, 127).encode(key)]).toEqual([
      key,
      key,
      key,
    ])
  }
})
