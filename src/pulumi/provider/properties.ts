import { structBytes, structOf } from './struct.ts'

/** Plain values of a resource, as they travel between engine and provider. */
export type Properties = { readonly [key: string]: unknown }

const signature = '4dabf18193072939515e22adb298388d'
const secretSignature = '1b47061264138c4ac30d75fd1eb44270'
/** What stands for a value that a preview does not know yet. */
export const unknownValue = '04da6b54-80e4-46f7-96ec-b56ff0331ba9'

interface Received {
  /** Values with their secret envelopes taken off. */
  readonly plain: Properties
  /** Names of the values that held a secret somewhere. */
  readonly secretKeys: ReadonlySet<string>
  /** Names of the values that are not known yet, whole or in part. */
  readonly unknownKeys: ReadonlySet<string>
}

/** Values from the bytes of a Struct; none where it was left out. */
export function received(bytes: Buffer = Buffer.alloc(0)): Received {
  const raw = structOf(bytes)
  const secretKeys = new Set<string>()
  const unknownKeys = new Set<string>()
  const plain = Object.fromEntries(
    Object.entries(raw).map(([key, value]) => [
      key,
      opened(value, { secret: () => secretKeys.add(key), unknown: () => unknownKeys.add(key) }),
    ]),
  )
  return { plain, secretKeys, unknownKeys }
}

/** Values for the engine, as the bytes of a Struct; those named go in a secret envelope. */
export function sent(values: Properties, secretKeys: ReadonlySet<string> = new Set()): Buffer {
  return structBytes(
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        value !== undefined && secretKeys.has(key) ? { [signature]: secretSignature, value } : value,
      ]),
    ),
  )
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
