import type { AnyRule } from '../define.ts'
import { aggregateUnusable } from './aggregate-unusable.ts'
import { addressTaken } from './address-taken.ts'
import { malformedAddress } from './malformed-address.ts'
import { natPoolOverlap } from './nat-pool-overlap.ts'
import { natPoolTakesAddress } from './nat-pool-takes-address.ts'
import { pinOutsidePool } from './pin-outside-pool.ts'
import { poolExhausted } from './pool-exhausted.ts'
import { poolNearlyFull } from './pool-nearly-full.ts'
import { poolOutsideAggregate } from './pool-outside-aggregate.ts'
import { poolOverlap } from './pool-overlap.ts'
import { segmentOutgrown } from './segment-outgrown.ts'
import { vlanTwice } from './vlan-twice.ts'

/** Rules of ADR, by code. */
export const addressingRules: readonly AnyRule[] = [
  poolOverlap,
  pinOutsidePool,
  segmentOutgrown,
  poolNearlyFull,
  poolExhausted,
  malformedAddress,
  poolOutsideAggregate,
  addressTaken,
  vlanTwice,
  natPoolOverlap,
  natPoolTakesAddress,
  aggregateUnusable,
]
