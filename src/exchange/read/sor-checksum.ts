import { unread, type Unread } from '../table.ts'
import { at, type Block } from './sor-bytes.ts'
import type { Blocks } from './sor-blocks.ts'

/**
 * Makers whose own files never fit: OptixS, in the samples of pyOTDR (github.com/sid5432/pyOTDR,
 * data/sample1310_lowDR-dump.json).
 */
const suppliers: readonly RegExp[] = [/^optixs\b/i]

/**
 * The same by a block of their own, since they leave the supplier blank: EXFO, in the files of otdrs 1.1.1
 * (github.com/JamesHarrison/otdrs, data/).
 */
const blocks: readonly RegExp[] = [/^ExfoNewProprietaryBlock\b/]

/**
 * CRC-16 of CCITT begins with all ones; Anritsu's MT9085 begins with none (otdrs 1.1.1,
 * data/example3-anritsu-accessmastermt9085.sor).
 */
const beginnings = [0xffff, 0]

/** Why a checksum that does not fit was let pass. */
export type Checksum = 'right' | 'absent' | 'never-right'

/** Whether a file's checksum (CRC-16 of CCITT over all that stands before it) is the one of its bytes. */
export function crcFault(bytes: Uint8Array, { byName }: Blocks, supplier: string): Checksum | Unread {
  const block = byName.get('Cksum')
  // Two bytes at the end are a sum, also where the map has lost its name.
  const last = [...byName.values()].at(-1)
  if (block === undefined) return last !== undefined && last.to - last.from === 2 ? wrong : 'absent'
  const said = at(bytes, block).u16()
  if (said === 0) return 'absent'
  if (beginnings.some(first => crc16(bytes, block, first) === said)) return 'right'
  const isNeverRight =
    suppliers.some(maker => maker.test(supplier)) || blocks.some(own => [...byName.keys()].some(name => own.test(name)))
  return isNeverRight ? 'never-right' : wrong
}

const wrong = unread(
  'berkas SOR ini rusak: jumlah kendali (Cksum) tidak cocok; salin sekali lagi dari alatnya',
  'this SOR file is damaged: its checksum (Cksum) does not fit; copy it from the instrument once more',
)

function crc16(bytes: Uint8Array, { from }: Block, first: number): number {
  let crc = first
  for (const byte of bytes.subarray(0, from)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff
  }
  return crc
}
