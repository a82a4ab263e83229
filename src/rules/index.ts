import type { AnyRule } from './define.ts'
import { addressingRules } from './addressing/index.ts'
import { circuitRules } from './circuit/index.ts'
import { contractRules } from './contract/index.ts'
import { documentRules } from './document/index.ts'
import { downtimeRules } from './downtime/index.ts'
import { geoRules } from './geo/index.ts'
import { measurementRules } from './measurement/index.ts'
import { opticalRules } from './optical/index.ts'
import { paymentRules } from './payment/index.ts'
import { peopleRules } from './people/index.ts'
import { plantRules } from './plant/index.ts'
import { resilienceRules } from './resilience/index.ts'
import { routerRules } from './router/index.ts'
import { routingRules } from './routing/index.ts'
import { securityRules } from './security/index.ts'
import { waiverRules } from './waiver/index.ts'
import { worksRules } from './works/index.ts'

/** Every rule, by code. */
export const rules: readonly AnyRule[] = [
  ...addressingRules,
  ...paymentRules,
  ...circuitRules,
  ...documentRules,
  ...geoRules,
  ...downtimeRules,
  ...worksRules,
  ...contractRules,
  ...opticalRules,
  ...peopleRules,
  ...plantRules,
  ...resilienceRules,
  ...routingRules,
  ...routerRules,
  ...securityRules,
  ...measurementRules,
  ...waiverRules,
]
