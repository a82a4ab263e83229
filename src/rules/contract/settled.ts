import { isReversed } from '../../model/days.ts'
import type { Contract, Network } from '../../model/network.ts'
import { hasAddendumReversed } from '../../money/stages.ts'
import { contractsAstray } from '../circuit/coverage.ts'
import { agrees } from './agreement.ts'
import { boughtUnder } from './boughts.ts'
import { listsDiffer } from './price-list.ts'

/**
 * Whether a contract's own days, lists and sums agree: what is paid under one that does not follows from its findings.
 */
export function isSettled(network: Network, contract: Contract): boolean {
  if (hasAddendumReversed(contract)) return false
  if (isReversed(contract.period) || contractsAstray(network).has(contract.id) || listsDiffer(network, contract))
    return false
  if (boughtUnder(network, contract).some(({ declared }) => isReversed(declared.period))) return false
  return agrees(network, contract)
}
