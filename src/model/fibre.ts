/**
 * Constants of glass and of the work on it, each with where it was read. `read`: in the source named; `known`: from the
 * standard or from practice, not re-read; `tried`: calculated or measured by us. Replace them by the data sheet of what
 * was bought, in the cable type.
 */
interface Constant {
  readonly value: number
  readonly source: string
  readonly mark: 'read' | 'known' | 'tried'
}

/** `design` is the worst case that a link must survive, `typical` what a good installation measures. */
export type Profile = 'design' | 'typical'

interface Pair {
  readonly design: Constant
  readonly typical: Constant
}

export const spliceLossDb: Pair = {
  design: { value: 0.15, source: 'FOA loss budget, fusion splice (ceiling of TIA and ISO: 0.30)', mark: 'read' },
  typical: { value: 0.05, source: 'ISO 11801 slide deck: 0.05 to 0.10', mark: 'read' },
}

/** No fusion splice that is left as it is loses more. */
export const spliceCeilingDb: Constant = { value: 0.3, source: 'ceiling of TIA-568 and ISO/IEC 11801', mark: 'known' }

/** A pigtail is spliced indoors, from the factory's connector to the cable's core. */
export const pigtailLossDb: Pair = {
  design: {
    value: 0.1,
    source: 'worked example of our practice notes (A5): upper end of the typical 0.05 to 0.10',
    mark: 'known',
  },
  typical: { value: 0.05, source: 'ISO 11801 slide deck: 0.05 to 0.10', mark: 'read' },
}

export const connectorLossDb: Pair = {
  design: { value: 0.5, source: 'FOA single-mode default; Juniper sample calculation (ceiling: 0.75)', mark: 'read' },
  typical: { value: 0.3, source: 'FOA, as measured', mark: 'read' },
}

/**
 * Glass by window, dB/km. A cable type's own figures take the place of `design`; `typical` is never more than those.
 */
export const glassLossDbPerKm: Readonly<Record<'nm1310' | 'nm1490' | 'nm1550', Pair>> = {
  nm1310: {
    design: {
      value: 0.4,
      source: 'ITU-T G.652 (11/2016) table 2, 1310 to 1625 nm; also FOA calculator default',
      mark: 'known',
    },
    typical: { value: 0.35, source: 'common G.652.D data sheets', mark: 'known' },
  },
  nm1490: {
    design: { value: 0.4, source: 'ITU-T G.652 (11/2016) table 2, 1310 to 1625 nm', mark: 'known' },
    typical: {
      value: 0.24,
      source: 'IEEE 802.3 list: 0.2375 at 1550 nm on half of installed links; 1490 nm is near it',
      mark: 'known',
    },
  },
  nm1550: {
    design: { value: 0.3, source: 'ITU-T G.652 (11/2016) table 2, 1530 to 1565 nm', mark: 'known' },
    typical: {
      value: 0.22,
      source: 'FOA default 0.2; IEEE 802.3 list 0.2375 on half of installed links',
      mark: 'read',
    },
  },
}

/** From 1300 nm down the scattering grows: added to the figure at 1310 nm for the 1270 nm channel. */
export const below1300DbPerKm: Constant = {
  value: 0.07,
  source: 'ITU-T G.652, note on extending to 1260 nm',
  mark: 'known',
}

/** Group index of refraction where the cable type has none. */
export const groupIndex: Readonly<Record<'nm1310' | 'nm1550', Constant>> = {
  nm1310: { value: 1.4676, source: 'SMF-28 family data sheet', mark: 'known' },
  nm1550: { value: 1.4682, source: 'SMF-28 family data sheet; found in OTDR exports', mark: 'read' },
}

export const lightMPerS: Constant = { value: 299_792_458, source: 'SI definition', mark: 'read' }

/** What makes a point on the ground uncertain. Shares are of the length that they apply to. */
export const uncertainty = {
  groupIndex: { value: 0.0005, source: 'n_g known to ±0.0005', mark: 'read' },
  helixShare: { value: 0.003, source: 'helix of the real cable not measured: ±0.3 %', mark: 'known' },
  /** Of the stretch to the nearest place whose mark was read. */
  markedShare: { value: 0.005, source: 'installation factor varies between two read marks', mark: 'known' },
  /** Of the stretch from the cable's nearer end, where no mark was read. */
  drawnShare: { value: 0.01, source: 'sheath lengths derived from a drawn line only', mark: 'known' },
  surveyM: { value: 5, source: 'point taken with a hand-held receiver', mark: 'known' },
  pulseNs: { value: 100, source: 'pulse that is common up to 20 km, where the record does not say', mark: 'known' },
} as const satisfies Readonly<Record<string, Constant>>
