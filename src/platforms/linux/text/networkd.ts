import type { SecretReference } from '../../../intent/intent.ts'
import { plainText } from '../../text/ascii.ts'
import { Quoted, type SecretPart } from '../../text/line.ts'

/** Free text as a value in a unit file: no specifiers, no continuation of the line. */
export function unitText(text: string): Quoted {
  return new Quoted(plainText(text.replaceAll('%', ' persen ').replaceAll('\\', '/')))
}

/** Private half of a WireGuard key: 32 bytes in base64. */
export function wireguardKey({ secret }: SecretReference): SecretPart {
  return { secret, encode: value => keyOf(secret, value) }
}

function keyOf(name: string, value: string): string {
  if (!/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(value))
    throw new Error(`secret ${name}: not a WireGuard key (32 bytes in base64)`)
  return value
}
