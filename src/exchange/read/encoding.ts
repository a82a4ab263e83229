import { isUtf8 } from 'node:buffer'
import { unread, type Unread } from '../table.ts'

interface Decoded {
  readonly text: string
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252'
}

/**
 * Text of a file by its mark of byte order, else UTF-8 where it is that, else UTF-16 where every other byte is zero,
 * else Windows-1252, which is what spreadsheet programs of offices write.
 */
export function decoded(bytes: Uint8Array): Decoded | Unread {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes, 'utf-16le')
  if (first === 0xfe && second === 0xff) return utf16(bytes, 'utf-16be')
  if (bytes.includes(0)) {
    const zeros = (from: number): number =>
      bytes.subarray(0, 4000).filter((byte, i) => byte === 0 && i % 2 === from).length
    const most = Math.min(bytes.length, 4000) / 2
    if (zeros(1) > most * 0.6 && zeros(0) === 0) return utf16(bytes, 'utf-16le')
    if (zeros(0) > most * 0.6 && zeros(1) === 0) return utf16(bytes, 'utf-16be')
    return unread('berkas ini bukan teks: berisi byte nol', 'this file is no text: it holds zero bytes')
  }
  if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'UTF-8' }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
}

function utf16(bytes: Uint8Array, form: 'utf-16le' | 'utf-16be'): Decoded {
  return { text: new TextDecoder(form).decode(bytes), encoding: 'UTF-16' }
}
