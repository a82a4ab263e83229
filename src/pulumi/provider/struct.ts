import protobuf from 'protobufjs'

/** Any object that JSON could say. */
type Plain = Readonly<Record<string, unknown>>

interface StructMessage {
  readonly fields: Readonly<Record<string, ValueMessage>>
}

/** One of these is there, as `google.protobuf.Value` has it. */
interface ValueMessage {
  readonly kind?: 'nullValue' | 'numberValue' | 'stringValue' | 'boolValue' | 'structValue' | 'listValue'
  readonly numberValue?: number
  readonly stringValue?: string
  readonly boolValue?: boolean
  readonly structValue?: StructMessage
  readonly listValue?: { readonly values: readonly ValueMessage[] }
}

/**
 * `google.protobuf.Struct` between its bytes and plain values. The library that comes with the SDK goes through text
 * sign by sign, which for thousands of configurations takes longer than all else that a provider does; `struct.test.ts`
 * holds the two side by side.
 */
const struct = protobuf.Root.fromJSON(protobuf.common.get('google/protobuf/struct.proto') ?? {}).lookupType(
  'google.protobuf.Struct',
)

/** Throws for bytes that are no Struct. */
export function structOf(bytes: Buffer): Plain {
  return plainStruct(struct.decode(bytes) as unknown as StructMessage)
}

function plainStruct({ fields }: StructMessage): Plain {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)]))
}

function plain(value: ValueMessage): unknown {
  switch (value.kind) {
    case 'structValue':
      return plainStruct(value.structValue ?? { fields: {} })
    case 'listValue':
      return (value.listValue?.values ?? []).map(plain)
    case 'nullValue':
    case undefined:
      return null
    default:
      return value[value.kind]
  }
}

/** Entries that are undefined are left out. Throws for what no Struct can hold. */
export function structBytes(values: Plain): Buffer {
  return Buffer.from(struct.encode(structMessage(values)).finish())
}

function structMessage(values: Plain): StructMessage {
  const known = Object.entries(values).filter(([, value]) => value !== undefined)
  return { fields: Object.fromEntries(known.map(([key, value]) => [key, valueMessage(value)])) }
}

function valueMessage(given: unknown): ValueMessage & { readonly nullValue?: 0 } {
  if (given === null) return { nullValue: 0 }
  if (typeof given === 'boolean') return { boolValue: given }
  if (typeof given === 'string') return { stringValue: given }
  if (typeof given === 'number') return { numberValue: given }
  if (Array.isArray(given)) return { listValue: { values: given.map(valueMessage) } }
  if (typeof given === 'object') return { structValue: structMessage(given as Plain) }
  throw new Error(`no value for the engine: ${typeof given}`)
}
