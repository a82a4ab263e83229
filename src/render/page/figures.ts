import type { Bilingual, Diagnostic } from '../../diagnostic/diagnostic.ts'
import { priceNow } from '../../money/stages.ts'
import type { Network } from '../../model/network.ts'
import { things, type Noun } from '../../words/things.ts'
import { bilingual } from '../tables/bilingual.ts'
import { xmlText } from '../text/escape.ts'
import { grouped, rupiahText } from '../text/numbers.ts'
import { messages } from './messages.ts'

/** How much there is of everything, at the head of the page. */
export function figures(
  { sites, tenants, routers, routes, circuits, contracts }: Network,
  diagnostics: readonly Diagnostic[],
): string {
  const value = [...contracts.values()].reduce((sum, contract) => sum + priceNow(contract).inclPpnRupiah, 0)
  const list: readonly (readonly [string, Bilingual])[] = [
    [grouped(sites.size), several(things.site)],
    [grouped(tenants.size), several(things.tenant)],
    [grouped(routers.size), several(things.router)],
    [grouped(routes.size), messages.ownedRoutes],
    [grouped(circuits.size), messages.leasedCircuits],
    [rupiahText(value), messages.contractsWorth({ contracts: contracts.size })],
    [grouped(diagnostics.length), messages.openFindings],
  ]
  return `<ul class="figures">${list.map(([figure, words]) => `<li><strong>${xmlText(figure)}</strong> ${bilingual(words)}</li>`).join('')}</ul>`
}

function several({ id, many }: Noun): Bilingual {
  return { id, en: many }
}
