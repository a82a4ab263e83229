import type { Network, Router } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { ledgerPath, ledgerText } from '../../plan/ledger.ts'
import { remembered } from '../../source/remembered.ts'
import { inside, keyInside, type Place, type Source, type Step } from '../../source/source.ts'
import { parseYaml } from '../../source/yaml.ts'
import type { From } from '../intent.ts'

/** A place in the network file. */
export function inNetwork(network: Network, ...steps: readonly Step[]): Place {
  return inside(network.origin, ...steps)
}

/** Where the name of a router stands: the key of a core, the id of a site. */
export function nameOf(network: Network, router: Router): Place {
  const site = network.sites.get(router.siteId)
  if (site === undefined) return router.origin
  return router.role === 'core' ? keyInside(site.origin, 'cores', router.id) : inside(site.origin, 'site')
}

/** Of places in the network file those whose value is written there; the others hold the schema's own default. */
export function given(...places: readonly Place[]): From {
  return places.filter(
    ({ source, path }) =>
      path.reduce<unknown>((value, step) => (value as Record<Step, unknown> | undefined)?.[step], dataOf(source)) !==
      undefined,
  )
}

const dataOf = remembered((source: Source): unknown => parseYaml(source).data)

/** Where the ledger records a number that was allocated: the line that decides it from then on. */
export function recorded(plan: Plan, ...key: readonly string[]): Place {
  return { source: ledgerOf(plan), path: [key.join('/')] }
}

/** The ledger as this plan leaves it; its text is made when somebody asks for a line of it. */
const ledgerOf = remembered(({ ledger }: Plan): Source => {
  let text: string | undefined
  return {
    path: ledgerPath,
    get text() {
      text ??= ledgerText(ledger)
      return text
    },
  }
})
