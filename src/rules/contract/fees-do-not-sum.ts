import { covers, isReversed } from '../../model/days.ts'
import type { Bought, Contract, Network } from '../../model/network.ts'
import { contractValueOf } from '../../money/invoices.ts'
import { deductedBy, dueOf, paymentsOf } from '../../money/paid.ts'
import { stagesOf, type Stage } from '../../money/stages.ts'
import { inside, type Place } from '../../source/source.ts'
import { contractsAstray, isAnyBegunByChange } from '../circuit/coverage.ts'
import { rule } from '../define.ts'
import { counted, rupiah } from '../../words/figures.ts'
import { things } from '../../words/things.ts'
import { agrees, comesToItsPrice, withChangesOn, withEdge } from './agreement.ts'
import { annexDifferences } from './annex.ts'
import { boughtUnder, isWhole } from './boughts.ts'
import { growthOf } from './growth.ts'
import { changesUnder, misdatedIn } from './misdated.ts'
import { listsDiffer } from './price-list.ts'

export const feesDoNotSum = rule({
  code: 'KTR009',
  name: 'fees-do-not-sum',
  severity: 'error',
  title: { id: 'Biaya sirkuit tidak berjumlah harga kontrak', en: "Circuits' fees do not add up to the price" },
  *check({ network, plan: { asOf } }) {
    if (!isWhole(network) || isAnyBegunByChange(network)) return
    for (const contract of network.contracts.values()) {
      const bought = boughtUnder(network, contract)
      if (bought.length === 0 || hasFindingOfItsOwn(network, contract, bought, asOf)) continue
      for (const stage of stagesOf(network, contract)) {
        const { price, at, lines, addendum } = stage
        // More than the law lets an addendum add is what is wrong with its price.
        const isOverTenth = addendum !== undefined && growthOf(network, contract)?.number === addendum
        if (price === undefined || comesToItsPrice(contract, stage) || isOverTenth) continue
        const { exclPpnRupiah: sum, ppnAtOnceRupiah } = contractValueOf(contract, lines)
        const stated = price.exclPpnRupiah
        const count = new Set(lines.map(line => line.bought.id)).size
        yield {
          at: placeOf(network, contract, stage) ?? inside(at, 'price', 'exclPpnRupiah'),
          about: [contract, ...bought],
          facts: { contract: contract.id, addendum, price: stated, sum, withPpn: sum + ppnAtOnceRupiah, count },
        }
        break
      }
    }
  },
  message: ({ contract, addendum, price, sum, count }) => ({
    id:
      `harga kontrak ${contract}${addendum === undefined ? '' : ` menurut adendum ${addendum}`} ` +
      `${rupiah(price).id} tanpa PPN, tetapi biaya ${counted(count, things.circuit).id} selama masanya berjumlah ` +
      `${rupiah(sum).id}, ${rupiah(Math.abs(sum - price)).id} lebih ${sum > price ? 'banyak' : 'sedikit'}`,
    en:
      `contract ${contract} costs ${rupiah(price).en} without ` +
      `PPN${addendum === undefined ? '' : ` by addendum ${addendum}`}, ` +
      `yet the fees of ${counted(count, things.circuit).en} over its period add up to ${rupiah(sum).en}, ` +
      `${rupiah(Math.abs(sum - price)).en} ${sum > price ? 'more' : 'less'}`,
  }),
  hint: ({ sum, withPpn }) => ({
    id:
      'biaya sebulan × bulan + biaya sekali (once_rupiah) harus sama dengan harga; ' +
      'bulan yang tidak penuh dihitung per hari; ' +
      `kalau biayanya benar, harganya ${rupiah(sum).id}, dengan PPN ${rupiah(withPpn).id}; ` +
      'harga yang berubah di tengah kontrak ditulis di changes pada sirkuitnya dan di addenda',
    en:
      'monthly fee × months + what is paid once (once_rupiah) must be the price; a begun month counts by its days; ' +
      `if the fees are right, the price is ${rupiah(sum).en}, with PPN ${rupiah(withPpn).en}; ` +
      'a price that changes in mid-contract is written under changes of its circuit and under addenda',
  }),
})

/**
 * Where one figure of a circuit explains it all: days that end before the contract's, or the only fee, where what was
 * paid contradicts it too.
 */
function placeOf(network: Network, contract: Contract, stage: Stage): Place | undefined {
  const bought = boughtUnder(network, contract)
  const change = changeAtBeginning(network, contract)
  if (change !== undefined) return change
  for (const one of bought)
    for (const side of ['from', 'to'] as const)
      if (
        one.declared.period[side] !== contract.period[side] &&
        agrees(withEdge(network, contract, one, side), contract)
      )
        return inside(one.origin, 'period', side)
  const [line, ...others] = stage.lines
  if (line === undefined || others.length > 0 || contract.declared.onceRupiah > 0) return undefined
  const isPaidOtherwise = (paymentsOf(network).get(contract.id) ?? []).some(
    payment => payment.declared.invoice.exclPpnRupiah !== dueOf(network, payment) - deductedBy(payment),
  )
  return isPaidOtherwise ? line.term.at('monthlyRupiah') : undefined
}

/**
 * The day of a change that would explain it all, did it lie on the contract's first one: a renewal at another price
 * begins with its contract.
 */
function changeAtBeginning(network: Network, contract: Contract): Place | undefined {
  const { from: begins } = contract.period
  return [...changesUnder(network, contract)].find(
    ([day]) => day !== begins && agrees(withChangesOn(network, contract, day, begins), contract),
  )?.[1]
}

/**
 * Another number of circuits, another price list, or a period that cannot be right has been reported, and the sum
 * follows from it.
 */
function hasFindingOfItsOwn(network: Network, contract: Contract, bought: readonly Bought[], asOf: string): boolean {
  if (isReversed(contract.period) || bought.some(({ declared }) => isReversed(declared.period))) return true
  if (bought.some(({ active, declared }) => active && !covers(declared.period, asOf))) return true
  if (contractsAstray(network).has(contract.id) || listsDiffer(network, contract)) return true
  if (misdatedIn(network, contract) !== undefined) return true
  return stagesOf(network, contract).some(stage => annexDifferences(stage).length > 0)
}
