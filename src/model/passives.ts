import type { StructureDeclaration } from './plant-file.ts'
import type { Profile } from './fibre.ts'

/**
 * dB that a passive device takes from the light that goes through one of its ports: `design` at most, `typical` as
 * usual.
 */
export type DeviceLoss = Readonly<Record<Profile, number>>

interface Row extends DeviceLoss {
  readonly source: string
  readonly mark: 'read' | 'known'
}

/** Planar splitters by number of outputs: the ideal 10 log10(N) and what the device adds. */
const planar: Readonly<Record<number, Row>> = {
  2: { design: 4, typical: 3.6, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
  4: { design: 7.3, typical: 7, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
  8: { design: 10.5, typical: 10.1, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
  16: { design: 13.7, typical: 13.2, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
  32: { design: 16.9, typical: 16.3, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
  64: { design: 20.5, typical: 19.8, source: 'PLC data sheets, after Telcordia GR-1209', mark: 'known' },
}

/** What a fused coupler takes beside its ratio. */
const coupler: Row = { design: 0.3, typical: 0.1, source: 'excess loss of fused couplers, data sheets', mark: 'known' }

/** By number of channels, up to which the row holds. */
const multiplexers: Readonly<Record<'cwdm' | 'dwdm', readonly (Row & { readonly upTo: number })[]>> = {
  cwdm: [
    { upTo: 4, design: 1.6, typical: 1.2, source: 'thin-film CWDM modules, data sheets', mark: 'known' },
    { upTo: 8, design: 2.5, typical: 1.8, source: 'thin-film CWDM modules, data sheets', mark: 'known' },
    { upTo: 18, design: 4.5, typical: 3.5, source: 'thin-film CWDM modules, data sheets', mark: 'known' },
  ],
  dwdm: [
    { upTo: 8, design: 3.5, typical: 2.8, source: 'thin-film DWDM modules, data sheets', mark: 'known' },
    { upTo: 96, design: 5.5, typical: 4.5, source: 'arrayed waveguide gratings, data sheets', mark: 'known' },
  ],
}

/**
 * Undefined for what is no passive device, and for a port that it does not have. What its maker or a meter said wins.
 */
export function deviceLoss({ splitter, multiplexer }: StructureDeclaration, port: number): DeviceLoss | undefined {
  if (splitter !== undefined) {
    const { form, outputs, tapPercent = 50, lossDb } = splitter
    if (port > outputs) return undefined
    if (lossDb !== undefined) return { design: lossDb, typical: lossDb }
    if (form === 'plc') return planar[outputs]
    // -10 log10 of the share, ITU-T G.671.
    const share = (port === 1 ? 100 - tapPercent : tapPercent) / 100
    const ratioDb = -10 * Math.log10(share)
    return { design: ratioDb + coupler.design, typical: ratioDb + coupler.typical }
  }
  if (multiplexer === undefined || port > multiplexer.channelsNm.length) return undefined
  const { grid, channelsNm, lossDb } = multiplexer
  if (lossDb !== undefined) return { design: lossDb, typical: lossDb }
  return multiplexers[grid].find(({ upTo }) => channelsNm.length <= upTo) ?? multiplexers[grid].at(-1)
}

export function isPassive({ kind }: Pick<StructureDeclaration, 'kind'>): boolean {
  return kind === 'splitter' || kind === 'multiplexer'
}

/** Wavelength of a port of a multiplexer. */
export function channelNm({ multiplexer }: StructureDeclaration, port: number): number | undefined {
  return multiplexer?.channelsNm[port - 1]
}
