import type { Reading } from '../../analysis/otdr/reading.ts'

/** Where a cable was cut, and what a crew used to join it again. */
export interface RepairWish {
  readonly cable: string
  /** A structure, or the two between which it was cut. */
  readonly at: readonly string[]
  /** Metre mark of the sheath at the cut. */
  readonly markM?: number | undefined
  readonly reading?: Reading | undefined
  readonly closures: 1 | 2
  /** Sheath of the new piece; with one closure what was taken out of the nearest coil. */
  readonly lengthM: number
  /** Cable type of the new piece; the cable's own where it is not said. */
  readonly type?: string | undefined
  readonly day: string
}

/** What the crew took from the store. */
export interface Material {
  readonly closures: number
  readonly cableM: number
  readonly cableType: string
  readonly splices: number
}
