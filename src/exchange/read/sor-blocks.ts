import { unread, type Unread } from '../table.ts'
import { bytesFrom, type Block } from './sor-bytes.ts'

export interface Blocks {
  readonly format: 1 | 2
  readonly byName: ReadonlyMap<string, Block>
}

const mostBlocks = 200

/**
 * The parts of a file by its own map. Format 2 writes each part's name before it, which has to be the one that the map
 * says.
 */
export function blocksOf(bytes: Uint8Array): Blocks | Unread {
  try {
    return mapped(bytes)
  } catch (error) {
    if (error instanceof RangeError) return cut
    throw error
  }
}

const cut = unread('berkas SOR ini rusak: terpotong', 'this SOR file is damaged: it was cut off')
const noSor = unread('ini bukan berkas SOR', 'this is no SOR file')

function mapped(bytes: Uint8Array): Blocks | Unread {
  const map = bytesFrom(bytes)
  const isSecond = new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'Map\0'
  if (isSecond) map.skip(4)
  const version = map.u16()
  if (version < 100 || version >= 300) return noSor
  let offset = map.u32()
  const count = map.u16()
  if (count < 2 || count > mostBlocks || offset > bytes.length) return noSor
  const format = isSecond ? 2 : 1
  const byName = new Map<string, Block>()
  for (let i = 1; i < count; i++) {
    const name = map.name()
    map.skip(2)
    const size = map.u32()
    const head = format === 2 ? name.length + 1 : 0
    if (!/^[\x20-\x7e]{1,40}$/.test(name) || byName.has(name)) return misnamed(name)
    if (size < head || offset + size > bytes.length) return cut
    if (format === 2 && nameAt(bytes, offset, name.length) !== `${name}\0`) return misnamed(name)
    byName.set(name, { from: offset + head, to: offset + size })
    offset += size
  }
  return { format, byName }
}

function nameAt(bytes: Uint8Array, offset: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(offset, offset + length + 1))
}

function misnamed(name: string): Unread {
  const shown = name.replace(/[^\x21-\x7e]/g, '?').slice(0, 40)
  return unread(
    `berkas SOR ini rusak: blok ${shown} tidak ada di tempat yang disebut petanya`,
    `this SOR file is damaged: block ${shown} is not where its map says`,
  )
}
