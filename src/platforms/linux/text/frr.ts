import type { SecretReference } from '../../../intent/intent.ts'
import { plainText } from '../../text/ascii.ts'
import { Quoted, type SecretPart } from '../../text/line.ts'

/** Free text at the end of an FRR line. FRR knows no quoting: words up to the end of the line are the text. */
export function frrText(text: string): Quoted {
  // FRR 8.4 takes what follows a bar for a filter of the output (vtysh -C does not notice), and a question mark, where
  // pasted, for a call for help.
  return new Quoted(plainText(text.replaceAll('|', '/').replaceAll('?', '.')))
}

/** A key as one FRR word of at most `bytes` characters; a deployment refuses what FRR would cut or split. */
export function frrKey({ secret }: SecretReference, bytes: number): SecretPart {
  return { secret, encode: value => wordOf(secret, value, bytes) }
}

function wordOf(name: string, value: string, bytes: number): string {
  if (!/^[!-~]+$/.test(value) || /[?|]/.test(value))
    throw new Error(`secret ${name}: FRR takes printable ASCII without blanks, bars and question marks only`)
  if (value.length > bytes) throw new Error(`secret ${name}: FRR takes at most ${bytes} bytes here`)
  return value
}
