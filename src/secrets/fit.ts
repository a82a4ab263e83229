import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { SecretEncoder } from '../platforms/text/line.ts'

/**
 * Why a value is none for the places of its secret: an empty one would be an account without a password, a line break
 * comes from whoever put it into the store. Undefined where it fits; the value is never said.
 */
export function unfitReason(value: string, encoders: readonly SecretEncoder[]): Bilingual | undefined {
  if (value === '') return { id: 'nilainya kosong', en: 'its value is empty' }
  if (/\p{Cc}/u.test(value))
    return {
      id: 'nilainya memuat ganti baris atau tanda kendali lain',
      en: 'its value holds a line break or another control character',
    }
  for (const encode of encoders) {
    const refused = refusalOf(encode, value)
    if (refused !== undefined) return { id: `nilainya tidak muat di tempatnya (${refused})`, en: refused }
  }
  return undefined
}

function refusalOf(encode: SecretEncoder, value: string): string | undefined {
  try {
    encode(value)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^secret \S+: /, '') : String(error)
  }
}
