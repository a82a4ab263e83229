import type { Cable, Network, Structure } from '../../model/network.ts'
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
    const limited = [...network.structures.values()].filter(({ declared }) => declared.mostCables !== undefined)
    if (limited.length === 0) return
    const hanging = cablesOn(network, new Set(limited))
    for (const pole of limited) {
      const { mostCables = 0 } = pole.declared
      const count = hanging.get(pole)?.size ?? 0
      if (count > mostCables)
        yield { at: inside(pole.origin, 'mostCables'), facts: { pole: pole.id, mostCables, count }, about: [pole] }
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

/** Most poles say nothing of a limit, and there are a hundred thousand: only those that do are counted. */
function cablesOn(network: Network, poles: ReadonlySet<Structure>): ReadonlyMap<Structure, ReadonlySet<Cable>> {
  const hanging = new Map<Structure, Set<Cable>>()
  for (const cable of network.cables.values()) {
    if (!isLive(cable)) continue
    for (const { from, to } of cable.spans)
      for (const end of [from, to]) if (poles.has(end)) hanging.set(end, (hanging.get(end) ?? new Set()).add(cable))
  }
  return hanging
}
