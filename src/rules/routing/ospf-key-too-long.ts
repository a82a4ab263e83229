import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { narrowestOf } from './narrowest-key.ts'

export const ospfKeyTooLong = rule({
  code: 'RTE005',
  name: 'ospf-key-too-long',
  severity: 'error',
  title: { id: 'Kunci OSPF lebih panjang daripada yang muat', en: 'OSPF key longer than a platform can hold' },
  *check({ network, plan }) {
    const { bytes, secret } = network.declared.routing.ospfKey
    const narrowest = narrowestOf(plan)
    if (bytes === undefined || narrowest === undefined || bytes <= narrowest.bytes) return
    yield {
      at: inside(network.origin, 'routing', 'ospfKey', 'bytes'),
      about: [narrowest.router],
      facts: { secret, bytes, router: narrowest.router, kind: narrowest.kind, limit: narrowest.bytes },
    }
  },
  message: ({ secret, bytes, kind, limit, router }) => ({
    id:
      `kunci ${secret} panjangnya ${bytes} byte, ` +
      `tetapi ${router.platform.name} di ${router.id} hanya menyimpan ${limit} byte untuk ${kind}`,
    en: `key ${secret} has ${bytes} bytes, yet ${router.platform.name} on ${router.id} holds only ${limit} bytes for ${kind}`,
  }),
  hint: ({ limit }) => ({
    id: `buat kunci baru paling panjang ${limit} byte dan ubah bytes`,
    en: `make a new key of at most ${limit} bytes and change bytes`,
  }),
})
