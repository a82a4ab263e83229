import { unread, type Unread } from '../table.ts'
import { blocksOf, type Blocks } from './sor-blocks.ts'
import type { Block } from './sor-bytes.ts'
import { crcFault, type Checksum } from './sor-checksum.ts'
import { at } from './sor-bytes.ts'

/**
 * A reflectometer's file (SOR: Bellcore GR-196 and Telcordia SR-4731, formats 1 and 2) as far as an inventory needs it:
 * who shot what, with which index and wavelength, and the events that the instrument found. The layout is as others
 * found it (pyOTDR by S. Li, otdrs by J. Harrison), since the standard itself is sold; the curve is counted and not
 * kept.
 */
export interface SorTrace {
  readonly format: 1 | 2
  readonly supplier: string
  readonly model: string
  readonly software: string
  readonly cableId: string
  readonly fiberId: string
  readonly locationA: string
  readonly locationB: string
  readonly comment: string
  /** Seconds since 1970; undefined where the clock of the instrument was not set. */
  readonly shotAt: number | undefined
  /** Of a trace shot from B to A. */
  readonly isReversed: boolean
  readonly wavelengthNm: number
  /** Undefined where the file says none: distances then go by the usual index. */
  readonly groupIndex: number | undefined
  readonly pulseNs: number
  /** Length that the operator has set off before the first metre. */
  readonly userOffsetM: number
  readonly points: number
  readonly events: readonly SorEvent[]
  readonly totalLossDb: number
  /** Names of blocks that only their maker knows. */
  readonly unknownBlocks: readonly string[]
  readonly checksum: Checksum
}

interface SorEvent {
  readonly number: number
  readonly atM: number
  readonly lossDb: number
  /** Decibels below the light that arrives; undefined where nothing is reflected. */
  readonly reflectanceDb: number | undefined
  /** As its code says; `unknown` for a code that the format does not have. */
  readonly kind: 'loss' | 'reflection' | 'saturated' | 'unknown'
  readonly isEnd: boolean
  /** The eight signs of the code itself. */
  readonly code: string
  readonly comment: string
}

/** What the field uses where an instrument says none (Corning SMF-28 at 1550 nm). */
const usualIndex = 1.4682
const lightMPerS = 299_792_458
/** Times of travel are in tenths of a nanosecond, one way. */
const tick = 1e-10

export function readSor(bytes: Uint8Array): SorTrace | Unread {
  const blocks = blocksOf(bytes)
  if ('unread' in blocks) return blocks
  try {
    return traceIn(bytes, blocks)
  } catch (error) {
    // The reader of bytes throws where a block ends before its fields.
    if (error instanceof RangeError)
      return damaged('sebuah blok lebih pendek dari isinya', 'a block is shorter than what is in it')
    throw error
  }
}

function traceIn(bytes: Uint8Array, blocks: Blocks): SorTrace | Unread {
  const [general, supplier, fixed, events] = ['GenParams', 'SupParams', 'FxdParams', 'KeyEvents'].map(name =>
    blocks.byName.get(name),
  )
  if (fixed === undefined || events === undefined)
    return unread(
      'berkas SOR ini tidak memuat parameter atau kejadiannya (FxdParams, KeyEvents)',
      'this SOR file holds no parameters or no events (FxdParams, KeyEvents)',
    )
  const made = supplierOf(bytes, supplier)
  const checksum = crcFault(bytes, blocks, made.supplier)
  if (typeof checksum === 'object') return checksum
  const shot = fixedOf(bytes, fixed, blocks.format)
  if ('unread' in shot) return shot
  const named = generalOf(bytes, general, blocks.format)
  const metresPerTick = (tick * lightMPerS) / (shot.groupIndex ?? usualIndex)
  const found = eventsOf(bytes, events, blocks.format, metresPerTick)
  if ('unread' in found) return found
  const points = pointsOf(bytes, blocks)
  if (points !== undefined && points !== shot.points)
    return damaged('banyaknya titik kurva tidak cocok', 'its numbers of points of the curve do not agree')
  const known = ['GenParams', 'SupParams', 'FxdParams', 'KeyEvents', 'LnkParams', 'DataPts', 'Cksum']
  return {
    format: blocks.format,
    ...made,
    ...named,
    ...shot,
    wavelengthNm: shot.wavelengthNm ?? named.wavelengthNm,
    userOffsetM: round(named.userOffset * metresPerTick),
    ...found,
    unknownBlocks: [...blocks.byName.keys()].filter(name => !known.includes(name)),
    checksum,
  }
}

function damaged(id: string, en: string): Unread {
  return unread(`berkas SOR ini rusak: ${id}`, `this SOR file is damaged: ${en}`)
}

function supplierOf(bytes: Uint8Array, block: Block | undefined): Pick<SorTrace, 'supplier' | 'model' | 'software'> {
  if (block === undefined) return { supplier: '', model: '', software: '' }
  const from = at(bytes, block)
  const [supplier = '', model = '', , module = '', , software = ''] = Array.from({ length: 7 }, () => from.text())
  return { supplier, model: [model, module].filter(each => each !== '').join(' '), software }
}

interface General extends Pick<SorTrace, 'cableId' | 'fiberId' | 'locationA' | 'locationB' | 'comment'> {
  readonly wavelengthNm: number
  readonly userOffset: number
}

function generalOf(bytes: Uint8Array, block: Block | undefined, format: 1 | 2): General {
  if (block === undefined)
    return { cableId: '', fiberId: '', locationA: '', locationB: '', comment: '', wavelengthNm: 0, userOffset: 0 }
  const from = at(bytes, block)
  from.skip(2)
  const [cableId, fiberId] = [from.text(), from.text()]
  if (format === 2) from.skip(2)
  const wavelengthNm = from.u16()
  const [locationA, locationB] = [from.text(), from.text()]
  // The cable's code, and whether it is as built.
  from.text()
  from.skip(2)
  const userOffset = from.i32()
  if (format === 2) from.skip(4)
  // The operator is a person, whom nobody asked.
  from.text()
  return { cableId, fiberId, locationA, locationB, wavelengthNm, userOffset, comment: from.text() }
}

interface Fixed extends Pick<SorTrace, 'shotAt' | 'isReversed' | 'groupIndex' | 'pulseNs' | 'points'> {
  readonly wavelengthNm: number | undefined
}

function fixedOf(bytes: Uint8Array, block: Block, format: 1 | 2): Fixed | Unread {
  const from = at(bytes, block)
  const seconds = from.u32()
  from.skip(2)
  const wavelength = from.u16()
  from.skip(format === 2 ? 8 : 4)
  const widths = from.u16()
  if (widths < 1 || widths > 100) return damaged(`${widths} lebar pulsa`, `${widths} pulse widths`)
  const pulses = Array.from({ length: widths }, () => from.u16())
  from.skip(4 * widths)
  const points = Array.from({ length: widths }, () => from.u32())
  const index = from.u32() / 100_000
  if (index !== 0 && !(index > 1.3 && index < 1.7)) return damaged(`indeks bias ${index}`, `an index of ${index}`)
  from.skip(format === 2 ? 32 : 26)
  const type = format === 2 && from.left() >= 2 ? from.signs(2) : 'ST'
  return {
    shotAt: seconds === 0 ? undefined : seconds,
    isReversed: type === 'RT',
    // Tenths of a nanometre; some instruments write whole ones.
    wavelengthNm: wavelength === 0 ? undefined : wavelength < 5000 ? wavelength : wavelength / 10,
    groupIndex: index === 0 ? undefined : index,
    pulseNs: Math.max(...pulses),
    points: points.reduce((sum, each) => sum + each, 0),
  }
}

function eventsOf(
  bytes: Uint8Array,
  block: Block,
  format: 1 | 2,
  metresPerTick: number,
): Pick<SorTrace, 'events' | 'totalLossDb'> | Unread {
  const from = at(bytes, block)
  const count = from.u16()
  const events = Array.from({ length: count }, (): SorEvent => {
    const [number, ticks] = [from.u16(), from.i32()]
    from.skip(2)
    const [lossDb, reflection, code] = [from.i16() / 1000, from.i32() / 1000, from.signs(8)]
    if (format === 2) from.skip(20)
    return {
      number,
      atM: round(ticks * metresPerTick),
      lossDb,
      reflectanceDb: reflection === 0 ? undefined : reflection,
      kind: kinds[code.charAt(0)] ?? 'unknown',
      isEnd: /^.[ED]/.test(code),
      code,
      comment: from.text(),
    }
  })
  const totalLossDb = from.i32() / 1000
  const late = events.find(({ atM }, i) => atM < (events[i - 1]?.atM ?? Number.NEGATIVE_INFINITY))
  if (late !== undefined)
    return damaged(
      `kejadian ${late.number} mendahului yang sebelumnya`,
      `event ${late.number} lies before the one before it`,
    )
  return { events, totalLossDb }
}

const kinds: Readonly<Record<string, SorEvent['kind']>> = { '0': 'loss', '1': 'reflection', '2': 'saturated' }

function pointsOf(bytes: Uint8Array, { byName }: Blocks): number | undefined {
  const block = byName.get('DataPts')
  return block === undefined ? undefined : at(bytes, block).u32()
}

function round(metres: number): number {
  return Number(metres.toFixed(3))
}
