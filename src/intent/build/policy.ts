import type { Plan, RouterPlan } from '../../plan/plan.ts'
import type { Bgp, FibreLink, Filter, Management, Segment, Tunnel, Underlay, UplinkIntent } from '../intent.ts'
import { addressSetsOf, interfaceSetsOf } from './filter-sets.ts'
import { forwardRules } from './forward-rules.ts'
import { inputRules } from './input-rules.ts'
import { sourceChecks } from './source-checks.ts'

/** What a router's filters are made from. */
export interface PolicyInput {
  readonly plan: Plan
  readonly own: RouterPlan
  readonly segments: readonly Segment[]
  readonly fibre: readonly FibreLink[]
  readonly tunnels: readonly Tunnel[]
  readonly underlays: readonly Underlay[]
  readonly uplinks: readonly UplinkIntent[]
  readonly bgp: Bgp | undefined
  readonly management: Management
}

/**
 * The filters of a router. Zones are known by their aggregate pools and by the interfaces of this router, never by a list of
 * sites. A zone's rules act at the router that owns the segment; what comes over the backbone is judged again where it leaves.
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
