import { measured } from '../../analysis/measure/worse.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Astray } from '../../analysis/measure/shot.ts'
import { inside } from '../../source/source.ts'
import { listed } from '../../words/figures.ts'
import { rule } from '../define.ts'

export const traceAstray = rule({
  code: 'UKR003',
  name: 'trace-astray',
  severity: 'warning',
  title: { id: 'Jejak tidak punya jalan', en: 'A trace has no way' },
  *check({ network }) {
    for (const { trace, found } of measured(network).values()) {
      if (!('kind' in found)) continue
      yield {
        at: inside(trace.origin, found.kind === 'no-end' ? 'from' : 'core'),
        about: [trace],
        facts: { trace: trace.id, core: trace.declared.core, from: trace.from.id, why: found },
      }
    }
  },
  message: ({ trace, core, from, why }) => {
    const reason = reasonOf(why, core, from)
    return { id: `jejak ${trace}: ${reason.id}`, en: `trace ${trace}: ${reason.en}` }
  },
  hint: () => ({
    id: 'sebut core yang ditembak dan ODF atau closure tempat alatnya disambung',
    en: 'name the core that was shot, and the ODF or closure at which the instrument was connected',
  }),
})

function reasonOf(why: Astray, core: string, from: string): Bilingual {
  if (why.kind === 'no-core')
    return {
      id: `kabelnya punya ${why.cores} core, bukan ${core}`,
      en: `its cable has ${why.cores} cores, and no ${core}`,
    }
  if (why.kind === 'no-way')
    return { id: `jalan core ${core} tidak dapat diikuti`, en: `the way of core ${core} cannot be followed` }
  return {
    id: `${from} bukan ujung core ${core}; ujungnya ${listed(why.ends).id}`,
    en: `${from} is no end of core ${core}; its ends are ${listed(why.ends).en}`,
  }
}
