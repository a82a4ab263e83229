import type { FibreRoute, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { clashes, distinctBy, grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { litFrom } from '../../model/strands.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { isLive } from '../live.ts'

export const odfPortClash = rule({
  code: 'PLT009',
  name: 'odf-port-clash',
  severity: 'error',
  title: { id: 'Port ODF dipakai dua kali', en: 'ODF port used twice' },
  *check({ network }) {
    for (const { first, later } of distinctBy(
      clashes(grouped(portUses(network), ({ odf, port }) => `${odf}/${port}`).values()),
      pairKey,
    )) {
      yield {
        at: later.at,
        about: [later.route, first.route],
        facts: { odf: later.odf, port: later.port, route: later.route.id, other: first.route.id },
        related: [
          {
            at: first.at,
            message: { id: `sudah dipakai rute ${first.route.id}`, en: `already used by route ${first.route.id}` },
          },
        ],
      }
    }
  },
  message: ({ odf, port, route, other }) => ({
    id: `port ${port} ${odf} dipakai rute ${route} dan rute ${other}`,
    en: `port ${port} of ${odf} is used by route ${route} and by route ${other}`,
  }),
  hint: ({ odf }) => ({ id: `pilih port lain di ${odf}`, en: `choose another port of ${odf}` }),
})

interface PortUse {
  readonly route: FibreRoute
  readonly odf: string
  readonly port: number
  readonly at: Place
}

/** Two-strand routes clash on both ports: that is one finding. */
function pairKey({ first, later }: { readonly first: PortUse; readonly later: PortUse }): string {
  return [later.odf, first.route.id, later.route.id].join(' ')
}

function portUses(network: Network): PortUse[] {
  return [...planPlant(network).routes.values()]
    .filter(({ route }) => isLive(route))
    .flatMap(({ route, steps }) =>
      steps.flatMap(step =>
        step.kind === 'structure' && step.port !== undefined
          ? litFrom(route, step.port).map(port => ({
              route,
              odf: step.structure.id,
              port,
              at: inside(route.origin, 'path', step.index),
            }))
          : [],
      ),
    )
}
