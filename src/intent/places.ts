import type { Network, Router } from '../model/network.ts'
import type { Plan } from '../plan/plan.ts'
import { ledgerPath, ledgerText } from '../plan/ledger.ts'
import { inside, keyInside, type Place, type Source, type Step } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import type { From } from './intent.ts'

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
  return places.filter(({ source, path }) => path.reduce<unknown>((value, step) => (value as Record<Step, unknown> | undefined)?.[step], dataOf(source)) !== undefined)
}

const parsed = new WeakMap<Source, unknown>()

function dataOf(source: Source): unknown {
  const known = parsed.get(source)
  if (known !== undefined) return known
  const { data } = parseYaml(source)
  parsed.set(source, data)
  return data
}

/** Where the ledger records a number that was allocated: the line that decides it from then on. */
export function recorded(plan: Plan, ...key: readonly string[]): Place {
  return { source: ledgerOf(plan), path: [key.join('/')] }
}

const ledgers = new WeakMap<Plan, Source>()

/** The ledger as this plan leaves it; its text is made when somebody asks for a line of it. */
function ledgerOf(plan: Plan): Source {
  let source = ledgers.get(plan)
  if (source === undefined) {
    let text: string | undefined
    source = { path: ledgerPath, get text() { return text ??= ledgerText(plan.ledger) } }
    ledgers.set(plan, source)
  }
  return source
}
