import type { Network } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import type { Artifact } from './artifact.ts'
import { claimDocuments } from './claims/claims.ts'
import { contracts } from './contracts/contracts.ts'
import { ipPlan } from './ip-plan/ip-plan.ts'
import { buildOrLeaseDocuments } from './money/build-or-lease.ts'
import { moneyDocuments } from './money/money.ts'
import { nocDocuments } from './noc/noc.ts'
import { plantDocuments } from './plant/plant-documents.ts'
import { registerDocuments } from './registers/registers.ts'
import { resilienceDocuments } from './resilience/resilience.ts'
import { inForm } from './tables/artifacts.ts'
import type { Stamp } from './tables/xlsx.ts'
import { topology } from './topology/topology.ts'

/**
 * What people and other programs read about the network: address plan, contract records, money, registers, topology,
 * fibre plant, what fails with what. Only money, registers and the feet of workbooks say the day that they hold for.
 */
export function documents(network: Network, plan: Plan, hashOf: (paths: readonly string[]) => string): Artifact[] {
  const stamp = ({ sources }: Artifact): Stamp => ({ asOf: plan.asOf, filesHash: hashOf(sources?.() ?? []) })
  return [
    ...contracts(network),
    ...moneyDocuments(network, plan),
    ...buildOrLeaseDocuments(network, plan),
    ...claimDocuments(network),
    ...registerDocuments(network, plan),
    ...ipPlan(network, plan),
    ...topology(network, plan),
    ...plantDocuments(network, plan),
    ...resilienceDocuments(network, plan),
    ...nocDocuments(network, plan),
  ].map(artifact => inForm(artifact, { csv: network.declared.csv, stamp }))
}
