import { fieldsOf, headOf, kinds, type Field } from './wire.ts'

/** Any object that JSON could say. */
type Plain = Readonly<Record<string, unknown>>

/**
 * `google.protobuf.Struct` between its bytes and plain values. The library that comes with the SDK goes through text sign by sign, which
 * for thousands of configurations takes longer than all else that a provider does; `struct.test.ts` holds the two side by side.
 */
const value = { null: 1, number: 2, text: 3, boolean: 4, map: 5, list: 6 } as const

/** Throws for bytes that are no Struct. */
export function structOf(bytes: Buffer): Plain {
  return Object.fromEntries(fieldsOf(bytes).map(entry => {
    const [key, content] = [1, 2].map(number => fieldsOf(entry.content).findLast(each => each.number === number))
    return [key?.content.toString('utf8') ?? '', content === undefined ? null : valueOf(content.content)]
  }))
}

function valueOf(bytes: Buffer): unknown {
  const field = fieldsOf(bytes).at(-1)
  return field === undefined ? null : plain(field)
}

function plain({ number, content, varint }: Field): unknown {
  switch (number) {
    case value.number: return content.readDoubleLE()
    case value.text: return content.toString('utf8')
    case value.boolean: return varint !== 0
    case value.map: return structOf(content)
    case value.list: return fieldsOf(content).map(each => valueOf(each.content))
    default: return null
  }
}

/** Entries that are undefined are left out. Throws for what no Struct can hold. */
export function structBytes(values: Plain): Buffer {
  return Buffer.concat(Object.entries(values).filter(([, each]) => each !== undefined).map(([key, each]) => delimited(1, delimited(1, Buffer.from(key)), delimited(2, valueBytes(each)))))
}

function valueBytes(given: unknown): Buffer {
  if (given === null) return Buffer.from([value.null * 8, 0])
  if (typeof given === 'boolean') return Buffer.from([value.boolean * 8, given ? 1 : 0])
  if (typeof given === 'string') return delimited(value.text, Buffer.from(given))
  if (typeof given === 'number') return numberBytes(given)
  if (Array.isArray(given)) return delimited(value.list, ...given.map(each => delimited(1, valueBytes(each))))
  if (typeof given === 'object') return delimited(value.map, structBytes(given as Plain))
  throw new Error(`no value for the engine: ${typeof given}`)
}

function numberBytes(given: number): Buffer {
  const bytes = Buffer.alloc(9, value.number * 8 + kinds.fixed64)
  bytes.writeDoubleLE(given, 1)
  return bytes
}

function delimited(number: number, ...parts: readonly Buffer[]): Buffer {
  return Buffer.concat([headOf(number, parts.reduce((sum, { length }) => sum + length, 0)), ...parts])
}
