import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { oncePerLine, spliceEnds } from './splice-ends.ts'

export const spliceCoreAbsent = rule({
  code: 'PLT101',
  name: 'splice-core-absent',
  severity: 'error',
  title: { id: 'Sambungan core yang tidak ada', en: 'Splice of a core that is absent' },
  *check({ network }) {
    const absent = spliceEnds(network).filter(({ cable, core }) => core > cable.type.declared.cores)
    for (const { splice, side, cable, core } of (['a', 'b'] as const).flatMap(end =>
      oncePerLine(absent.filter(({ side }) => side === end)),
    ))
      yield {
        at: inside(splice.origin, side),
        facts: { closure: splice.closure.id, cable: cable.id, core, cores: cable.type.declared.cores },
        about: [splice.closure, cable],
      }
  },
  message: ({ closure, cable, core, cores }) => ({
    id: `di ${closure} tersambung core ${core} kabel ${cable}, padahal kabel itu hanya punya ${cores} core`,
    en: `core ${core} of cable ${cable} is spliced in ${closure}, yet that cable has only ${cores} cores`,
  }),
  hint: ({ cores }) => ({
    id: `baca ulang baki closure itu; core bernomor 1 sampai ${cores}`,
    en: `read the tray of the closure again; cores count from 1 to ${cores}`,
  }),
})
