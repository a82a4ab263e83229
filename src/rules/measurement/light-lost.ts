import { inside } from '../../source/source.ts'
import { planPlant } from '../../plan/plant/plan-plant.ts'
import { rule } from '../define.ts'

export const lightLost = rule({
  code: 'UKR005',
  name: 'light-lost',
  severity: 'warning',
  title: { id: 'Daya terima di bawah perkiraan', en: 'Less light arrives than is expected' },
  *check({ network }) {
    const plant = planPlant(network)
    for (const reading of network.powers.values()) {
      const { route, at, declared } = reading
      const light = plant.routes.get(route.id)?.light
      const direction = at.id === route.b.router.id ? light?.ab : at.id === route.a.router.id ? light?.ba : undefined
      const expected = direction?.received
      if (expected === undefined || declared.receivedDbm >= expected.minDbm) continue
      yield {
        at: inside(reading.origin, 'receivedDbm'),
        about: [reading, route],
        facts: { route: route.id, at: at.id, receivedDbm: declared.receivedDbm, minDbm: expected.minDbm },
      }
    }
  },
  message: ({ route, at, receivedDbm, minDbm }) => ({
    id: `rute ${route}: ${receivedDbm} dBm tiba di ${at}; paling sedikit ${minDbm.toFixed(1)} menurut model`,
    en: `route ${route}: ${receivedDbm} dBm arrive at ${at}; at the least ${minDbm.toFixed(1)} by the model`,
  }),
  hint: () => ({
    id: 'bersihkan konektor di kedua ujung, lalu tembak core-nya dengan reflektometer',
    en: 'clean the connectors at both ends, then shoot its core with a reflectometer',
  }),
})
