import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { colourOrder } from '../../model/colours.ts'
import { plainName } from '../mapping/fields.ts'
import type { NamedCable } from './named.ts'

export interface Cores {
  readonly first: number
  readonly last: number
  /** Counted from a tube and a place in it, not told. */
  readonly isCounted: boolean
}

const between = '\\s*(?:\\.\\.+|-|\u2013|\u2014|~|s\\/d|s\\.d\\.?|sd|sampai|to|until)\\s*'
const range = new RegExp(
  `^(?:core|inti|serat|fo|f|c)?\\s*(\\d{1,4})(?:${between}(?:core|inti|c)?\\s*(\\d{1,4}))?$`,
  'i',
)
const tubed =
  /^(?:tube|tabung|buffer|t|lt)\s*\.?\s*([a-z]+(?: [a-z]+)?|\d{1,3})\s*[\s/,;:-]\s*(?:core|inti|serat|c|f)?\s*\.?\s*([a-z]+(?: [a-z]+)?|\d{1,4})$/i

/**
 * Cores of a cell: `13`, `13-24`, `13 s/d 24`, `T2 C3`, a colour; with a tube beside it, a number that fits into one is
 * counted inside of it.
 */
export function coresSaid(text: string, tube: string, cable: NamedCable): Cores | Bilingual {
  const said = text.trim()
  const both = tubed.exec(said)
  if (both !== null) return inTube(both[1] ?? '', both[2] ?? '', cable)
  const numbers = range.exec(said)
  if (numbers === null) return tube === '' ? inTube('1', said, cable, 'core') : inTube(tube, said, cable)
  const [first, last] = [Number(numbers[1]), Number(numbers[2] ?? numbers[1])]
  if (tube === '') return within(first, last, cable, false)
  const place = placeIn(tube, cable)
  const { coresPerTube } = cable.bundle
  if (place === undefined) return unreadable(tube)
  if (Math.max(first, last) <= coresPerTube)
    return within((place - 1) * coresPerTube + first, (place - 1) * coresPerTube + last, cable, true)
  return Math.ceil(first / coresPerTube) === place
    ? within(first, last, cable, false)
    : {
        id: `core ${first} tidak di tabung ${place} (${coresPerTube} core per tabung)`,
        en: `core ${first} is not in tube ${place} (${coresPerTube} cores a tube)`,
      }
}

/** A colour alone says a core where the cable has one tube. */
function inTube(tube: string, core: string, cable: NamedCable, origin: 'both' | 'core' = 'both'): Cores | Bilingual {
  const { cores, coresPerTube } = cable.bundle
  const [t, c] = [placeIn(tube, cable), placeIn(core, cable)]
  if (t === undefined || c === undefined || c > coresPerTube) return unreadable(core)
  if (origin === 'core' && cores > coresPerTube)
    return {
      id: `warna ${core} ada di setiap tabung kabel ini; sebut tabungnya`,
      en: `${core} is in every tube of this cable; name the tube`,
    }
  const number = (t - 1) * coresPerTube + c
  return within(number, number, cable, true)
}

/** A number, or a colour by the order of the cable's type. */
function placeIn(text: string, { bundle }: NamedCable): number | undefined {
  const digits = /^\D*(\d{1,4})$/.exec(text.trim())?.[1]
  if (digits !== undefined) return Number(digits) >= 1 ? Number(digits) : undefined
  const word = plainName(text).replace(/^(tube|tabung|core|inti|warna) /, '')
  const at = colourOrder[bundle.colours].findIndex(
    ({ name }) => plainName(name.id) === word || plainName(name.en) === word || (otherNames[word] ?? '') === name.en,
  )
  return at < 0 ? undefined : at + 1
}

/** What crews call them besides. */
const otherNames: Readonly<Record<string, string>> = {
  orange: 'orange',
  oren: 'orange',
  cokelat: 'brown',
  abu: 'slate',
  gray: 'slate',
  grey: 'slate',
  violet: 'violet',
  pink: 'rose',
  pingking: 'rose',
  toska: 'aqua',
  turquoise: 'aqua',
}

function within(
  first: number,
  last: number,
  { id, bundle: { cores } }: NamedCable,
  isCounted: boolean,
): Cores | Bilingual {
  if (first >= 1 && last >= 1 && Math.max(first, last) <= cores) return { first, last, isCounted }
  return { id: `${id} punya ${cores} core`, en: `${id} has ${cores} cores` }
}

function unreadable(text: string): Bilingual {
  return { id: `core "${text}" tidak terbaca`, en: `core "${text}" cannot be read` }
}
