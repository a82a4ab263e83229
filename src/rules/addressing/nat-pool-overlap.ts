import { networkOf, overlaps } from '../../model/ip.ts'
import { rule } from '../define.ts'

export const natPoolOverlap = rule({
  code: 'ADR010',
  name: 'nat-pool-overlap',
  severity: 'error',
  title: { id: 'Kumpulan NAT dua uplink bertumpang tindih', en: 'NAT pools of two uplinks overlap' },
  *check({ plan }) {
    const uplinks = [...plan.uplinks.values()]
      .filter(({ uplink }) => uplink.declared.status !== 'retired')
      .toSorted((a, b) => Number(networkOf(a.natPool).bits - networkOf(b.natPool).bits))
    for (const [i, { uplink: later, natPool }] of uplinks.entries()) {
      const before = uplinks[i - 1]
      if (before === undefined || !overlaps(before.natPool, natPool)) continue
      const first = before.uplink
      yield {
        at: later.at('natPool'),
        about: [later, first],
        facts: { first: first.id, later: later.id, pool: later.declared.natPool },
        related: [{ at: first.at('natPool'), message: { id: `uplink ${first.id}`, en: `uplink ${first.id}` } }],
      }
    }
  },
  message: ({ first, later, pool }) => ({
    id: `uplink ${later} menerjemahkan ke ${pool}, yang juga dipakai uplink ${first}: balasannya kembali lewat router yang salah`,
    en: `uplink ${later} translates to ${pool}, which uplink ${first} uses too: replies would come back through the wrong router`,
  }),
  hint: () => ({
    id: 'beri setiap uplink rentang sendiri dari penyedianya',
    en: 'give each uplink a range of its own from its provider',
  }),
})
