import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { CableTypeDeclaration } from './cable-file.ts'

/** A colour of a fibre or tube: names, and a value to draw it with. */
interface Colour {
  readonly name: Bilingual
  readonly hex: string
}

/** Where a core lies and how it looks. Numbers count from 1. */
export interface CorePlace {
  readonly core: number
  readonly tube: number
  /** Inside its tube. */
  readonly position: number
  readonly tubeColour: FibreColour
  readonly coreColour: FibreColour
}

/** Above twelve the order begins again with a stripe. */
export interface FibreColour extends Colour {
  readonly stripe: Colour | undefined
}

const blue: Colour = { name: { id: 'biru', en: 'blue' }, hex: '#1f5fbf' }
const orange: Colour = { name: { id: 'oranye', en: 'orange' }, hex: '#f08c1a' }
const green: Colour = { name: { id: 'hijau', en: 'green' }, hex: '#2f9e44' }
const brown: Colour = { name: { id: 'coklat', en: 'brown' }, hex: '#8a5a2b' }
const slate: Colour = { name: { id: 'abu-abu', en: 'slate' }, hex: '#8a949c' }
const white: Colour = { name: { id: 'putih', en: 'white' }, hex: '#ffffff' }
const red: Colour = { name: { id: 'merah', en: 'red' }, hex: '#d0312d' }
const black: Colour = { name: { id: 'hitam', en: 'black' }, hex: '#1a1a1a' }
const yellow: Colour = { name: { id: 'kuning', en: 'yellow' }, hex: '#f5d020' }
const violet: Colour = { name: { id: 'ungu', en: 'violet' }, hex: '#7d3fa8' }
const rose: Colour = { name: { id: 'merah muda', en: 'rose' }, hex: '#f29bb2' }
const aqua: Colour = { name: { id: 'tosca', en: 'aqua' }, hex: '#4fc4c9' }
const grey: Colour = { ...slate, name: { id: 'abu-abu', en: 'grey' } }
const pink: Colour = { ...rose, name: { id: 'merah muda', en: 'pink' } }
const turquoise: Colour = { ...aqua, name: { id: 'tosca', en: 'turquoise' } }

type Scheme = CableTypeDeclaration['colours']

/**
 * Order of the twelve colours. TIA-598-C: en.wikipedia.org "TIA-598-C". IEC 60304 as cables in DIN lands use it (DIN EN
 * 60794-1-1 Bbl 1, the former DIN VDE 0888): Datwyler "Fibre/tube colour codes", anedis.de "Fiber-Optic Color Coding".
 * Both read.
 */
export const colourOrder: Readonly<Record<Scheme, readonly Colour[]>> = {
  tia598: [blue, orange, green, brown, slate, white, red, black, yellow, violet, rose, aqua],
  iec60304: [red, green, blue, yellow, white, grey, brown, violet, turquoise, black, orange, pink],
}

/**
 * The colour of the nth fibre or tube. Stripes are black, and yellow on black, where a stripe of black would not show.
 */
export function fibreColour(scheme: Scheme, n: number): FibreColour {
  const order = colourOrder[scheme]
  const colour = order[(n - 1) % order.length] ?? blue
  const round = Math.floor((n - 1) / order.length)
  return { ...colour, stripe: round === 0 ? undefined : colour.hex === black.hex ? yellow : black }
}

/** `tube = ceil(n / coresPerTube)`, `position = (n - 1) mod coresPerTube + 1`. */
export function corePlace(
  { coresPerTube, colours }: Pick<CableTypeDeclaration, 'coresPerTube' | 'colours'>,
  core: number,
): CorePlace {
  const tube = Math.ceil(core / coresPerTube)
  const position = ((core - 1) % coresPerTube) + 1
  return { core, tube, position, tubeColour: fibreColour(colours, tube), coreColour: fibreColour(colours, position) }
}

/** `oranye`, and with a stripe `oranye bergaris hitam`. */
export function colourName({ name, stripe }: FibreColour): Bilingual {
  return stripe === undefined
    ? name
    : { id: `${name.id} bergaris ${stripe.name.id}`, en: `${name.en} with ${stripe.name.en} stripe` }
}
