import protobuf from 'protobufjs'

/**
 * A message of the engine's whose Structs stay bytes, by the name of their field; those that were left out are missing.
 */
export interface Parcel<Message, Name extends string> {
  readonly message: Message
  readonly structs: Readonly<Partial<Record<Name, Buffer>>>
}

/** Numbers of the fields that are Structs. */
type Numbers<Name extends string> = Readonly<Record<Name, number>>

/** Wire type of a field with a length of its own. */
const delimited = 2

interface Readable<Message> {
  readonly deserializeBinary: (bytes: Uint8Array) => Message
}

export interface Writable {
  readonly serializeBinary: () => Uint8Array
}

/** Takes the Structs out of a message and reads the rest. */
export function openParcel<Message, Name extends string>(
  type: Readable<Message>,
  numbers: Numbers<Name>,
  bytes: Buffer,
): Parcel<Message, Name> {
  const names = new Map(Object.entries<number>(numbers).map(([name, number]) => [number, name as Name]))
  const structs: Partial<Record<Name, Buffer>> = {}
  const rest: Buffer[] = []
  const reader = protobuf.Reader.create(bytes)
  while (reader.pos < reader.len) {
    const start = reader.pos
    const tag = reader.uint32()
    const name = names.get(tag >>> 3)
    if (name !== undefined) structs[name] = Buffer.from(reader.bytes())
    else rest.push(bytes.subarray(start, reader.skipType(tag & 7).pos))
  }
  return { message: type.deserializeBinary(Buffer.concat(rest)), structs }
}

/** Puts the Structs behind the rest of a message. */
export function sealParcel<Name extends string>(
  numbers: Numbers<Name>,
  { message, structs }: Parcel<Writable, Name>,
): Buffer {
  const writer = protobuf.Writer.create()
  for (const [name, bytes] of Object.entries<Buffer | undefined>(structs))
    if (bytes !== undefined) writer.uint32((numbers[name as Name] << 3) | delimited).bytes(bytes)
  return Buffer.concat([message.serializeBinary(), writer.finish()])
}
