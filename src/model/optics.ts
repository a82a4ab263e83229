import { channelOptics } from './channel-optics.ts'
import type { OpticDeclaration } from './type-file.ts'

/**
 * The limit to test at the receiving end: a power budget, from which penalties are still to be taken, or a channel
 * insertion loss, from which they are not. `datasheet`: the class has no figures of its own, every maker's sheet says
 * others.
 */
type OpticLimit =
  | { readonly kind: 'budget'; readonly db: number; readonly penaltyDb: number }
  | { readonly kind: 'insertion-loss'; readonly db: number }
  | { readonly kind: 'datasheet' }

/** A class of optics, of the catalogue or of a file in `types/`, which are written alike. */
export interface Optic
  extends Omit<
    OpticDeclaration,
    'optic' | 'mate' | 'budgetDb' | 'penaltyDb' | 'insertionLossDb' | 'transmitDbm' | 'receiveDbm' | 'leastLossDb'
  > {
  readonly id: string
  readonly transmitDbm?: { readonly min: number; readonly max: number }
  readonly receiveDbm?: { readonly sensitivity: number; readonly overload?: number | undefined }
  readonly limit: OpticLimit
  /** Loss below which the maker asks for an attenuator. */
  readonly leastLossDb?: number
  /** The class that must stand at the other end. */
  readonly mate: string
}

/** A declaration of the catalogue or of `types/` as what is reckoned with. */
export function opticFrom(declared: OpticDeclaration): Optic {
  const { optic: id, mate = id, budgetDb, penaltyDb, insertionLossDb, transmitDbm, receiveDbm, ...rest } = declared
  const { speedMbps, strands, transmitNm, receiveNm, leastLossDb, reachKm, source, verified } = rest
  const limit: OpticLimit =
    budgetDb !== undefined
      ? { kind: 'budget', db: budgetDb, penaltyDb: penaltyDb ?? 0 }
      : insertionLossDb === undefined
        ? { kind: 'datasheet' }
        : { kind: 'insertion-loss', db: insertionLossDb }
  return {
    id,
    speedMbps,
    strands,
    transmitNm,
    receiveNm,
    ...(transmitDbm === undefined ? {} : { transmitDbm }),
    ...(receiveDbm === undefined ? {} : { receiveDbm }),
    limit,
    ...(leastLossDb === undefined ? {} : { leastLossDb }),
    reachKm,
    mate,
    source,
    verified,
  }
}

/** `practice.md` A3 of the design notes lists the sources. */
const table: readonly OpticDeclaration[] = [
  {
    optic: 'lx',
    speedMbps: 1000,
    strands: 2,
    transmitNm: 1310,
    receiveNm: 1310,
    transmitDbm: { min: -11, max: -3 },
    receiveDbm: { sensitivity: -19, overload: -3 },
    budgetDb: 8,
    penaltyDb: 2,
    reachKm: 5,
    mate: 'lx',
    source: 'Nokia 1850 documentation',
    verified: true,
  },
  {
    optic: 'lx10',
    speedMbps: 1000,
    strands: 2,
    transmitNm: 1310,
    receiveNm: 1310,
    transmitDbm: { min: -9, max: -3 },
    receiveDbm: { sensitivity: -19, overload: -3 },
    insertionLossDb: 6,
    reachKm: 10,
    mate: 'lx10',
    source: 'IEEE 802.3 clause 59',
    verified: false,
  },
  {
    optic: 'bx10-u',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1310,
    receiveNm: 1490,
    transmitDbm: { min: -9, max: -3 },
    receiveDbm: { sensitivity: -19.5, overload: -3 },
    insertionLossDb: 5.5,
    reachKm: 10,
    mate: 'bx10-d',
    source: 'IEEE 802.3 clause 59; wavelengths: Juniper',
    verified: false,
  },
  {
    optic: 'bx10-d',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1490,
    receiveNm: 1310,
    transmitDbm: { min: -9, max: -3 },
    receiveDbm: { sensitivity: -19.5, overload: -3 },
    insertionLossDb: 6,
    reachKm: 10,
    mate: 'bx10-u',
    source: 'IEEE 802.3 clause 59; wavelengths: Juniper',
    verified: false,
  },
  {
    optic: 'bx20-u',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1310,
    receiveNm: 1490,
    transmitDbm: { min: -9, max: -3 },
    receiveDbm: { sensitivity: -22, overload: -3 },
    budgetDb: 13,
    penaltyDb: 1,
    reachKm: 20,
    mate: 'bx20-d',
    source: 'MRV SFP-GD-BX34xx data sheet',
    verified: true,
  },
  {
    optic: 'bx20-d',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1490,
    receiveNm: 1310,
    transmitDbm: { min: -9, max: -3 },
    receiveDbm: { sensitivity: -22, overload: -3 },
    budgetDb: 13,
    penaltyDb: 1,
    reachKm: 20,
    mate: 'bx20-u',
    source: 'MRV SFP-GD-BX34xx data sheet',
    verified: true,
  },
  {
    optic: 'zx',
    speedMbps: 1000,
    strands: 2,
    transmitNm: 1550,
    receiveNm: 1550,
    budgetDb: 23,
    penaltyDb: 0,
    leastLossDb: 8,
    reachKm: 70,
    mate: 'zx',
    source: 'Cisco SFP data sheet (a pad below 8 dB of loss)',
    verified: true,
  },
  {
    optic: 'lr',
    speedMbps: 10_000,
    strands: 2,
    transmitNm: 1310,
    receiveNm: 1310,
    transmitDbm: { min: -8.2, max: 0.5 },
    receiveDbm: { sensitivity: -14.4, overload: 0.5 },
    insertionLossDb: 6.2,
    reachKm: 10,
    mate: 'lr',
    source: 'IEEE 802.3 clause 52, as quoted in ieee802.org 100GNGOPTX 583/584',
    verified: true,
  },
  {
    optic: 'er',
    speedMbps: 10_000,
    strands: 2,
    transmitNm: 1550,
    receiveNm: 1550,
    transmitDbm: { min: -4.7, max: 4 },
    receiveDbm: { sensitivity: -15.8, overload: -1 },
    insertionLossDb: 10.9,
    reachKm: 30,
    mate: 'er',
    source: 'IEEE 802.3 clause 52; powers not re-read',
    verified: false,
  },
  {
    optic: 'bx20-b-u',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1310,
    receiveNm: 1490,
    transmitDbm: { min: -7, max: 0 },
    receiveDbm: { sensitivity: -20, overload: -3 },
    budgetDb: 13,
    penaltyDb: 1,
    reachKm: 20,
    mate: 'bx20-b-d',
    source: 'MRV SFP-GD-BX34 data sheet',
    verified: true,
  },
  {
    optic: 'bx20-b-d',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1490,
    receiveNm: 1310,
    transmitDbm: { min: -7, max: 0 },
    receiveDbm: { sensitivity: -20, overload: -3 },
    budgetDb: 13,
    penaltyDb: 1,
    reachKm: 20,
    mate: 'bx20-b-u',
    source: 'MRV SFP-GD-BX34 data sheet',
    verified: true,
  },
  {
    optic: 'bx40-u',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1310,
    receiveNm: 1550,
    reachKm: 40,
    mate: 'bx40-d',
    source: 'no standard and no common figures: a data sheet is required',
    verified: false,
  },
  {
    optic: 'bx40-d',
    speedMbps: 1000,
    strands: 1,
    transmitNm: 1550,
    receiveNm: 1310,
    reachKm: 40,
    mate: 'bx40-u',
    source: 'no standard and no common figures: a data sheet is required',
    verified: false,
  },
  {
    optic: 'bidi10g-10-u',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1270,
    receiveNm: 1330,
    transmitDbm: { min: -5, max: 0 },
    receiveDbm: { sensitivity: -14 },
    budgetDb: 9,
    penaltyDb: 2,
    reachKm: 10,
    mate: 'bidi10g-10-d',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
  {
    optic: 'bidi10g-10-d',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1330,
    receiveNm: 1270,
    transmitDbm: { min: -5, max: 0 },
    receiveDbm: { sensitivity: -14 },
    budgetDb: 9,
    penaltyDb: 2,
    reachKm: 10,
    mate: 'bidi10g-10-u',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
  {
    optic: 'bidi10g-20-u',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1270,
    receiveNm: 1330,
    transmitDbm: { min: -2, max: 3 },
    receiveDbm: { sensitivity: -14 },
    budgetDb: 12,
    penaltyDb: 2,
    reachKm: 20,
    mate: 'bidi10g-20-d',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
  {
    optic: 'bidi10g-20-d',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1330,
    receiveNm: 1270,
    transmitDbm: { min: -2, max: 3 },
    receiveDbm: { sensitivity: -14 },
    budgetDb: 12,
    penaltyDb: 2,
    reachKm: 20,
    mate: 'bidi10g-20-u',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
  {
    optic: 'bidi10g-40-u',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1270,
    receiveNm: 1330,
    transmitDbm: { min: 1, max: 5 },
    receiveDbm: { sensitivity: -17 },
    budgetDb: 18,
    penaltyDb: 2,
    reachKm: 40,
    mate: 'bidi10g-40-d',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
  {
    optic: 'bidi10g-40-d',
    speedMbps: 10_000,
    strands: 1,
    transmitNm: 1330,
    receiveNm: 1270,
    transmitDbm: { min: 1, max: 5 },
    receiveDbm: { sensitivity: -17 },
    budgetDb: 18,
    penaltyDb: 2,
    reachKm: 40,
    mate: 'bidi10g-40-u',
    source: 'HDV data sheet; its penalty is not told, 2 dB are taken',
    verified: false,
  },
]

/** The built-in catalogue, written as `types/` is. */
export const opticCatalogue: readonly OpticDeclaration[] = [...table, ...channelOptics]

/** The classes of the catalogue, by id. */
export const optics: ReadonlyMap<string, Optic> = new Map(
  opticCatalogue.map(declared => [declared.optic, opticFrom(declared)]),
)
