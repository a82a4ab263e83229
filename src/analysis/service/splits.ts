import { itemAt } from '../../text/item-at.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Analysis } from '../analysis.ts'
import { priorOf, type ComponentKind } from '../graph/component.ts'
import type { ComponentClass } from '../graph/classes.ts'
import { elementName } from '../graph/elements.ts'
import type { Explanation, Member } from '../locate/explanation.ts'
import { routingWithout } from '../graph/failure.ts'
import { answers, type Observation } from '../locate/observation.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import type { Routing } from './routing.ts'

/** A question or measurement that tells some of the components of a member from the others. */
interface Split {
  readonly kind: 'ask-node' | 'ask-link' | 'otdr' | 'light' | 'site' | 'provider' | 'power'
  /** Name of the thing to ask or measure. */
  readonly subject: string
  readonly text: Bilingual
}

const mostOfKind = 3

/** What would split an explanation further, what costs least first: a look at the screen, a call, a meter. */
export function splitsOf(analysis: Analysis, observation: Observation, { members }: Explanation): Split[] {
  return members.flatMap(member => {
    if (member.components.length < 2) return []
    const others = members.filter(other => other !== member).map(other => itemAt(other.classes, 0))
    return [...questions(analysis, observation, member, others), ...measurements(analysis, member, others)]
  })
}

/** Nodes and links whose state is not known, and which the classes of a member see differently. */
function questions(
  analysis: Analysis,
  { nodes, links }: Observation,
  { classes }: Member,
  others: readonly ComponentClass[],
): Split[] {
  const { elements } = analysis
  const cases = classes.map(one => routingWithout(elements, one.elements, ...others.map(other => other.elements)))
  const knownLinks = new Set(links.flatMap(link => link.elements))
  const unknownNodes = [...elements.routers.keys()].filter(
    router => !nodes.has(router) && varies(cases, routing => answers(routing, router)),
  )
  const unknownLinks = [...Array(elements.count - elements.firstLink).keys()]
    .map(i => elements.firstLink + i)
    .filter(element => !knownLinks.has(element) && varies(cases, ({ alive }) => alive[element] === 1))
  return [
    ...unknownNodes.slice(0, mostOfKind).map((router): Split => {
      const id = elements.routers[router]?.router.id ?? ''
      return {
        kind: 'ask-node',
        subject: `router:${id}`,
        text: { id: `apakah ${id} menjawab?`, en: `does ${id} answer?` },
      }
    }),
    ...unknownLinks.slice(0, mostOfKind).map((element): Split => {
      const name = elementName(elements, element)
      return {
        kind: 'ask-link',
        subject: name,
        text: { id: `apakah ${name} hidup (lihat kedua ujungnya)?`, en: `is ${name} up (look at both ends)?` },
      }
    }),
  ]
}

function varies(cases: readonly Routing[], of: (routing: Routing) => boolean): boolean {
  const [first, ...others] = cases.map(of)
  return others.some(other => other !== first)
}

const plantKinds: readonly ComponentKind[] = ['span', 'structure', 'closure', 'cable', 'core', 'route']

function measurements(analysis: Analysis, { components, classes }: Member, others: readonly ComponentClass[]): Split[] {
  const { elements } = analysis
  const kinds = new Set(components.map(({ kind }) => kind))
  const ofKind = (kind: ComponentKind): string[] =>
    components
      .filter(component => component.kind === kind)
      .map(({ id }) => id)
      .slice(0, mostOfKind)
  const routing = routingWithout(elements, ...[...classes, ...others].map(one => one.elements))
  const plant = plantKinds.some(kind => kinds.has(kind))
  const routes = plant || kinds.has('port') ? linksOf(analysis, classes) : []
  const several = new Set(components.map(({ kind }) => priorOf[kind])).size > 1
  return [
    ...(several ? routes.slice(0, mostOfKind).map(link => lightSplit(analysis, link)) : []),
    ...(several
      ? ofKind('router').map(
          (id): Split => ({
            kind: 'site',
            subject: `router:${id}`,
            text: {
              id: `tanya petugas di ${id}: listrik dan router menyala?`,
              en: `ask at ${id}: is there power, is the router on?`,
            },
          }),
        )
      : []),
    ...(kinds.has('feeder')
      ? ofKind('feeder').map(
          (id): Split => ({
            kind: 'power',
            subject: `feeder:${id}`,
            text: { id: `tanya PLN: penyulang ${id} padam?`, en: `ask the utility: is feeder ${id} out?` },
          }),
        )
      : []),
    ...providersOf(
      analysis,
      components
        .filter(({ kind }) => kind === 'circuit' || kind === 'provider' || kind === 'handoff' || kind === 'uplink')
        .map(({ name }) => name),
    ),
    ...(components.filter(({ kind }) => plantKinds.includes(kind)).length > 1
      ? routes.slice(0, mostOfKind).flatMap(link => otdrSplit(analysis, routing, link))
      : []),
  ]
}

/** Links that a class of the member takes down by its plant or ports. */
function linksOf({ elements: { firstLink, firstTunnel } }: Analysis, classes: readonly ComponentClass[]): number[] {
  return [
    ...new Set(
      classes.flatMap(one => [...one.elements].filter(element => element >= firstLink && element < firstTunnel)),
    ),
  ].map(element => element - firstLink)
}

/** Loss of signal at both ends: the fibre. At one end only: the optics or the port opposite. */
function lightSplit({ elements: { links } }: Analysis, link: number): Split {
  const { route } = itemAt(links, link)
  const [a, b] = [route.a, route.b].map(({ router, port }) => `${router.id} ${port}`)
  return {
    kind: 'light',
    subject: `route:${route.id}`,
    text: {
      id: `cahaya hilang (LOS) di ${a} dan di ${b}? Satu ujung saja: optik atau port di ujung lain`,
      en: `loss of signal (LOS) at ${a} and at ${b}? At one end only: the optics or port at the other`,
    },
  }
}

/** From an end whose router still answers, else from either. */
function otdrSplit({ elements: { links, plan, routerOf } }: Analysis, routing: Routing, link: number): Split[] {
  const { route } = itemAt(links, link)
  const hops = planPlant(plan.network).routes.get(route.id)?.hops ?? []
  const [first, last] = [hops[0], hops.at(-1)]
  if (first === undefined || last === undefined) return []
  const living = (['a', 'b'] as const).find(side => answers(routing, routerOf.get(route[side].router.id) ?? -1)) ?? 'a'
  const from = living === 'a' ? first.from.id : last.to.id
  return [
    {
      kind: 'otdr',
      subject: `route:${route.id}`,
      text: {
        id: `OTDR rute ${route.id} dari ${from}, lalu: serat locate --otdr route=${route.id},from=${route[living].router.id},reading=METER`,
        en:
          `OTDR on route ${route.id} from ${from}, ` +
          `then: serat locate --otdr route=${route.id},from=${route[living].router.id},reading=METRES`,
      },
    },
  ]
}

function providersOf(
  {
    elements: {
      plan: { network },
    },
  }: Analysis,
  names: readonly string[],
): Split[] {
  const asked = names.flatMap(name => {
    const [kind = '', id = ''] = name.split(':')
    if (kind === 'provider') return [{ provider: id, reference: '' }]
    if (kind === 'handoff') return [{ provider: network.handoffs.get(id)?.provider.id ?? '', reference: id }]
    const bought = network.circuits.get(id) ?? network.uplinks.get(id)
    return bought === undefined ? [] : [{ provider: bought.provider.id, reference: bought.declared.providerRef }]
  })
  return asked.slice(0, mostOfKind).map(
    ({ provider, reference }): Split => ({
      kind: 'provider',
      subject: `provider:${provider}`,
      text: {
        id: `tanya NOC ${provider}${reference === '' ? '' : ` tentang ${reference}`}`,
        en: `ask the NOC of ${provider}${reference === '' ? '' : ` about ${reference}`}`,
      },
    }),
  )
}
