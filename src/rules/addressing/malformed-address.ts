import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { networkOf, parseAddress, parsePrefix, prefixText } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'

/** The form of a v4 address is checked when a file is loaded; what only the IP library can tell is checked here. */
export const malformedAddress = rule({
  code: 'ADR006',
  name: 'malformed-address',
  severity: 'error',
  title: { id: 'Alamat atau prefiks yang cacat', en: 'Malformed address or prefix' },
  *check({ network, plan }) {
    for (const { at, text, why } of faults(network, plan)) yield { at, about: [network.hub], facts: { text, why } }
  },
  message: ({ text, why }) => ({
    id: `${text} bukan prefiks yang sah: ${why.id}`,
    en: `${text} is not a valid prefix: ${why.en}`,
  }),
  hint: () => ({
    id: 'prefiks adalah alamat pertamanya dan panjangnya; subnet v6 di sini adalah bidang 16 bit dan panjangnya, misalnya 1000/52',
    en: 'a prefix is its first address and its length; v6 subnets here are the 16-bit field and the length, as in 1000/52',
  }),
})

interface Fault {
  readonly at: Place
  readonly text: string
  readonly why: Bilingual
}

function faults(network: Network, { conflicts }: Plan): Fault[] {
  const { addressing } = network.declared
  const at = inside(network.origin, 'addressing')
  const owned = [
    ...(['loopback', 'link', 'tunnel'] as const).map(name => ({
      v4: addressing[name].v4,
      v6: addressing[name].v6,
      at: inside(at, name),
    })),
    ...[...network.zones.values()].map(({ declared, origin }) => ({ v4: declared.v4, v6: declared.v6, at: origin })),
  ]
  const uplinks = [...network.uplinks.values()].flatMap(({ declared, origin }) => [
    prefixFault(declared.natPool, inside(origin, 'natPool')),
    prefixFault(declared.prefixV6, inside(origin, 'prefixV6')),
    addressFault(declared.address.gatewayV6, inside(origin, 'address', 'gatewayV6')),
  ])
  const found = [
    prefixFault(addressing.v4, inside(at, 'v4')),
    prefixFault(addressing.v6, inside(at, 'v6')),
    prefixFault(addressing.transfer.v4, inside(at, 'transfer', 'v4')),
    ...owned.flatMap(pool => [
      prefixFault(pool.v4, inside(pool.at, 'v4')),
      subnetsFault(pool.v6, inside(pool.at, 'v6')),
    ]),
    ...uplinks,
  ].filter(fault => fault !== undefined)
  const known = new Set(found.map(({ at: place }) => place.path.join('/')))
  const pinned = conflicts.filter(({ kind, at: place }) => kind === 'malformed' && !known.has(place.path.join('/')))
  return [
    ...found,
    ...pinned.map(({ at: place, wanted }) => ({
      at: place,
      text: wanted,
      why: { id: 'ada bit di luar panjangnya', en: 'it has bits beyond its length' },
    })),
  ]
}

function prefixFault(text: string | undefined, at: Place): Fault | undefined {
  if (text === undefined) return undefined
  const prefix = parsePrefix(text)
  if (prefix === undefined)
    return { at, text, why: { id: 'tidak terbaca sebagai alamat', en: 'it does not read as an address' } }
  const network = networkOf(prefix)
  return network.bits === prefix.bits
    ? undefined
    : {
        at,
        text,
        why: { id: `yang dimaksud mungkin ${prefixText(network)}`, en: `perhaps ${prefixText(network)} is meant` },
      }
}

function addressFault(text: string | undefined, at: Place): Fault | undefined {
  return text === undefined || parseAddress(text) !== undefined
    ? undefined
    : { at, text, why: { id: 'tidak terbaca sebagai alamat', en: 'it does not read as an address' } }
}

/** `1000/52` fixes four bits of the field: the other twelve must be zero. */
function subnetsFault(text: string, at: Place): Fault | undefined {
  const [field = '0', length = '64'] = text.split('/')
  const size = 2 ** (64 - Number(length))
  const first = Math.floor(parseInt(field, 16) / size) * size
  if (first === parseInt(field, 16)) return undefined
  const right = `${first.toString(16)}/${length}`
  return { at, text, why: { id: `yang dimaksud mungkin ${right}`, en: `perhaps ${right} is meant` } }
}
