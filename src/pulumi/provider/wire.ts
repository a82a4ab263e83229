/**
 * Protobuf messages as bytes. A message is its fields one after the other, and fields of two messages put together are the fields of
 * both: so a part of a message can be taken out and put in without knowing the rest.
 */
export interface Field {
  readonly number: number
  readonly kind: WireKind
  /** What a varint says, up to 2^53; 0 for other kinds. */
  readonly varint: number
  /** The content, without tag and length; of a varint its bytes. */
  readonly content: Buffer
  /** The field whole. */
  readonly whole: Buffer
}

export type WireKind = (typeof kinds)[keyof typeof kinds]
export const kinds = { varint: 0, fixed64: 1, delimited: 2, fixed32: 5 } as const

/** Fields in their order; all of them share memory with `bytes`. Throws for bytes that are no message. */
export function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = []
  for (let start = 0; start < bytes.length;) {
    const tag = varintAt(bytes, start)
    const kind = tag.value % 8
    const length = kind === kinds.delimited ? varintAt(bytes, tag.end) : undefined
    const from = length?.end ?? tag.end
    const varint = kind === kinds.varint ? varintAt(bytes, from) : undefined
    const end = varint?.end ?? from + (length?.value ?? fixedLength(kind))
    if (end > bytes.length) throw new Error('a message broke off')
    fields.push({ number: Math.floor(tag.value / 8), kind: kind as WireKind, varint: varint?.value ?? 0, content: bytes.subarray(from, end), whole: bytes.subarray(start, end) })
    start = end
  }
  return fields
}

/** Tag and length of a field with content of its own. */
export function headOf(number: number, length: number): Buffer {
  return Buffer.from([...varintBytes(number * 8 + kinds.delimited), ...varintBytes(length)])
}

export function varintBytes(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  return [...bytes, rest]
}

function fixedLength(kind: number): number {
  if (kind === kinds.fixed64) return 8
  if (kind === kinds.fixed32) return 4
  throw new Error(`no wire kind ${kind}`)
}

function varintAt(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let value = 0
  for (let at = start, scale = 1; at < bytes.length; at++, scale *= 128) {
    const byte = bytes[at] ?? 0
    value += (byte % 128) * scale
    if (byte < 128) return { value, end: at + 1 }
  }
  throw new Error('a message broke off')
}
