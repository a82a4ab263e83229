import { inside } from '../../source/source.ts'
import { clashes, grouped } from '../grouping.ts'
import { rule } from '../define.ts'

export const coresInOneBuilding = rule({
  code: 'RTE013',
  name: 'cores-in-one-building',
  severity: 'warning',
  title: { id: 'Kedua router inti di satu gedung', en: 'Both cores in one building' },
  *check({ network: { hub } }) {
    const cores = hub.cores.map(router => ({ router, building: hub.declared.cores?.[router.id]?.building }))
    for (const { first, later } of clashes(grouped(cores, ({ building }) => building?.toLowerCase()).values())) {
      yield {
        at: inside(later.router.origin, 'building'),
        about: [later.router, first.router],
        facts: { first: first.router.id, later: later.router.id, building: later.building },
        related: [
          {
            at: inside(first.router.origin, 'building'),
            message: { id: `${first.router.id} juga`, en: `${first.router.id} too` },
          },
        ],
      }
    }
  },
  message: ({ first, later, building }) => ({
    id: `${later} dan ${first} berdiri di gedung yang sama (${building}): satu kebakaran atau padam listrik mematikan keduanya`,
    en: `${later} and ${first} stand in one building (${building}): one fire or power cut takes both`,
  }),
  hint: () => ({
    id: 'pindahkan salah satunya ke gedung lain, dengan catu daya lain',
    en: 'move one of them to another building, with a feed of its own',
  }),
})
