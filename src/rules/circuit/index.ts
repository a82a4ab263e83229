import type { AnyRule } from '../define.ts'
import { bandwidthOverPort } from './bandwidth-over-port.ts'
import { changeAstray } from './change-astray.ts'
import { circuitEnded } from './circuit-ended.ts'
import { circuitWithoutContract } from './circuit-without-contract.ts'
import { contractsOverlap } from './contracts-overlap.ts'
import { endsOfService } from './ends-of-service.ts'
import { handoffVlanTwice } from './handoff-vlan-twice.ts'
import { primaryBesideFibre } from './primary-beside-fibre.ts'
import { providerDiffers } from './provider-differs.ts'
import { providerReferenceTwice } from './provider-reference-twice.ts'
import { refersToRetired } from './refers-to-retired.ts'
import { twoPrimaryCircuits } from './two-primary-circuits.ts'

/** Rules of CKT, by code. */
export const circuitRules: readonly AnyRule[] = [
  circuitWithoutContract,
  contractsOverlap,
  providerReferenceTwice,
  bandwidthOverPort,
  twoPrimaryCircuits,
  handoffVlanTwice,
  providerDiffers,
  endsOfService,
  circuitEnded,
  refersToRetired,
  primaryBesideFibre,
  changeAstray,
]
