import type { Plan, RouterPlan } from '../../plan/plan.ts'
import type { Bgp, FibreLink, Management, Segment, Tunnel, Underlay, UplinkIntent } from '../intent.ts'

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
