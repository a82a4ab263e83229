import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'

export const npwpImpossible = rule({
  code: 'KTR023',
  name: 'npwp-impossible',
  severity: 'error',
  title: { id: 'NPWP yang tidak mungkin', en: 'Tax number that cannot be' },
  *check({ network }) {
    for (const provider of network.providers.values()) {
      const { npwp } = provider.declared
      if (!/^(\d)\1*$/.test(npwp)) continue
      yield { at: inside(provider.origin, 'npwp'), about: [provider], facts: { provider: provider.id, npwp } }
    }
  },
  message: ({ provider, npwp }) => ({
    id: `NPWP ${npwp} dari ${provider} hanya berisi satu angka yang berulang`,
    en: `tax number ${npwp} of ${provider} is one digit repeated`,
  }),
  hint: () => ({
    id: 'baca NPWP pada kontrak atau faktur pajaknya',
    en: 'read it on the contract or on a tax invoice',
  }),
})
