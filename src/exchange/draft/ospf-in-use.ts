import { contains, networkOf, parsePrefix } from '../../model/ip.ts'
import { costFactorFor } from '../../plan/links.ts'
import type { LinkEnd } from '../../plan/plan.ts'
import { factOf, type Fact, type MappedRow } from './draft.ts'
import { placesOf, textIn, type Running } from './running.ts'

/**
 * What an export leaves out, since it is the default: 1 in RouterOS 7 (help.mikrotik.com, "OSPF", interface-template),
 * 10 in RouterOS 6, whose interfaces stand in a menu of their own.
 */
const defaultCosts: Readonly<Record<string, number>> = {
  '/routing ospf interface-template': 1,
  '/routing ospf interface': 10,
  '/routing ospf network': 10,
}

/**
 * Costs of OSPF on owned links, each by the key of the route that has a place for it; in brackets where it is planned
 * alike. Nothing where a row speaks of no link.
 */
export function costFacts(running: Running, mapped: MappedRow): Fact[] {
  const usual = defaultCosts[textIn(mapped, 'menu')]
  const cost = Number(textIn(mapped, 'cost') || usual)
  return cost >= 1 && cost <= 65_535 ? linksOf(running, mapped).map(end => costFact(running, end, cost, mapped)) : []
}

/**
 * Links of the ports that a row names. Where it names networks, or all ports, those that have a row of their own are
 * not meant.
 */
function linksOf({ own: { links }, addresses, ospfPorts }: Running, mapped: MappedRow): readonly LinkEnd[] {
  const ports = listIn(mapped, 'interfaces', 'interface')
  if (ports.length > 0 && !ports.includes('all')) return links.filter(({ port }) => ports.includes(port))
  const others = links.filter(({ port }) => !ospfPorts.has(port))
  if (ports.length > 0) return others
  const nets = listIn(mapped, 'networks', 'network').flatMap(text => parsePrefix(text) ?? [])
  return others.filter(({ port }) =>
    (addresses.get(port) ?? []).some(address => {
      const prefix = parsePrefix(address)
      return prefix !== undefined && nets.some(net => contains(networkOf(net), prefix))
    }),
  )
}

function listIn(mapped: MappedRow, ...columns: readonly string[]): string[] {
  return columns.flatMap(column =>
    textIn(mapped, column)
      .split(',')
      .filter(each => each !== ''),
  )
}

function costFact({ plan }: Running, { link }: LinkEnd, cost: number, mapped: MappedRow): Fact {
  const { route } = link
  const key = `routes.${route.id}.cost_factor`
  if (cost === link.cost) return factOf(`(${key})`, route.declared.costFactor ?? 1, placesOf(mapped))
  return factOf(key, costFactorFor(plan.network, route, cost), placesOf(mapped), 'sure', {
    id: `biaya OSPF yang berjalan ${cost}; ${link.cost} menurut inventaris`,
    en: `the running cost of OSPF is ${cost}; ${link.cost} by the inventory`,
  })
}

/** The route whose cost a fact tells. */
export function costRouteOf(key: string): string | undefined {
  return /^\(?routes\.([a-z0-9-]+)\.cost_factor\)?$/.exec(key)?.[1]
}
