import { inside } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'
import type { Cable } from '../../model/network.ts'
import { coreWords } from '../../words/states.ts'
import { rule } from '../define.ts'
import { strandUses } from '../../plan/plant/strand-uses.ts'

export const coreNotFree = rule({
  code: 'PLT006',
  name: 'core-not-free',
  severity: 'error',
  title: { id: 'Rute memakai core yang tidak bebas', en: 'Route over a core that is not free' },
  *check({ network }) {
    for (const { step, route, cable, core } of strandUses(network)) {
      const marked = marks(cable).get(core)
      if (marked === undefined) continue
      yield {
        at: inside(route.origin, 'path', step),
        about: [route, cable],
        facts: { route: route.id, cable: cable.id, core, state: marked.state },
        related: [
          {
            at: inside(cable.origin, 'cores', marked.index, 'state'),
            message: { id: 'keadaannya tercatat di sini', en: 'its state is recorded here' },
          },
        ],
      }
    }
  },
  message: ({ route, cable, core, state }) => ({
    id: `rute ${route} memakai core ${core} kabel ${cable}, yang tercatat ${coreWords[state].id}`,
    en: `route ${route} uses core ${core} of cable ${cable}, which is recorded as ${coreWords[state].en}`,
  }),
  hint: () => ({
    id: 'pilih core lain, atau perbarui keadaan core itu',
    en: 'choose another core, or bring the state of this one up to date',
  }),
})

const marks = remembered(
  (cable: Cable) => new Map(cable.declared.cores.map(({ core, state }, index) => [core, { state, index }])),
)
