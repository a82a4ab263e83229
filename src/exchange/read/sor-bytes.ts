export interface Block {
  /** Offsets into the file: what stands behind the block's name, and its end. */
  readonly from: number
  readonly to: number
}

/** Reads on from place to place, least byte first; a RangeError where the bytes have ended. */
interface Bytes {
  readonly left: () => number
  readonly skip: (count: number) => void
  readonly u16: () => number
  readonly i16: () => number
  readonly u32: () => number
  readonly i32: () => number
  readonly signs: (count: number) => string
  /** Up to its zero byte, as it stands. */
  readonly name: () => string
  /** The same for a person: UTF-8 where it is such, without blanks around it. */
  readonly text: () => string
}

export function bytesFrom(bytes: Uint8Array): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let next = 0
  const taken = (count: number): number => {
    if (count > bytes.length - next) throw new RangeError('the bytes have ended')
    next += count
    return next - count
  }
  const signs = (count: number): string => {
    const from = taken(count)
    return latin(bytes.subarray(from, from + count))
  }
  const untilZero = (): Uint8Array => {
    const end = bytes.indexOf(0, next)
    if (end < 0) throw new RangeError('the bytes have ended')
    const from = taken(end + 1 - next)
    return bytes.subarray(from, end)
  }
  return {
    left: () => bytes.length - next,
    skip: count => void taken(count),
    u16: () => view.getUint16(taken(2), true),
    i16: () => view.getInt16(taken(2), true),
    u32: () => view.getUint32(taken(4), true),
    i32: () => view.getInt32(taken(4), true),
    signs,
    name: () => latin(untilZero()),
    text: () =>
      readable(untilZero())
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
  }
}

/** Older instruments write Latin-1; programs on a telephone or a PC write UTF-8. */
function readable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return latin(bytes)
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** The bytes of a block, behind its name. */
export function at(bytes: Uint8Array, { from, to }: Block): Bytes {
  return bytesFrom(bytes.subarray(from, to))
}
