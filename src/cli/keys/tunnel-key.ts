import { createPrivateKey, createPublicKey, generateKeyPairSync, randomInt } from 'node:crypto'

/** PKCS #8 before the 32 bytes of an X25519 private key (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** The private half of a new pair for WireGuard: 32 bytes in base64, as `wg genkey` writes it. */
export function newPrivateKey(): string {
  const key = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  // As curve25519 has it (RFC 7748, 5): what differs in these bits would be the same key.
  key.writeUInt8(key.readUInt8(0) & 248, 0)
  key.writeUInt8((key.readUInt8(31) & 127) | 64, 31)
  return key.toString('base64')
}

/** The public half, as `wg pubkey` tells it; undefined where the text is no private key. */
export function publicKeyOf(privateKey: string): string | undefined {
  if (!/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(privateKey)) return undefined
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Head, Buffer.from(privateKey, 'base64')]),
    format: 'der',
    type: 'pkcs8',
  })
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
}

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A pre-shared key for IPsec: 40 letters and digits (238 bits), which every platform takes as they are. */
export function newSharedKey(): string {
  return newWord(40)
}

/** A word of letters and digits, 5.95 bits each, by chance. */
export function newWord(length: number): string {
  return Array.from({ length }, () => signs[randomInt(signs.length)]).join('')
}
