import { serviceOf, silent, type Service } from '../../analysis/graph/state.ts'
import { distancesTo, shortestHops } from '../../analysis/service/ospf.ts'
import type { Routing } from '../../analysis/service/routing.ts'
import { arrives, type Trace } from '../../analysis/service/walk.ts'
import type { RouterChange, Sides } from '../../change/parts.ts'
import { mixedOf, type Mixed } from '../../change/order/mixed.ts'
import { orderOf, type Step } from '../../change/order/order.ts'
import { predictionOf, type Prediction } from '../../change/order/predict.ts'
import { stageOf } from '../../change/order/stage.ts'
import { renamesOf } from '../../change/renames.ts'
import { compareThings } from '../../change/things.ts'
import { blueprintOf, type Blueprint, type LabRouter } from '../boot/blueprint.ts'
import { bootsOf } from '../boot/router-boot.ts'
import { labPlan } from '../inventory.ts'
import type { Inventory } from './klaten-changes.fixture.ts'

/** A change of a running lab: which routers it changes, in which order, and what is foretold once each has changed. */
export interface LabRollout {
  readonly blueprints: Sides<Blueprint>
  readonly steps: readonly Pick<Step, 'router' | 'losses'>[]
  /** By step: what each site has once it is done. */
  readonly services: readonly ReadonlyMap<string, Service>[]
  /** Sites whose packets to and from the hub take one and the same way before, between and after. */
  readonly unaffected: readonly string[]
}

/** In the order of the product, or in the one of all that loses most: such a rollout shows that a wrong order is seen. */
export type Turn = 'least' | 'most'

/** Undefined where no router changes, or cables of the lab would have to. */
export function labRollout(
  { before, after }: Sides<Inventory>,
  today: string,
  turn: Turn = 'least',
): LabRollout | undefined {
  const [old, now] = [labPlan(before, today)?.plan, labPlan(after, today)?.plan]
  if (old === undefined || now === undefined) return undefined
  const plans = { before: old, after: now }
  const blueprints = { before: blueprintOf(old), after: blueprintOf(now) }
  if (wiresOf(blueprints.before) !== wiresOf(blueprints.after)) return undefined
  const texts = new Map(blueprints.before.routers.map(router => [router.id, textOf(router)]))
  const routers = blueprints.after.routers.filter(router => texts.get(router.id) !== textOf(router)).map(changed)
  if (routers.length === 0) return undefined
  const things = compareThings({ before: old.network, after: now.network })
  const turns = routers.map(({ router }) => router)
  const mixed = mixedOf(plans, turns, renamesOf(things))
  if (turn === 'most' && turns.length > mostTurned) return undefined
  const steps = turn === 'most' ? costliest(turns, predictionOf(mixed)) : orderOf(plans, { routers, things }).steps
  const stages = Array.from({ length: steps.length + 1 }, (_, done) => {
    const names = new Set(steps.slice(0, done).map(({ router }) => router))
    return stageOf(
      mixed,
      Uint8Array.from(turns, router => (names.has(router) ? 1 : 0)),
    ).routing
  })
  return {
    blueprints,
    steps,
    services: stages.slice(1).map(routing => servicesOf(mixed, routing)),
    unaffected: mixed.sites.flatMap(({ id }, i) =>
      new Set(stages.map(routing => wayOf(routing, i))).size === 1 ? [id] : [],
    ),
  }
}

/** Beyond these every order is a long list. */
const mostTurned = 5

/** Of all orders the one in which most sites are out after most steps. */
function costliest(turns: readonly string[], { outlook }: Prediction): LabRollout['steps'] {
  const orders = permutations([...turns.keys()]).map(order =>
    order.map((turn, i) => {
      const done = new Set(order.slice(0, i + 1))
      const { losses } = outlook(Uint8Array.from(turns, (_, each) => (done.has(each) ? 1 : 0)))
      return { router: turns[turn] ?? '', losses }
    }),
  )
  return orders.reduce((worst, order) => (lossesOf(order) > lossesOf(worst) ? order : worst))
}

export function lossesOf(steps: LabRollout['steps']): number {
  return steps.reduce((sum, { losses }) => sum + losses.length, 0)
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]]
  return items.flatMap(first => permutations(items.filter(item => item !== first)).map(rest => [first, ...rest]))
}

function changed({ id }: LabRouter): RouterChange {
  return { router: id, what: 'changed', files: [], before: new Map(), after: new Map() }
}

function textOf({ frrConf, overlay, nftables, sysctl }: LabRouter): string {
  return [frrConf, overlay, nftables, sysctl].join('\n')
}

function wiresOf({ wires, hosts }: Blueprint): string {
  return JSON.stringify([wires, hosts.map(({ id, v4, lengthV4 }) => [id, String(v4.bits), lengthV4])])
}

export function confOf(blueprint: Blueprint, router: string): string {
  return bootsOf(blueprint).find(({ role }) => role === router)?.conf ?? ''
}

function servicesOf({ sites }: Mixed, routing: Routing): ReadonlyMap<string, Service> {
  return new Map(
    sites.flatMap(({ id }, i) => {
      const element = routing.elements.sites[i]
      return element === undefined ? [] : [[id, serviceOf(routing, element)] as const]
    }),
  )
}

/** Every hop of all equal ways, both ways. */
function wayOf(routing: Routing, site: number): string {
  const { elements, alive } = routing
  const router = elements.sites[site]?.router ?? -1
  const hops: string[] = []
  const trace: Trace = {
    ...silent,
    fibre(from, targets, stopAt) {
      const distance = distancesTo(elements, alive, targets)
      for (const hop of shortestHops(elements, alive, distance, from, stopAt))
        hops.push(`${hop.from} ${hop.link} ${hop.to}`)
    },
    tunnel: (tunnel, direction) => void hops.push(`tunnel ${tunnel} ${direction}`),
  }
  const arrivesAt = [arrives(routing, elements.hub, router, trace), arrives(routing, router, elements.hub, trace)]
  return [...arrivesAt, ...hops.sort()].join('\n')
}
