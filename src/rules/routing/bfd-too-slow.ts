import { bgpTimers, ospfTimers } from '../../model/routing-timers.ts'
import { inside } from '../../source/source.ts'
import { number } from '../../words/figures.ts'
import { rule } from '../define.ts'

export const bfdTooSlow = rule({
  code: 'RTE018',
  name: 'bfd-too-slow',
  severity: 'warning',
  title: { id: 'BFD lebih lambat daripada yang dijaganya', en: 'BFD slower than what it watches over' },
  *check({ network }) {
    const { fibreBfd, leasedBfd } = network.declared.routing
    const asked = [
      { key: 'fibreBfd', name: 'fibre_bfd', bfd: fibreBfd, protocol: 'OSPF', lastSeconds: ospfTimers.deadSeconds },
      { key: 'leasedBfd', name: 'leased_bfd', bfd: leasedBfd, protocol: 'BGP', lastSeconds: bgpTimers.holdSeconds },
    ]
    for (const { key, name, bfd, protocol, lastSeconds } of asked) {
      const detectionSeconds = (bfd.intervalMs * bfd.multiplier) / 1000
      if (detectionSeconds < lastSeconds) continue
      yield {
        at: inside(network.origin, 'routing', key),
        about: [],
        facts: { name, ...bfd, detectionSeconds, protocol, lastSeconds },
      }
    }
  },
  message: ({ name, intervalMs, multiplier, detectionSeconds, protocol, lastSeconds }) => ({
    id:
      `${name}: ${number(intervalMs).id} ms kali ${multiplier} baru melihat putus setelah ` +
      `${number(detectionSeconds).id} s, padahal ${protocol} sendiri sudah melihatnya setelah ${lastSeconds} s`,
    en:
      `${name}: ${number(intervalMs).en} ms times ${multiplier} sees a break after ${number(detectionSeconds).en} ` +
      `s, yet ${protocol} by itself sees it after ${lastSeconds} s`,
  }),
  hint: ({ protocol, lastSeconds }) => ({
    id:
      `interval_ms kali multiplier jauh di bawah ${lastSeconds * 1000} ms (${protocol}): bawaannya 300 kali 3 ` +
      'untuk serat, 1000 kali 5 untuk sirkuit sewa',
    en:
      `interval_ms times multiplier well below ${lastSeconds * 1000} ms (${protocol}): by default 300 times 3 on ` +
      'fibre, 1000 times 5 over leased circuits',
  }),
})
