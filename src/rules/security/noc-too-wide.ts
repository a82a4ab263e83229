import { parsePrefix } from '../../model/ip.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { number } from '../../words/figures.ts'

/** A NOC of 250 desks is a large one; every address in this pool is a key to every router. */
const widest = 24

export const nocTooWide = rule({
  code: 'SEC006',
  name: 'noc-too-wide',
  severity: 'warning',
  title: { id: 'Rentang NOC terlalu lebar', en: 'NOC pool too wide' },
  *check({ network }) {
    for (const zone of network.zones.values()) {
      const length = parsePrefix(zone.declared.v4)?.length
      if (zone.declared.kind !== 'noc' || length === undefined || length >= widest) continue
      yield {
        at: inside(zone.origin, 'v4'),
        about: [zone],
        facts: { zone: zone.id, pool: zone.declared.v4, addresses: 2 ** (32 - length) },
      }
    }
  },
  message: ({ zone, pool, addresses }) => ({
    id: `zona NOC ${zone} mencakup ${pool}, ${number(addresses).id} alamat, dan setiap alamat itu boleh masuk ke semua router`,
    en: `NOC zone ${zone} covers ${pool}, ${number(addresses).en} addresses, and each of them may log in to every router`,
  }),
  hint: () => ({ id: `persempit menjadi /${widest} atau lebih kecil`, en: `narrow it to a /${widest} or smaller` }),
})
