import type { Filter } from '../intent.ts'
import { addressSetsOf, interfaceSetsOf } from './filter-sets.ts'
import { forwardRules } from './forward-rules.ts'
import { inputRules } from './input-rules.ts'
import type { PolicyInput } from './policy-input.ts'
import { sourceChecks } from './source-checks.ts'

/**
 * The filters of a router. Zones are known by their aggregate pools and by the interfaces of this router, never by a
 * list of sites. A zone's rules act at the router that owns the segment; what comes over the backbone is judged again
 * where it leaves.
 */
export function filterOf(input: PolicyInput): Filter {
  return {
    interfaceSets: interfaceSetsOf(input),
    addressSets: addressSetsOf(input),
    sourceChecks: sourceChecks(input),
    input: inputRules(input),
    forward: forwardRules(input),
  }
}
