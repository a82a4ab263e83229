/** Everything that `lab verify` found. */
import type { PrefixReport } from './prefixes.ts'
import type { FailureReport } from './verify-failures.ts'
import type { FloodReport } from './verify-floods.ts'
import type { PowerCutReport } from './verify-power-cut.ts'
import type { SourceReport } from './verify-sources.ts'
import type { ZoneReport } from './verify-zones.ts'

/** What the lab found, part by part. */
export interface LabReport {
  readonly routers: number
  readonly switchedOn: readonly string[]
  readonly vendors: readonly string[]
  readonly prefixes: PrefixReport
  readonly zones: ZoneReport
  readonly sources: SourceReport
  readonly floods: readonly FloodReport[]
  /** Undefined where none could be tried: see `verifyPowerCut`. */
  readonly powerCut: PowerCutReport | undefined
  /** `tested` of all failures that take something down. */
  readonly failures: {
    readonly all: number
    readonly seed: number | undefined
    readonly tested: readonly FailureReport[]
  }
}
