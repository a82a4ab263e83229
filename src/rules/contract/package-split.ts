import type { Contract, Network } from '../../model/network.ts'
import { inside } from '../../source/source.ts'
import { grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { listed, rupiah } from '../../words/figures.ts'
import { believedRupiah } from './believed.ts'
import { judgedOn, methodLimitOn } from './methods.ts'

export const packageSplit = rule({
  code: 'KTR019',
  name: 'package-split',
  severity: 'warning',
  title: {
    id: 'Dua pengadaan langsung yang mungkin satu paket',
    en: 'Two direct procurements that may be one package',
  },
  *check({ network }) {
    const limited = [...network.contracts.values()].filter(contract => isWithinLimit(network, contract))
    for (const group of grouped(limited, ({ declared, budget }) => `${declared.method} ${budget.id}`).values()) {
      const last = group.at(-1)
      const limit = last === undefined ? undefined : limitOf(last)
      const sum = group.reduce((total, contract) => total + believedRupiah(network, contract), 0)
      if (last === undefined || limit === undefined || group.length < 2 || sum <= limit) continue
      yield {
        at: inside(last.origin, 'method'),
        about: group,
        facts: { contracts: group.map(({ id }) => id), sum, limit, budget: last.budget.id },
        related: group.slice(0, -1).map(({ id, origin }) => ({
          at: inside(origin, 'method'),
          message: { id: `kontrak ${id}`, en: `contract ${id}` },
        })),
      }
    }
  },
  message: ({ contracts, sum, limit, budget }) => ({
    id:
      `pengadaan langsung ${listed(contracts).id} pada pos ${budget} berjumlah ${rupiah(sum).id}, ` +
      `di atas batas ${rupiah(limit).id}: apakah satu paket yang dipecah?`,
    en:
      `direct procurements ${listed(contracts).en} on budget line ${budget} add up to ${rupiah(sum).en}, ` +
      `above the limit of ${rupiah(limit).en}: one package, split?`,
  }),
  hint: () => ({
    id:
      'paket tidak boleh dipecah untuk menghindari tender (Perpres 16/2018 pasal 20); ' +
      'bila memang dua kebutuhan, catat alasannya di waivers.yaml',
    en:
      'a package may not be split to avoid a tender (Perpres 16/2018 pasal 20); ' +
      'where they are two needs, give the reason in waivers.yaml',
  }),
})

/** Over the limit by itself it has a finding of its own, and the others are asked about without it. */
function isWithinLimit(network: Network, contract: Contract): boolean {
  const limit = limitOf(contract)
  return limit !== undefined && believedRupiah(network, contract) <= limit
}

function limitOf(contract: Contract): number | undefined {
  return methodLimitOn(contract.declared.method, judgedOn(contract))?.upToRupiah
}
