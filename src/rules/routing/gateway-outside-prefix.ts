import { contains, networkOf, parseAddress, parsePrefix } from '../../model/ip.ts'
import type { Bought, Network } from '../../model/network.ts'
import { inside, type Place } from '../../source/source.ts'
import { boughtOf } from '../circuit/bought.ts'
import { rule } from '../define.ts'
import { thingName } from '../../words/things.ts'

export const gatewayOutsidePrefix = rule({
  code: 'RTE014',
  name: 'gateway-outside-prefix',
  severity: 'error',
  title: { id: 'Gerbang di luar prefiks alamatnya', en: 'Gateway outside the prefix of its address' },
  *check({ network }) {
    for (const { bought, at, address, gateway } of addresses(network)) {
      const [prefix, hop] = [parsePrefix(address), parseAddress(gateway)]
      if (prefix === undefined || hop === undefined || (contains(networkOf(prefix), hop) && hop.bits !== prefix.bits))
        continue
      yield { at, about: [bought], facts: { bought, address, gateway, own: hop.bits === prefix.bits } }
    }
  },
  message: ({ bought, address, gateway, own }) => ({
    id: `${thingName(bought).id}: gerbang ${gateway} ${own ? 'adalah alamat kita sendiri' : `tidak berada di ${address}`}`,
    en: `${thingName(bought).en}: gateway ${gateway} ${own ? 'is our own address' : `does not lie in ${address}`}`,
  }),
  hint: () => ({
    id: 'salin alamat, panjang prefiks, dan gerbang dari surat penyedia',
    en: "copy address, prefix length and gateway from the provider's letter",
  }),
})

interface Gateway {
  readonly bought: Bought
  readonly at: Place
  readonly address: string
  readonly gateway: string
}

function addresses(network: Network): Gateway[] {
  return boughtOf(network)
    .filter(({ declared }) => declared.status !== 'retired')
    .flatMap((bought): Gateway[] => {
      if (bought.kind === 'uplink') {
        const { v4, gateway, v6, gatewayV6 } = bought.declared.address
        const at = bought.at('address')
        const six =
          v6 === undefined || gatewayV6 === undefined || gatewayV6.startsWith('fe80')
            ? []
            : [{ bought, at: inside(at, 'gatewayV6'), address: v6, gateway: gatewayV6 }]
        return [{ bought, at: inside(at, 'gateway'), address: v4, gateway }, ...six]
      }
      const { address } = bought.declared.site
      return address?.kind === 'fixed'
        ? [
            {
              bought,
              at: bought.at('site', 'address', 'gateway'),
              address: address.v4,
              gateway: address.gateway,
            },
          ]
        : []
    })
}
