import struct from 'google-protobuf/google/protobuf/struct_pb.js'

/** Plain values of a resource, as they travel between engine and provider. */
export type Properties = { readonly [key: string]: unknown }

const signature = '4dabf18193072939515e22adb298388d'
const secretSignature = '1b47061264138c4ac30d75fd1eb44270'
/** What stands for a value that a preview does not know yet. */
export const unknownValue = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

export interface Received {
  /** Values with their secret envelopes taken off. */
  readonly plain: Properties
  /** Names of the values that held a secret somewhere. */
  readonly secretKeys: ReadonlySet<string>
  /** Names of the values that are not known yet, whole or in part. */
  readonly unknownKeys: ReadonlySet<string>
}

export function received(message: struct.Struct | undefined): Received {
  const raw = (message?.toJavaScript() ?? {}) as Properties
  const secretKeys = new Set<string>()
  const unknownKeys = new Set<string>()
  const plain = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, opened(value, { secret: () => secretKeys.add(key), unknown: () => unknownKeys.add(key) })]))
  return { plain, secretKeys, unknownKeys }
}

/** Values for the engine; those named go in a secret envelope. */
export function sent(values: Properties, secretKeys: ReadonlySet<string> = new Set()): struct.Struct {
  const wrapped = Object.entries(values).filter(([, value]) => value !== undefined).map(([key, value]) => [key, secretKeys.has(key) ? { [signature]: secretSignature, value } : value])
  return struct.Struct.fromJavaScript(Object.fromEntries(wrapped) as { [key: string]: struct.JavaScriptValue })
}

interface Seen {
  readonly secret: () => void
  readonly unknown: () => void
}

function opened(value: unknown, seen: Seen): unknown {
  if (value === unknownValue) {
    seen.unknown()
    return value
  }
  if (Array.isArray(value)) return value.map(each => opened(each, seen))
  if (value === null || typeof value !== 'object') return value
  const fields = value as Properties
  if (fields[signature] === secretSignature) {
    seen.secret()
    return opened(fields['value'], seen)
  }
  return Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, opened(each, seen)]))
}
