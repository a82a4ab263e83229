import type { Circuit } from '../../model/network.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { placeKey, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { distinctBy } from '../grouping.ts'
import { circuitTermsOf } from './bought.ts'

export const endsOfService = rule({
  code: 'CKT008',
  name: 'ends-of-service',
  severity: 'error',
  title: { id: 'Ujung sirkuit tidak sesuai layanannya', en: 'Ends of a circuit that do not fit its service' },
  *check({ network }) {
    for (const circuit of network.circuits.values()) {
      const faults = circuitTermsOf(circuit).flatMap(({ term }) => faultsOf(term))
      for (const { at, service, words } of distinctBy(faults, fault => `${placeKey(fault.at)} ${fault.words.en}`))
        yield { at, about: [circuit], facts: { circuit: circuit.id, service, words } }
    }
  },
  message: ({ circuit, service, words }) => ({
    id: `sirkuit ${circuit} (${service}) ${words.id}`,
    en: `circuit ${circuit} (${service}) ${words.en}`,
  }),
  hint: () => ({
    id:
      'metro-ethernet dan ip-vpn tiba di sebuah hand-off (hub); ' +
      'internet tiba di uplink dan menyebut site.address: fixed, dynamic, atau cgnat',
    en:
      'metro-ethernet and ip-vpn arrive at a hand-off (hub); ' +
      'internet arrives at the uplinks and says site.address: fixed, dynamic or cgnat',
  }),
})

interface Fault {
  readonly service: string
  readonly at: Place
  readonly words: Bilingual
}

function faultsOf({ declared: { service, hub, site }, at }: Circuit['terms'][number]): Fault[] {
  const internet = service === 'internet'
  const faults: Fault[] = []
  if (!internet && hub === undefined)
    faults.push({
      at: at('service'),
      service,
      words: { id: 'tidak menyebut hand-off di pusat', en: 'names no hand-off at the hub' },
    })
  if (internet && hub !== undefined)
    faults.push({
      at: at('hub', 'handoff'),
      service,
      words: { id: 'tiba di uplink, bukan di hand-off', en: 'arrives at the uplinks, not at a hand-off' },
    })
  if (internet && site.address === undefined)
    faults.push({
      at: at('service'),
      service,
      words: { id: 'tidak menyebut jenis alamat di situs', en: 'does not say what address it has at the site' },
    })
  if (!internet && site.address !== undefined) {
    faults.push({
      at: at('site', 'address', 'kind'),
      service,
      words: {
        id: 'punya alamat antar dari IP plan, bukan dari penyedia',
        en: 'has its transfer addresses from the IP plan, not from the provider',
      },
    })
  }
  return faults
}
