import type { Bought, Contract, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { boughtOf } from '../circuit/bought.ts'
import { mayHide } from '../missing.ts'

/** All of what it pays for is known: nothing that was bought failed to load. */
export function isWhole(network: Network): boolean {
  return !mayHide(network, 'circuit', 'uplink')
}

/** Circuits and uplinks that a contract pays for; what is retired no longer counts. */
export function boughtUnder({ index }: Network, contract: Contract): Bought[] {
  return (index.boughtOfContract.get(contract.id) ?? []).filter(({ declared }) => declared.status !== 'retired')
}

/** Providers from whom something active is bought without a contract. */
export function providersWithUnowned(network: Network): ReadonlySet<string> {
  const unowned = boughtOf(network).filter(
    ({ declared, contracts }) => declared.status === 'active' && contracts.length === 0,
  )
  return new Set(unowned.map(({ provider }) => provider.id))
}

export function contractIdPlace({ origin }: Contract): Place {
  return inside(origin, 'contract')
}
