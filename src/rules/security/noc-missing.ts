import { keyInside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'

export const nocMissing = rule({
  code: 'SEC005',
  name: 'noc-missing',
  severity: 'error',
  title: { id: 'Tidak ada zona NOC', en: 'No NOC zone' },
  *check({ network }) {
    if (mayHide(network, 'network') || [...network.zones.values()].some(({ declared }) => declared.kind === 'noc'))
      return
    yield { at: keyInside(network.origin, 'zones'), about: [network.hub], facts: { zones: [...network.zones.keys()] } }
  },
  message: () => ({
    id: 'tidak ada zona berjenis noc: pengelolaan hanya terbuka dari NOC, jadi tidak seorang pun dapat masuk ke router',
    en: 'no zone is of kind noc: management is open from the NOC only, so nobody could log in to a router',
  }),
  hint: ({ zones }) => ({
    id: `tambahkan zona kind: noc dengan segmen di pusat; zona yang ada: ${zones.join(', ')}`,
    en: `add a zone with kind: noc and a segment at the hub; zones that exist: ${zones.join(', ')}`,
  }),
})
