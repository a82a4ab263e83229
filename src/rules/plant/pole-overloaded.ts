import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { isLive } from '../live.ts'

export const poleOverloaded = rule({
  code: 'PLT122',
  name: 'pole-overloaded',
  severity: 'warning',
  title: {
    id: 'Tiang memikul lebih banyak kabel daripada yang boleh',
    en: 'A pole with more cables than it may carry',
  },
  *check({ network }) {
    const hanging = new Map<string, Set<string>>()
    for (const cable of network.cables.values()) {
      if (!isLive(cable)) continue
      for (const { from, to } of cable.spans)
        for (const { id } of [from, to]) hanging.set(id, (hanging.get(id) ?? new Set()).add(cable.id))
    }
    for (const pole of network.structures.values()) {
      const { mostCables } = pole.declared
      const cables = [...(hanging.get(pole.id) ?? [])]
      if (mostCables !== undefined && cables.length > mostCables)
        yield {
          at: inside(pole.origin, 'mostCables'),
          facts: { pole: pole.id, mostCables, count: cables.length },
          about: [pole],
        }
    }
  },
  message: ({ pole, mostCables, count }) => ({
    id: `pada ${pole} tergantung ${count} kabel, padahal paling banyak ${mostCables}`,
    en: `${count} cables hang on ${pole}, and ${mostCables} may at most`,
  }),
  hint: () => ({
    id: 'pindahkan satu kabel, perkuat tiangnya, atau perbaiki most_cables',
    en: 'move a cable, strengthen the pole, or correct most_cables',
  }),
})
