import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { inside, snakeCase, type Place, type Step } from '../source/source.ts'
import { nearest } from '../text/nearest.ts'
import { own } from '../text/own.ts'
import { printable } from '../text/screen.ts'
import { firstHiddenSign } from '../text/signs.ts'
import { coordinateAdvice } from './coordinate-words.ts'
import { loadFault } from './fault.ts'
import { meantAdvice } from './meant-words.ts'
import { scalarWords, typeOfData, typeWord } from './words.ts'

const mergeKey = {
  message: {
    id: '`<<` menyalin isi bagian lain; di sini setiap nilai punya satu tempat',
    en: '`<<` copies what stands elsewhere; here each value has one place',
  },
  help: { id: 'tulis kunci-kuncinya di sini', en: 'write the keys out here' },
}

/** `{ rupiah: 3,900,000 }` is three keys to YAML. */
const commaAdvice = {
  id: 'di dalam { } koma memisahkan kunci: tulis ribuan tanpa pemisah (3900000) dan pecahan dengan titik (98.5)',
  en: 'inside { } a comma separates keys: write thousands without separators (3900000) and fractions with a point (98.5)',
}

/** `near` is the known key that was probably meant. */
export function unknownKey(place: Place, key: string, known: readonly string[], near: string | undefined): Diagnostic {
  if (key === '<<') return loadFault('LOD010', place, mergeKey.message, mergeKey.help)
  const shown = printable(key)
  const message = { id: `kunci \`${shown}\` tidak dikenal di sini`, en: `unknown key \`${shown}\`` }
  if (/^\d/.test(key)) return loadFault('LOD010', place, message, commaAdvice)
  return loadFault(
    'LOD010',
    place,
    message,
    near === undefined
      ? { id: `yang dikenal: ${known.join(', ')}`, en: `known here: ${known.join(', ')}` }
      : { id: `mungkin maksudnya \`${near}\``, en: `did you mean \`${near}\`?` },
  )
}

export function missingKey(path: readonly Step[], at: Place): Diagnostic {
  const key = snakeCase(String(path.at(-1)))
  return loadFault(
    'LOD011',
    inside(at, ...path.slice(0, -1)),
    { id: `kunci \`${key}\` wajib ada`, en: `the key \`${key}\` is required` },
    { id: `tambahkan \`${key}:\` di sini`, en: `add \`${key}:\` here` },
  )
}

export function wrongType(place: Place, expected: string, value: unknown, path: readonly Step[]): Diagnostic {
  const want = own(scalarWords, expected) ?? typeWord(expected)
  const isNumberForText = typeof value === 'number' && wantsText(expected)
  const help =
    coordinateAdvice(expected, value) ??
    meantAdvice(expected, value) ??
    (isNumberForText ? { id: 'tulis nilainya dalam tanda kutip', en: 'write the value in quotes' } : undefined)
  return wrongForm(place, want, value, path, help)
}

/** Something else stands there than what this place takes. */
export function wrongForm(
  place: Place,
  want: Bilingual,
  value: unknown,
  path: readonly Step[],
  help: Bilingual = { id: `tulis ${want.id}`, en: `write ${want.en}` },
): Diagnostic {
  const got = typeWord(typeOfData(value))
  const key = nameOf(path)
  const subject =
    key === undefined ? { id: 'isi berkas ini', en: 'what stands here' } : { id: `\`${key}\``, en: `\`${key}\`` }
  return loadFault(
    'LOD012',
    place,
    { id: `${subject.id} harus ${want.id}, bukan ${got.id}`, en: `${subject.en} must be ${want.en}, not ${got.en}` },
    help,
  )
}

function wantsText(expected: string): boolean {
  return (
    expected === 'string' ||
    ['version', 'word', 'text', 'npwp', 'rupId', 'kecamatan', 'id', 'account', 'subKegiatan', 'date'].includes(expected)
  )
}

/** `most` is the upper end of this key, where the words of its scalar say none. */
export function invalidForm(
  place: Place,
  scalar: string | undefined,
  value: unknown,
  most?: number | bigint,
): Diagnostic {
  const sign = typeof value === 'string' ? firstHiddenSign(value) : undefined
  if (sign !== undefined) return hiddenSign(place, sign)
  const want = scalar === undefined ? undefined : own(scalarWords, scalar)
  const shown = textOf(value)
  return loadFault(
    'LOD013',
    place,
    { id: `nilai \`${shown}\` tidak dapat dipakai di sini`, en: `the value \`${shown}\` cannot stand here` },
    coordinateAdvice(scalar, value) ??
      meantAdvice(scalar, value) ??
      (want === undefined
        ? {
            id: 'tulis seperti di berkas lain dari jenis yang sama, atau hapus kunci ini',
            en: 'write it as other files of the same kind do, or remove this key',
          }
        : {
            id: `harus ${want.id}${most === undefined ? '' : `, paling banyak ${most}`}`,
            en: `it must be ${want.en}${most === undefined ? '' : `, at most ${most}`}`,
          }),
  )
}

export function wrongChoice(place: Place, value: unknown, choices: readonly string[]): Diagnostic {
  const shown = textOf(value)
  const near = typeof value === 'string' ? nearest(value, choices) : undefined
  return loadFault(
    'LOD014',
    place,
    value === null
      ? { id: 'di sini belum ada nilai', en: 'there is no value here yet' }
      : { id: `\`${shown}\` bukan pilihan di sini`, en: `\`${shown}\` is not a choice here` },
    near === undefined
      ? { id: `pilih: ${choices.join(', ')}`, en: `choose: ${choices.join(', ')}` }
      : {
          id: `mungkin maksudnya \`${near}\`; pilihan: ${choices.join(', ')}`,
          en: `did you mean \`${near}\`? choices: ${choices.join(', ')}`,
        },
  )
}

export function clearSecret(place: Place, path: readonly Step[]): Diagnostic {
  const key = nameOf(path) ?? ''
  return {
    ...loadFault(
      'LOD015',
      place,
      { id: `rahasia tertulis apa adanya pada \`${key}\``, en: `a secret in clear text at \`${key}\`` },
      {
        id: 'hapus dari berkas dan dari riwayat Git, ganti rahasianya, lalu sebut namanya saja: { secret: ospf/backbone }',
        en: "take it out of the file and of Git's history, change the secret, and name it only: { secret: ospf/backbone }",
      },
    ),
    confidential: true,
  }
}

/** The last key of a path; undefined for a thing as a whole. */
function nameOf(path: readonly Step[]): string | undefined {
  const key = path.findLast(step => typeof step === 'string')
  return key === undefined ? undefined : printable(snakeCase(String(key)))
}

export function tooManyFaults(place: Place): Diagnostic {
  return loadFault(
    'LOD002',
    place,
    {
      id: 'terlalu banyak kesalahan di sini; yang sesudahnya tidak diperiksa',
      en: 'too many faults here; what comes after them was not looked at',
    },
    {
      id: 'bandingkan dengan berkas lain dari jenis yang sama',
      en: 'compare with another file of the same kind',
    },
  )
}

/** A sign that nobody sees, by its number and name. */
export function hiddenSign(place: Place, name: string): Diagnostic {
  return loadFault(
    'LOD016',
    place,
    {
      id: `di sini ada tanda yang tidak terlihat atau menyamar: ${name}`,
      en: `a sign that nobody sees, or that looks like another, stands here: ${name}`,
    },
    {
      id: 'hapus tanda itu, atau ketik ulang katanya; yang tidak terlihat dapat menyembunyikan isi dari pembaca',
      en: 'remove it, or type the word anew; what cannot be seen can hide the meaning from a reader',
    },
  )
}

/** A value inside a sentence: lists and groups as JSON, since plain data has no text of its own. */
function textOf(value: unknown): string {
  return printable(typeof value === 'object' ? JSON.stringify(value) : String(value))
}
