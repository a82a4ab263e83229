import { inside } from '../../source/source.ts'
import { activeOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { counted, mbps } from '../words.ts'

export const handoffOversubscribed = rule({
  code: 'RTE004',
  name: 'handoff-oversubscribed',
  severity: 'warning',
  title: { id: 'Hand-off menanggung lebih dari kecepatannya', en: 'Hand-off oversubscribed' },
  *check({ network }) {
    for (const handoff of network.handoffs.values()) {
      const circuits = activeOf(network.index.circuitsOfHandoff.get(handoff.id))
      const sum = circuits.reduce((total, { declared }) => total + declared.bandwidthMbps, 0)
      const speed = handoff.declared.speedMbps
      if (sum > speed) yield { at: inside(handoff.origin, 'speedMbps'), about: [handoff, ...circuits], facts: { handoff: handoff.id, sum, speed, count: circuits.length } }
    }
  },
  message: ({ handoff, sum, speed, count }) => ({
    id: `${counted(count, 'sirkuit', '', '').id} di hand-off ${handoff} berjumlah ${mbps(sum).id}, tetapi hand-off itu hanya ${mbps(speed).id}`,
    en: `the ${counted(count, '', 'circuit', 'circuits').en} of hand-off ${handoff} add up to ${mbps(sum).en}, yet it carries only ${mbps(speed).en}`,
  }),
  hint: () => ({ id: 'pesan hand-off yang lebih cepat, atau bagi sirkuitnya ke hand-off kedua', en: 'order a faster hand-off, or divide the circuits over a second one' }),
})
