import { inside } from '../../source/source.ts'
import { activeOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { counted } from '../../words/figures.ts'
import { things } from '../../words/things.ts'

export const handoffOnOneCore = rule({
  code: 'RTE008',
  name: 'handoff-on-one-core',
  severity: 'warning',
  title: { id: 'Hand-off hanya di satu router inti', en: 'Hand-off on one core only' },
  *check({ network }) {
    for (const handoff of network.handoffs.values()) {
      const [end, ...others] = handoff.ports
      const circuits = activeOf(network.index.circuitsOfHandoff.get(handoff.id))
      if (end === undefined || circuits.length === 0 || others.some(({ router }) => router.id !== end.router.id))
        continue
      yield {
        at: inside(end.origin, 'router'),
        about: [handoff],
        facts: { handoff: handoff.id, core: end.router.id, count: circuits.length },
      }
    }
  },
  message: ({ handoff, core, count }) => ({
    id: `hand-off ${handoff} hanya tiba di ${core}: bila router itu mati, ${counted(count, things.circuit).id} ikut putus`,
    en:
      `hand-off ${handoff} arrives at ${core} only: when that router fails, ` +
      `${counted(count, things.circuit).en} ${count === 1 ? 'goes' : 'go'} with it`,
  }),
  hint: () => ({
    id: 'minta penyedia menyerahkan VLAN yang sama di router inti kedua',
    en: 'ask the provider to hand the same VLANs over at the second core',
  }),
})
