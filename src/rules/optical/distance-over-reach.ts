import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { distance, kilometres } from '../../words/figures.ts'
import { litRoutes } from './lit-routes.ts'

export const distanceOverReach = rule({
  code: 'OPT002',
  name: 'distance-over-reach',
  severity: 'error',
  title: { id: 'Serat lebih panjang daripada jangkauan optik', en: 'Fibre longer than the reach of the optics' },
  *check({ network }) {
    for (const {
      plan: { route, glassM, drawnM },
      light: { reachKm, beyondReachM },
    } of litRoutes(network)) {
      if (beyondReachM > 0)
        yield {
          at: inside(route.origin, 'a', 'optic'),
          facts: { route: route.id, optic: route.declared.a.optic ?? '', glassM, drawnM, reachKm, beyondReachM },
          about: [route],
        }
    }
  },
  message: ({ route, optic, glassM, drawnM, reachKm, beyondReachM }) => ({
    id:
      `rute ${route} sepanjang ${kilometres(glassM).id} serat (${kilometres(drawnM).id} di darat); ` +
      `${optic} menjangkau ${kilometres(reachKm * 1000).id}, ${distance(beyondReachM).id} terlalu jauh`,
    en:
      `route ${route} is ${kilometres(glassM).en} of glass (${kilometres(drawnM).en} on the ground); ` +
      `${optic} reaches ${kilometres(reachKm * 1000).en}, ${distance(beyondReachM).en} too far`,
  }),
  hint: () => ({
    id: 'pilih kelas dengan jangkauan lebih jauh di kedua ujung',
    en: 'choose a class with a longer reach at both ends',
  }),
})
