import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const managementReached = rule({
  code: 'SEC002',
  name: 'management-reached',
  severity: 'error',
  title: { id: 'Pengelolaan terbuka untuk zona selain NOC', en: 'Management open to a zone other than the NOC' },
  *check({ network }) {
    for (const zone of network.zones.values()) {
      // A guest zone that reaches anything inside is told by SEC001.
      if (zone.declared.kind === 'noc' || zone.declared.kind === 'guest') continue
      for (const [i, name] of zone.declared.reaches.entries()) {
        const kind = network.zones.get(name)?.declared.kind
        if (kind === 'management' || kind === 'noc')
          yield { at: inside(zone.origin, 'reaches', i), about: [zone], facts: { zone: zone.id, reached: name, kind } }
      }
    }
  },
  message: ({ zone, reached, kind }) => ({
    id: `zona ${zone} dapat membuka sambungan ke ${reached}, zona ${kind === 'noc' ? 'NOC' : 'pengelolaan'}; hanya NOC yang boleh`,
    en: `zone ${zone} may open connections to ${reached}, a ${kind === 'noc' ? 'NOC' : 'management'} zone; only the NOC may`,
  }),
  hint: ({ reached }) => ({
    id: `hapus ${reached} dari reaches, dan masuk lewat komputer NOC`,
    en: `remove ${reached} from reaches, and log in from a computer of the NOC`,
  }),
})
