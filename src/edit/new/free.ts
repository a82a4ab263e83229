import type { Handoff, Network, Router } from '../../model/network.ts'
import type { PortModel } from '../../model/platform.ts'
import { litFrom } from '../../model/strands.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { portUses } from '../../rules/router/port-uses.ts'
import { circuitTermsOf } from '../../rules/circuit/bought.ts'

/** What nobody has: asked by whoever writes a new thing, and by those who look for room. */

/**
 * Ports of a router that no route, circuit, uplink, hand-off, trunk, desk or technician uses, in the order of the
 * model.
 */
export function freePorts(network: Network, router: Router): PortModel[] {
  const used = new Set(
    portUses(network)
      .filter(use => use.router.id === router.id)
      .map(({ port }) => port),
  )
  return router.model.ports.filter(({ name }) => !used.has(name))
}

/** Ports of an ODF that a live route lights, by number, with the route. */
export function odfUses(network: Network, odf: string): ReadonlyMap<number, string> {
  const uses = new Map<number, string>()
  for (const { route, steps } of planPlant(network).routes.values()) {
    if (route.declared.status === 'retired') continue
    for (const step of steps)
      if (step.kind === 'structure' && step.structure.id === odf && step.port !== undefined)
        for (const port of litFrom(route, step.port)) uses.set(port, route.id)
  }
  return uses
}

/** The first of `count` neighbouring ports of an ODF that are all free; undefined where there are none. */
export function freeOdfPorts(network: Network, odf: string, count: 1 | 2): number | undefined {
  const uses = odfUses(network, odf)
  const ports = network.structures.get(odf)?.declared.ports ?? 0
  return firstRun(ports, count, port => !uses.has(port))
}

/** The first of `count` neighbouring cores that are free, where as many as the policy asks for stay free behind it. */
export function freeCores(network: Network, cable: string, count: 1 | 2): number | undefined {
  const plan = planPlant(network).cables.get(cable)
  if (plan === undefined || plan.freeCores - count < network.declared.policy.spareCores) return undefined
  return firstRun(plan.cores.length, count, core => plan.cores[core - 1]?.state === 'free')
}

/** Optics of two strands begin at odd numbers, so that pairs stay pairs. */
function firstRun(last: number, count: 1 | 2, isFree: (number: number) => boolean): number | undefined {
  for (let at = 1; at + count - 1 <= last; at += count) if (isFree(at) && (count === 1 || isFree(at + 1))) return at
  return undefined
}

/** VLANs on a hand-off that any circuit has in any of its terms. */
export function handoffVlans({ circuits }: Network, handoff: Handoff): ReadonlySet<number> {
  const terms = [...circuits.values()].flatMap(circuitTermsOf)
  return new Set(
    terms.flatMap(({ term }) =>
      term.handoff?.id === handoff.id && term.declared.hub !== undefined ? [term.declared.hub.vlan] : [],
    ),
  )
}

/**
 * The VLAN behind the highest that is in use, as hand-offs are filled; the lowest free one from 2 on where there is
 * none behind it.
 */
export function freeVlan(network: Network, handoff: Handoff): number | undefined {
  const used = handoffVlans(network, handoff)
  const next = Math.max(1000, ...used) + 1
  if (next <= 4094) return next
  for (let vlan = 2; vlan <= 4094; vlan++) if (!used.has(vlan)) return vlan
  return undefined
}
