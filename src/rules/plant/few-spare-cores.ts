import { inside } from '../../source/source.ts'
import { grouped } from '../grouping.ts'
import { rule } from '../define.ts'
import { isLive } from '../live.ts'
import { strandUses } from '../../plan/plant/strand-uses.ts'

export const fewSpareCores = rule({
  code: 'PLT005',
  name: 'few-spare-cores',
  severity: 'warning',
  title: { id: 'Core cadangan terlalu sedikit', en: 'Too few spare cores' },
  *check({ network }) {
    const least = network.declared.policy.spareCores
    const uses = grouped(strandUses(network), ({ cable }) => cable.id)
    for (const cable of network.cables.values()) {
      if (!isLive(cable) || cable.rented !== undefined) continue
      const { cores } = cable.type.declared
      const taken = new Set(
        [...(uses.get(cable.id) ?? []), ...cable.declared.cores].map(({ core }) => core).filter(core => core <= cores),
      )
      const free = cores - taken.size
      if (free < least)
        yield { at: inside(cable.origin, 'type'), facts: { cable: cable.id, cores, free, least }, about: [cable] }
    }
  },
  message: ({ cable, cores, free, least }) => ({
    id: `kabel ${cable} tinggal punya ${free} core bebas dari ${cores}; kebijakan menyisakan ${least}`,
    en: `cable ${cable} has ${free} of its ${cores} cores left; the policy keeps ${least} free`,
  }),
  hint: () => ({
    id: 'lepaskan core yang tidak dipakai, atau rencanakan kabel tambahan sebelum ada yang rusak',
    en: 'give back a core that nobody needs, or plan another cable before one of them fails',
  }),
})
