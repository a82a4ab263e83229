import { inside } from '../../source/source.ts'
import { activeOf, portOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { counted, mbps } from '../../words/figures.ts'
import { things } from '../../words/things.ts'

export const handoffOversubscribed = rule({
  code: 'RTE004',
  name: 'handoff-oversubscribed',
  severity: 'warning',
  title: { id: 'Hand-off menanggung lebih dari kecepatannya', en: 'Hand-off oversubscribed' },
  *check({ network }) {
    for (const handoff of network.handoffs.values()) {
      const circuits = activeOf(network.index.circuitsOfHandoff.get(handoff.id))
      // What a circuit's own port cannot pass does not arrive here, and has a finding of its own.
      const sum = circuits.reduce(
        (total, { declared, end }) =>
          total + Math.min(declared.bandwidthMbps, portOf(end.router, end.port)?.speedMbps ?? Infinity),
        0,
      )
      const speed = handoff.declared.speedMbps
      if (sum > speed)
        yield {
          at: inside(handoff.origin, 'speedMbps'),
          about: [handoff, ...circuits],
          facts: { handoff: handoff.id, sum, speed, count: circuits.length },
        }
    }
  },
  message: ({ handoff, sum, speed, count }) => ({
    id:
      `hand-off ${handoff} hanya ${mbps(speed).id}, ` +
      `tetapi ${counted(count, things.circuit).id} dengan jumlah ${mbps(sum).id} tiba di sana`,
    en:
      `hand-off ${handoff} carries only ${mbps(speed).en}, yet ${counted(count, things.circuit).en} with ` +
      `${mbps(sum).en} in all ${count === 1 ? 'arrives' : 'arrive'} there`,
  }),
  hint: () => ({
    id: 'pesan hand-off yang lebih cepat, atau bagi sirkuitnya ke hand-off kedua',
    en: 'order a faster hand-off, or divide the circuits over a second one',
  }),
})
