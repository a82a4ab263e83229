import { askedLocalPort, localAccessOf } from '../../plan/local-access.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const noWayOnTheSpot = rule({
  code: 'RTR007',
  name: 'no-way-on-the-spot',
  severity: 'warning',
  title: { id: 'Router tanpa jalan masuk setempat', en: 'A router without a way in on the spot' },
  *check({ network, plan }) {
    if (network.declared.management.localAccess === undefined) return
    for (const { router, site } of plan.routers.values()) {
      if (!site.active || localAccessOf(network, router) !== undefined) continue
      const asked = askedLocalPort(network, router)
      if (asked === undefined && router.model.console === true) continue
      yield {
        at: asked?.at ?? inside(router.origin, 'model'),
        about: [router],
        facts: { router: router.id, model: router.declared.model, port: asked?.port },
      }
    }
  },
  message: ({ router, model, port }) =>
    port === undefined
      ? {
          id:
            `${router} (${model}) tidak punya konsol, ` +
            'dan tidak ada port setempat: teknisi di tempat tidak bisa masuk bila NOC tidak menjangkaunya',
          en:
            `${router} (${model}) has no console, ` +
            'and no local port: a technician on the spot has no way in when the NOC does not reach it',
        }
      : {
          id: `${port} di ${router} (${model}) adalah port switch dan tidak bisa punya alamat: tidak ada port setempat di sana`,
          en: `${port} of ${router} (${model}) is a port of a switch and can have no address: there is no local port on it`,
        },
  hint: ({ port }) =>
    port === undefined
      ? {
          id: 'sebut port yang bebas di management.local_access.ports untuk model ini, atau local_port di router itu',
          en: 'name a free port in management.local_access.ports for this model, or as local_port of that router',
        }
      : {
          id: 'pilih port yang merutekan, atau `local_port: none` bila konsol cukup',
          en: 'choose a port that routes, or `local_port: none` where the console is enough',
        },
})
