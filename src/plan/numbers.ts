import type { Prefix } from '../model/ip.ts'
import type { Network } from '../model/network.ts'
import { parsePrefix, subnetsOf } from '../model/ip.ts'
import { inside, type Place } from '../source/source.ts'
import type { Allocation } from './allocate.ts'
import { keyOf } from './keys.ts'
import type { Conflict, ZonePlan } from './plan.ts'

/** The pools of a network as prefixes. */
export interface Pools {
  readonly v4: Prefix
  readonly v6: Prefix
  readonly loopback: PoolPair
  readonly link: PoolPair
  readonly tunnel: PoolPair
  readonly transferV4: Prefix
  readonly zones: ReadonlyMap<string, ZonePlan>
  readonly conflicts: readonly Conflict[]
}

export interface PoolPair {
  readonly v4: Prefix
  readonly v6: Prefix
}

const nothing: Prefix = { family: 4, bits: 0n, length: 32 }

/** Reads the pools; a malformed one is a conflict and stands as an empty placeholder. */
export function poolsOf(network: Network, allocation: Allocation, entropy: Uint8Array): Pools {
  const conflicts: Conflict[] = []
  const { addressing } = network.declared
  const at = inside(network.origin, 'addressing')
  const strict = (text: string, place: Place, key: string): Prefix => {
    const prefix = parsePrefix(text)
    if (
      prefix !== undefined &&
      (prefix.bits & ((1n << BigInt((prefix.family === 4 ? 32 : 128) - prefix.length)) - 1n)) === 0n
    )
      return prefix
    conflicts.push({ kind: 'malformed', key, wanted: text, at: place })
    return nothing
  }
  const v6 = ulaOf(network, allocation, entropy, strict)
  const pair = (name: 'loopback' | 'link' | 'tunnel'): PoolPair => ({
    v4: strict(addressing[name].v4, inside(at, name, 'v4'), `pool/${name}/v4`),
    v6: subnetsOf(v6, addressing[name].v6),
  })
  const zones = new Map(
    [...network.zones.values()].map((zone): [string, ZonePlan] => [
      zone.id,
      {
        zone,
        v4: strict(zone.declared.v4, inside(zone.origin, 'v4'), `zone/${zone.id}/v4`),
        v6: subnetsOf(v6, zone.declared.v6),
      },
    ]),
  )
  return {
    v4: strict(addressing.v4, inside(at, 'v4'), 'network/aggregate/v4'),
    v6,
    loopback: pair('loopback'),
    link: pair('link'),
    tunnel: pair('tunnel'),
    transferV4: strict(addressing.transfer.v4, inside(at, 'transfer', 'v4'), 'pool/transfer/v4'),
    zones,
    conflicts,
  }
}

/** The network's /48: declared, recorded, or drawn once at random (RFC 4193, section 3.2). */
function ulaOf(
  network: Network,
  allocation: Allocation,
  entropy: Uint8Array,
  strict: (text: string, place: Place, key: string) => Prefix,
): Prefix {
  const { addressing, network: id } = network.declared
  if (addressing.v6 !== undefined)
    return { ...strict(addressing.v6, inside(network.origin, 'addressing', 'v6'), 'network/aggregate/v6'), family: 6 }
  const { key } = keyOf('network', { id, was: [] }, 'ula')
  const recorded = parsePrefix(allocation.keep(key) ?? '')
  if (recorded !== undefined && recorded.family === 6) return recorded
  const digits = `fd${[...entropy.subarray(0, 5)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
  const text = `${digits.slice(0, 4)}:${digits.slice(4, 8)}:${digits.slice(8, 12)}::/48`.replace(
    /(^|:)0+(?=[0-9a-f])/g,
    '$1',
  )
  allocation.record(key, text)
  return parsePrefix(text) as Prefix
}
