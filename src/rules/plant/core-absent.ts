import { rule } from '../define.ts'
import { strandUses } from '../../plan/plant/strand-uses.ts'
import { inside } from '../../source/source.ts'

export const coreAbsent = rule({
  code: 'PLT008',
  name: 'core-absent',
  severity: 'error',
  title: { id: 'Core yang tidak ada di kabelnya', en: 'Core that its cable does not have' },
  *check({ network }) {
    for (const { step, route, cable, core, named } of strandUses(network)) {
      const { cores } = cable.type.declared
      // Of two strands the first that is absent is told.
      if (core > cores && (core === named || named <= cores))
        yield {
          at: inside(route.origin, 'path', step),
          facts: { route: route.id, cable: cable.id, core, cores, type: cable.type.id },
          about: [route, cable],
        }
    }
  },
  message: ({ route, cable, core, cores, type }) => ({
    id: `rute ${route} memakai core ${core} kabel ${cable}, padahal jenis ${type} hanya punya ${cores} core`,
    en: `route ${route} uses core ${core} of cable ${cable}, yet type ${type} has only ${cores} cores`,
  }),
  hint: ({ cores }) => ({
    id: `pilih core 1 sampai ${cores}, atau perbaiki jenis kabelnya`,
    en: `choose a core from 1 to ${cores}, or correct the type of the cable`,
  }),
})
