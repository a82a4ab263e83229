import {
  below1300DbPerKm,
  connectorLossDb,
  glassLossDbPerKm,
  pigtailLossDb,
  spliceLossDb,
  type Profile,
} from '../../model/fibre.ts'
import type { DeviceLoss } from '../../model/passives.ts'
import type { CableTypeDeclaration } from '../../model/cable-file.ts'
import type { Loss } from './light-plan.ts'

type GlassType = Pick<CableTypeDeclaration, 'lossDbPerKm' | 'lossMeasured'>

/** What light meets on its way. */
export interface Line {
  readonly glass: readonly { readonly lengthM: number; readonly type: GlassType }[]
  /** Measured loss of each splice; undefined where it was not measured. */
  readonly splicesDb: readonly (number | undefined)[]
  readonly pigtails: number
  readonly connectors: number
  /** Splitters and multiplexers on the way. */
  readonly devices: readonly DeviceLoss[]
}

/**
 * `A = a*L + as*x + ac*y` (ITU-T G.652 appendix I; practice F1): dB/km over the glass, splices, connectors on the line.
 */
export function lossOf(line: Line, nm: number, profile: Profile): number {
  const glass = line.glass.reduce(
    (sum, { lengthM, type }) => sum + (lengthM / 1000) * attenuation(type, nm, profile),
    0,
  )
  const splices = line.splicesDb.reduce<number>((sum, measured) => sum + (measured ?? spliceLossDb[profile].value), 0)
  const devices = line.devices.reduce((sum, device) => sum + device[profile], 0)
  return (
    glass +
    devices +
    splices +
    line.pigtails * pigtailLossDb[profile].value +
    line.connectors * connectorLossDb[profile].value
  )
}

export function lossesOf(line: Line, wavelengths: readonly number[]): Loss[] {
  return wavelengths.map(nm => ({ nm, design: lossOf(line, nm, 'design'), typical: lossOf(line, nm, 'typical') }))
}

/** dB/km: the type's own figure for the window, and typically no more than a common one. */
export function attenuation({ lossDbPerKm, lossMeasured }: GlassType, nm: number, profile: Profile): number {
  const window = windowOf(nm)
  const own = lossDbPerKm[window] ?? lossDbPerKm.nm1310
  const worse = nm < 1300 ? below1300DbPerKm.value : 0
  return (
    (profile === 'design' || lossMeasured === true ? own : Math.min(own, glassLossDbPerKm[window].typical.value)) +
    worse
  )
}

function windowOf(nm: number): 'nm1310' | 'nm1490' | 'nm1550' {
  if (nm < 1400) return 'nm1310'
  return nm < 1530 ? 'nm1490' : 'nm1550'
}
