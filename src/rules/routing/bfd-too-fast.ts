import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

/** One lost packet is weather; RFC 5880 leaves the number to the operator, every platform here begins with 3. */
const fewestLost = 3

export const bfdTooFast = rule({
  code: 'RTE016',
  name: 'bfd-too-fast',
  severity: 'warning',
  title: { id: 'BFD lebih cepat daripada jalurnya', en: 'BFD faster than its path' },
  *check({ network }) {
    const { fibreBfd, leasedBfd } = network.declared.routing
    const asked = [
      { key: 'fibreBfd', name: 'fibre_bfd', bfd: fibreBfd, leastMs: 300, count: network.routes.size },
      { key: 'leasedBfd', name: 'leased_bfd', bfd: leasedBfd, leastMs: 1500, count: network.circuits.size },
    ]
    for (const { key, name, bfd, leastMs, count } of asked) {
      const detectionMs = bfd.intervalMs * bfd.multiplier
      if (bfd.multiplier >= fewestLost && detectionMs >= leastMs) continue
      yield {
        at: inside(network.origin, 'routing', key),
        about: [],
        facts: { name, ...bfd, detectionMs, leastMs, count },
      }
    }
  },
  message: ({ name, intervalMs, multiplier, detectionMs, count }) => ({
    id:
      `${name}: ${intervalMs} ms kali ${multiplier} memutus ${count} jalur setelah ${detectionMs} ms tanpa paket, ` +
      'lebih cepat daripada antrean router',
    en:
      `${name}: ${intervalMs} ms times ${multiplier} cuts ${count} paths after ${detectionMs} ms without a packet, ` +
      `faster than a router's queue`,
  }),
  hint: ({ leastMs }) => ({
    id: `multiplier ${fewestLost} atau lebih, dan interval_ms kali multiplier ${leastMs} ms atau lebih`,
    en: `a multiplier of ${fewestLost} or more, and interval_ms times multiplier of ${leastMs} ms or more`,
  }),
})
