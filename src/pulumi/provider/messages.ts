import { fieldsOf, headOf } from './wire.ts'

/** A message of the engine's whose Structs stay bytes, by the name of their field; those that were left out are missing. */
export interface Parcel<Message, Name extends string> {
  readonly message: Message
  readonly structs: Readonly<Partial<Record<Name, Buffer>>>
}

/** Numbers of the fields that are Structs. */
type Numbers<Name extends string> = Readonly<Record<Name, number>>

interface Readable<Message> {
  readonly deserializeBinary: (bytes: Uint8Array) => Message
}

export interface Writable {
  readonly serializeBinary: () => Uint8Array
}

/** Takes the Structs out of a message and reads the rest. */
export function openParcel<Message, Name extends string>(type: Readable<Message>, numbers: Numbers<Name>, bytes: Buffer): Parcel<Message, Name> {
  const names = new Map(Object.entries<number>(numbers).map(([name, number]) => [number, name as Name]))
  const structs: Partial<Record<Name, Buffer>> = {}
  const rest: Buffer[] = []
  for (const { number, content, whole } of fieldsOf(bytes)) {
    const name = names.get(number)
    if (name === undefined) rest.push(whole)
    else structs[name] = content
  }
  return { message: type.deserializeBinary(Buffer.concat(rest)), structs }
}

/** Puts the Structs behind the rest of a message. */
export function sealParcel<Name extends string>(numbers: Numbers<Name>, { message, structs }: Parcel<Writable, Name>): Buffer {
  const fields = Object.entries<Buffer | undefined>(structs).flatMap(([name, bytes]) => (bytes === undefined ? [] : [headOf(numbers[name as Name], bytes.length), bytes]))
  return Buffer.concat([message.serializeBinary(), ...fields])
}
