import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'
import { narrowestOf } from '../routing/narrowest-key.ts'

export const keyLengthUnknown = rule({
  code: 'SEC004',
  name: 'key-length-unknown',
  severity: 'warning',
  title: { id: 'Panjang kunci OSPF tidak disebut', en: 'Length of the OSPF key not stated' },
  *check({ network, plan }) {
    const { bytes, secret } = network.declared.routing.ospfKey
    const narrowest = narrowestOf(plan)
    if (bytes !== undefined || narrowest === undefined || mayHide(network, 'network')) return
    yield {
      at: inside(network.origin, 'routing', 'ospfKey', 'secret'),
      about: [narrowest.router],
      facts: { secret, ...narrowest },
    }
  },
  message: ({ secret, router, bytes, kind }) => ({
    id:
      `panjang kunci ${secret} tidak disebut, ` +
      `padahal ${router.platform.name} di ${router.id} hanya menyimpan ${bytes} byte untuk ${kind}`,
    en: `the length of key ${secret} is not stated, yet ${router.platform.name} on ${router.id} holds only ${bytes} bytes for ${kind}`,
  }),
  hint: ({ bytes }) => ({
    id: `tulis bytes pada ospf_key, paling besar ${bytes}`,
    en: `write bytes under ospf_key, at most ${bytes}`,
  }),
})
