import { rule } from '../define.ts'

const internetMtu = 1500
/** Every IPv6 link carries packets of this size (RFC 8200, section 5). */
const leastMtuV6 = 1280

interface Facts {
  readonly circuit: string
  readonly mtu: number
  /** What is left inside the tunnel, where that is too little. */
  readonly inner: number | undefined
}

export const mtuImpossible = rule<Facts>({
  code: 'RTE007',
  name: 'mtu-impossible',
  severity: 'error',
  title: { id: 'MTU yang tidak mungkin', en: 'MTU that cannot be' },
  *check({ plan }) {
    for (const { circuit, tunnels } of plan.leases.values()) {
      const { mtu, service, status } = circuit.declared
      if (status === 'retired') continue
      const at = circuit.at('mtu')
      const tunnel = tunnels.find(({ mtu: inner }) => inner < leastMtuV6)
      if (service === 'internet' && mtu > internetMtu)
        yield { at, about: [circuit], facts: { circuit: circuit.id, mtu, inner: undefined } }
      else if (tunnel !== undefined)
        yield { at, about: [circuit], facts: { circuit: circuit.id, mtu, inner: tunnel.mtu } }
    }
  },
  message: ({ circuit, mtu, inner }) =>
    inner === undefined
      ? {
          id: `sirkuit ${circuit} menyebut MTU ${mtu}, padahal internet membawa paling besar ${internetMtu}`,
          en: `circuit ${circuit} states an MTU of ${mtu}, yet the internet carries at most ${internetMtu}`,
        }
      : {
          id: `sirkuit ${circuit} dengan MTU ${mtu} menyisakan ${inner} byte di dalam terowongan; IPv6 butuh ${leastMtuV6}`,
          en: `circuit ${circuit} with an MTU of ${mtu} leaves ${inner} bytes inside the tunnel; IPv6 needs ${leastMtuV6}`,
        },
  hint: () => ({
    id: 'tanyakan MTU layanan kepada penyedia dan tulis nilai itu',
    en: 'ask the provider for the MTU of the service and write that',
  }),
})
