import type { Bought, Contract } from '../../model/network.ts'
import { common, monthsOf } from '../days.ts'

/** What all that is bought under a contract costs over its period, with what is paid once, in whole rupiah without PPN. */
export function feesUnder(contract: Contract, bought: readonly Bought[]): number {
  return Math.round(bought.reduce((total, one) => total + feesOf(contract, one), contract.declared.onceRupiah))
}

function feesOf(contract: Contract, { declared }: Bought): number {
  const paid = common(contract.declared.period, declared.period)
  return paid === undefined ? 0 : declared.monthlyRupiah * monthsOf(paid)
}
