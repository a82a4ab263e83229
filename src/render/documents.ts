import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { Artifact } from './artifact.ts'
import { claimDocuments } from './claims/claims.ts'
import { contracts } from './contracts/contracts.ts'
import { ipPlan } from './ip-plan/ip-plan.ts'
import { moneyDocuments } from './money/money.ts'
import { plantDocuments } from './plant/plant-documents.ts'
import { resilienceDocuments } from './resilience/resilience.ts'
import { topology } from './topology/topology.ts'

/** What people and other programs read about the network: address plan, contract records, money, topology, fibre plant, what fails with what. Only money says the day that it holds for. */
export function documents(network: Network, plan: Plan): Artifact[] {
  return [
    ...contracts(network),
    ...moneyDocuments(network, plan),
    ...claimDocuments(network),
    ...ipPlan(network, plan),
    ...topology(network, plan),
    ...plantDocuments(network, plan),
    ...resilienceDocuments(network, plan),
  ]
}
