import { leasedActive } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { mayHide } from '../missing.ts'

export const internetWithoutUplink = rule({
  code: 'RTE011',
  name: 'internet-without-uplink',
  severity: 'error',
  title: { id: 'Sirkuit internet tanpa uplink di pusat', en: 'Internet circuit without an uplink at the hub' },
  *check({ network }) {
    if (mayHide(network, 'uplink') || [...network.uplinks.values()].some(({ active }) => active)) return
    for (const circuit of leasedActive(network)) {
      if (circuit.declared.service === 'internet')
        yield { at: circuit.at('service'), about: [circuit], facts: { circuit: circuit.id } }
    }
  },
  message: ({ circuit }) => ({
    id: `sirkuit internet ${circuit} tidak punya ujung di pusat: tidak ada uplink aktif`,
    en: `internet circuit ${circuit} has no end at the hub: there is no active uplink`,
  }),
  hint: () => ({
    id: 'nyatakan uplink di folder circuits/, atau pakai ip-vpn',
    en: 'declare an uplink in the folder circuits/, or use ip-vpn',
  }),
})
