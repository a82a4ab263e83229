import type { Circuit } from '../../model/network.ts'
import { localAccessOf } from '../../plan/local-access.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { byText } from '../../text/order.ts'
import { usualMtu } from '../decided.ts'
import type { From, Port, Sourced } from '../intent.ts'

/** Ports in use, each with what it is used for. */
export function portsOf(plan: Plan, own: RouterPlan): Port[] {
  const atSite = own.router.role === 'site'
  return onePerName([
    ...fibrePorts(own),
    ...(atSite ? leasedPorts(own) : []),
    ...handoffPorts(plan, own),
    ...uplinkPorts(own),
    ...localPort(plan, own),
    ...(atSite ? [trunkPort(own), ...deskPorts(own)] : []),
  ])
}

/** Ports of the model that nothing uses, in its order. */
export function idlePortsOf({ router }: RouterPlan, ports: readonly Port[]): Sourced<string>[] {
  const used = new Set(ports.map(({ name }) => name.value))
  const from = [inside(router.origin, 'model')]
  return router.model.ports.filter(({ name }) => !used.has(name)).map(({ name }) => ({ value: name, from }))
}

function fibrePorts({ links }: RouterPlan): Port[] {
  return links
    .filter(({ link }) => link.active)
    .map(({ link: { route, mtu }, side, port, peer }) => {
      const place = inside(route[side].origin, 'port')
      return {
        name: { value: port, from: [place] },
        use: route.declared.patchM === undefined ? 'fibre' : 'patch',
        description: `${route.id} to ${peer.id}`,
        mtu: { value: mtu, from: mtu === usualMtu ? [] : [inside(route.origin, 'mtu')] },
        from: [inside(route.origin, 'route'), place],
      }
    })
}

function leasedPorts({ leases }: RouterPlan): Port[] {
  return leases
    .filter(({ active }) => active)
    .map(({ circuit }) => {
      const { end, declared, at, provider, id } = circuit
      const place = inside(end.origin, 'port')
      return {
        name: { value: end.port, from: [place] },
        use: 'leased',
        description: `${id} ${provider.id} ${declared.providerRef}`,
        mtu: { value: declared.mtu, from: mtuPlaces(circuit) },
        from: [at('providerRef'), place],
      }
    })
}

function handoffPorts({ network }: Plan, { router }: RouterPlan): Port[] {
  return [...network.handoffs.values()].flatMap(({ id, provider, ports }) =>
    ports
      .filter(end => end.router.id === router.id)
      .map(({ port, origin }): Port => {
        const from = [inside(origin, 'port')]
        return {
          name: { value: port, from },
          use: 'handoff',
          description: `${id} from ${provider.id}`,
          mtu: { value: usualMtu, from },
          from,
        }
      }),
  )
}

function uplinkPorts({ uplinks }: RouterPlan): Port[] {
  return uplinks
    .filter(({ active }) => active)
    .map(({ uplink: { id, at, provider, declared, end } }) => {
      const place = at('port')
      return {
        name: { value: end.port, from: [place] },
        use: 'uplink',
        description: `${id} ${provider.id} ${declared.providerRef}`,
        mtu: { value: usualMtu, from: [] },
        from: [at('providerRef'), place],
      }
    })
}

function trunkPort(own: RouterPlan): Port {
  const { router, site } = own
  const place = trunkPlace(own)
  return {
    name: { value: router.declared.trunk ?? router.model.trunk, from: [place] },
    use: 'trunk',
    description: `access switch of ${site.id}`,
    mtu: { value: usualMtu, from: [] },
    from: [inside(site.origin, 'site'), place],
  }
}

function deskPorts({ router }: RouterPlan): Port[] {
  return Object.entries(router.declared.desks).map(([port, segment]) => {
    const from = [inside(router.origin, 'desks', port)]
    return {
      name: { value: port, from },
      use: 'desk',
      description: `desk, ${segment}`,
      mtu: { value: usualMtu, from },
      from,
    }
  })
}

function localPort({ network }: Plan, { router }: RouterPlan): Port[] {
  const local = localAccessOf(network, router)
  if (local === undefined) return []
  return [
    {
      name: { value: local.port, from: [local.at] },
      use: 'local',
      description: 'technician on site',
      mtu: { value: usualMtu, from: [] },
      from: [local.at],
    },
  ]
}

export function trunkPlace({ router }: RouterPlan): Place {
  return router.declared.trunk === undefined ? inside(router.origin, 'model') : inside(router.origin, 'trunk')
}

export function mtuPlaces({ declared, origin }: Circuit): From {
  return declared.mtu === usualMtu ? [] : [inside(origin, 'mtu')]
}

/** A trunk that several things share is one port; a rule has said so where it may not be shared. */
function onePerName(ports: readonly Port[]): Port[] {
  const byName = new Map<string, Port>()
  for (const port of ports) if (!byName.has(port.name.value)) byName.set(port.name.value, port)
  return [...byName.values()].sort(byText(({ name }) => name.value))
}
