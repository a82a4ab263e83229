/**
 * The limit to test at the receiving end: a power budget, from which penalties are still to be taken, or a channel insertion loss, from
 * which they are not. `datasheet`: the class has no figures of its own, every maker's sheet says others.
 */
export type OpticLimit =
  | { readonly kind: 'budget'; readonly db: number; readonly penaltyDb: number }
  | { readonly kind: 'insertion-loss'; readonly db: number }
  | { readonly kind: 'datasheet' }

/** Optics classes (`practice.md` A3 of the design notes lists the sources). Powers in dBm, budgets in dB. */
export interface Optic {
  readonly id: string
  readonly speedMbps: number
  readonly strands: 1 | 2
  readonly transmitNm: number
  readonly receiveNm: number
  readonly transmitDbm?: { readonly min: number; readonly max: number }
  readonly receiveDbm?: { readonly sensitivity: number; readonly overload?: number }
  readonly limit: OpticLimit
  /** Loss below which the maker asks for an attenuator. */
  readonly leastLossDb?: number
  readonly reachKm: number
  /** The class that must stand at the other end. */
  readonly mate: string
  readonly source: string
  readonly verified: boolean
}

const table: readonly Optic[] = [
  { id: 'lx', speedMbps: 1000, strands: 2, transmitNm: 1310, receiveNm: 1310, transmitDbm: { min: -11, max: -3 }, receiveDbm: { sensitivity: -19, overload: -3 }, limit: { kind: 'budget', db: 8, penaltyDb: 2 }, reachKm: 5, mate: 'lx', source: 'Nokia 1850 documentation', verified: true },
  { id: 'lx10', speedMbps: 1000, strands: 2, transmitNm: 1310, receiveNm: 1310, transmitDbm: { min: -9, max: -3 }, receiveDbm: { sensitivity: -19, overload: -3 }, limit: { kind: 'insertion-loss', db: 6 }, reachKm: 10, mate: 'lx10', source: 'IEEE 802.3 clause 59', verified: false },
  { id: 'bx10-u', speedMbps: 1000, strands: 1, transmitNm: 1310, receiveNm: 1490, transmitDbm: { min: -9, max: -3 }, receiveDbm: { sensitivity: -19.5, overload: -3 }, limit: { kind: 'insertion-loss', db: 5.5 }, reachKm: 10, mate: 'bx10-d', source: 'IEEE 802.3 clause 59; wavelengths: Juniper', verified: false },
  { id: 'bx10-d', speedMbps: 1000, strands: 1, transmitNm: 1490, receiveNm: 1310, transmitDbm: { min: -9, max: -3 }, receiveDbm: { sensitivity: -19.5, overload: -3 }, limit: { kind: 'insertion-loss', db: 6 }, reachKm: 10, mate: 'bx10-u', source: 'IEEE 802.3 clause 59; wavelengths: Juniper', verified: false },
  { id: 'bx20-u', speedMbps: 1000, strands: 1, transmitNm: 1310, receiveNm: 1490, transmitDbm: { min: -9, max: -3 }, receiveDbm: { sensitivity: -22, overload: -3 }, limit: { kind: 'budget', db: 13, penaltyDb: 1 }, reachKm: 20, mate: 'bx20-d', source: 'MRV SFP-GD-BX34xx data sheet', verified: true },
  { id: 'bx20-d', speedMbps: 1000, strands: 1, transmitNm: 1490, receiveNm: 1310, transmitDbm: { min: -9, max: -3 }, receiveDbm: { sensitivity: -22, overload: -3 }, limit: { kind: 'budget', db: 13, penaltyDb: 1 }, reachKm: 20, mate: 'bx20-u', source: 'MRV SFP-GD-BX34xx data sheet', verified: true },
  { id: 'zx', speedMbps: 1000, strands: 2, transmitNm: 1550, receiveNm: 1550, limit: { kind: 'budget', db: 23, penaltyDb: 0 }, leastLossDb: 8, reachKm: 70, mate: 'zx', source: 'Cisco SFP data sheet (a pad below 8 dB of loss)', verified: true },
  { id: 'lr', speedMbps: 10_000, strands: 2, transmitNm: 1310, receiveNm: 1310, transmitDbm: { min: -8.2, max: 0.5 }, receiveDbm: { sensitivity: -14.4, overload: 0.5 }, limit: { kind: 'insertion-loss', db: 6.2 }, reachKm: 10, mate: 'lr', source: 'IEEE 802.3 clause 52, as quoted in ieee802.org 100GNGOPTX 583/584', verified: true },
  { id: 'er', speedMbps: 10_000, strands: 2, transmitNm: 1550, receiveNm: 1550, transmitDbm: { min: -4.7, max: 4 }, receiveDbm: { sensitivity: -15.8, overload: -1 }, limit: { kind: 'insertion-loss', db: 10.9 }, reachKm: 30, mate: 'er', source: 'IEEE 802.3 clause 52; powers not re-read', verified: false },
  { id: 'bx20-b-u', speedMbps: 1000, strands: 1, transmitNm: 1310, receiveNm: 1490, transmitDbm: { min: -7, max: 0 }, receiveDbm: { sensitivity: -20, overload: -3 }, limit: { kind: 'budget', db: 13, penaltyDb: 1 }, reachKm: 20, mate: 'bx20-b-d', source: 'MRV SFP-GD-BX34 data sheet', verified: true },
  { id: 'bx20-b-d', speedMbps: 1000, strands: 1, transmitNm: 1490, receiveNm: 1310, transmitDbm: { min: -7, max: 0 }, receiveDbm: { sensitivity: -20, overload: -3 }, limit: { kind: 'budget', db: 13, penaltyDb: 1 }, reachKm: 20, mate: 'bx20-b-u', source: 'MRV SFP-GD-BX34 data sheet', verified: true },
  { id: 'bx40-u', speedMbps: 1000, strands: 1, transmitNm: 1310, receiveNm: 1550, limit: { kind: 'datasheet' }, reachKm: 40, mate: 'bx40-d', source: 'no standard and no common figures: a data sheet is required', verified: false },
  { id: 'bx40-d', speedMbps: 1000, strands: 1, transmitNm: 1550, receiveNm: 1310, limit: { kind: 'datasheet' }, reachKm: 40, mate: 'bx40-u', source: 'no standard and no common figures: a data sheet is required', verified: false },
  { id: 'bidi10g-10-u', speedMbps: 10_000, strands: 1, transmitNm: 1270, receiveNm: 1330, transmitDbm: { min: -5, max: 0 }, receiveDbm: { sensitivity: -14 }, limit: { kind: 'budget', db: 9, penaltyDb: 2 }, reachKm: 10, mate: 'bidi10g-10-d', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
  { id: 'bidi10g-10-d', speedMbps: 10_000, strands: 1, transmitNm: 1330, receiveNm: 1270, transmitDbm: { min: -5, max: 0 }, receiveDbm: { sensitivity: -14 }, limit: { kind: 'budget', db: 9, penaltyDb: 2 }, reachKm: 10, mate: 'bidi10g-10-u', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
  { id: 'bidi10g-20-u', speedMbps: 10_000, strands: 1, transmitNm: 1270, receiveNm: 1330, transmitDbm: { min: -2, max: 3 }, receiveDbm: { sensitivity: -14 }, limit: { kind: 'budget', db: 12, penaltyDb: 2 }, reachKm: 20, mate: 'bidi10g-20-d', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
  { id: 'bidi10g-20-d', speedMbps: 10_000, strands: 1, transmitNm: 1330, receiveNm: 1270, transmitDbm: { min: -2, max: 3 }, receiveDbm: { sensitivity: -14 }, limit: { kind: 'budget', db: 12, penaltyDb: 2 }, reachKm: 20, mate: 'bidi10g-20-u', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
  { id: 'bidi10g-40-u', speedMbps: 10_000, strands: 1, transmitNm: 1270, receiveNm: 1330, transmitDbm: { min: 1, max: 5 }, receiveDbm: { sensitivity: -17 }, limit: { kind: 'budget', db: 18, penaltyDb: 2 }, reachKm: 40, mate: 'bidi10g-40-d', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
  { id: 'bidi10g-40-d', speedMbps: 10_000, strands: 1, transmitNm: 1330, receiveNm: 1270, transmitDbm: { min: 1, max: 5 }, receiveDbm: { sensitivity: -17 }, limit: { kind: 'budget', db: 18, penaltyDb: 2 }, reachKm: 40, mate: 'bidi10g-40-u', source: 'HDV data sheet; its penalty is not told, 2 dB are taken', verified: false },
]

export const optics: ReadonlyMap<string, Optic> = new Map(table.map(optic => [optic.id, optic]))
