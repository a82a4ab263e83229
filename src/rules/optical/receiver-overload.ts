import type { DirectionPlan } from '../../plan/plant/light-plan.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { decibels } from './decibels.ts'
import { litRoutes } from './lit-routes.ts'

export const receiverOverload = rule({
  code: 'OPT003',
  name: 'receiver-overload',
  severity: 'warning',
  title: { id: 'Penerima optik kelebihan daya', en: 'Receiver overload' },
  *check({ network }) {
    for (const {
      plan: { route },
      light,
    } of litRoutes(network)) {
      for (const [side, direction] of [
        ['b', light.ab],
        ['a', light.ba],
      ] as const) {
        if (direction.overloadDb <= 0) continue
        yield {
          at: inside(route.origin, side, 'optic'),
          facts: {
            route: route.id,
            router: route[side].router.id,
            optic: direction.receiver.id,
            lossDb: direction.typicalLossDb,
            padDb: padFor(direction),
            hasDb: route.declared[side].attenuatorDb ?? 0,
          },
          about: [route],
        }
      }
    }
  },
  message: ({ route, router, optic, lossDb }) => ({
    id: `rute ${route} hanya meredam ${decibels(lossDb).id}: ${optic} di ${router} menerima lebih banyak daya daripada yang ditahannya`,
    en: `route ${route} loses only ${decibels(lossDb).en}: ${optic} at ${router} receives more power than it stands`,
  }),
  hint: ({ padDb, hasDb }) => ({
    id: `pasang peredam tetap di penerima dan tulis \`attenuator_db: ${padDb + hasDb}\` di ujung ini, atau pilih kelas yang lebih lemah`,
    en: `fit a fixed attenuator at the receiver and write \`attenuator_db: ${padDb + hasDb}\` at this end, or choose a weaker class`,
  }),
})

const padsDb = [1, 2, 3, 5, 7, 10, 15, 20]

function padFor({ overloadDb }: DirectionPlan): number {
  return padsDb.find(pad => pad >= overloadDb) ?? Math.ceil(overloadDb)
}
