import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const guestReachesInside = rule({
  code: 'SEC001',
  name: 'guest-reaches-inside',
  severity: 'error',
  title: { id: 'Zona tamu dapat mencapai jaringan pemerintah', en: 'Guest zone that reaches the government' },
  *check({ network }) {
    for (const zone of network.zones.values()) {
      if (zone.declared.kind !== 'guest') continue
      for (const [i, reached] of zone.declared.reaches.entries()) {
        if (network.zones.has(reached))
          yield { at: inside(zone.origin, 'reaches', i), about: [zone], facts: { zone: zone.id, reached } }
      }
    }
  },
  message: ({ zone, reached }) => ({
    id: `zona tamu ${zone} dapat membuka sambungan ke zona ${reached}; tamu hanya boleh ke internet`,
    en: `guest zone ${zone} may open connections to zone ${reached}; guests may reach the internet only`,
  }),
  hint: ({ reached }) => ({
    id: `hapus ${reached} dari reaches; DHCP dan DNS untuk tamu sudah ada tanpa itu`,
    en: `remove ${reached} from reaches; guests have DHCP and DNS without it`,
  }),
})
