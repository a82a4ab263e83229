import type { NetworkValue } from '../inventory/value.ts'
import { rangeOf, subnetOf, type Range } from './disjoint.ts'
import type { LedgerLines } from './ledger-lines.ts'

/** Keys of allocations that lie outside the pool which the network file gives for them. */
export function strayAllocations(lines: LedgerLines, network: NetworkValue): string[] {
  return [...lines].flatMap(([key, { value }]) => {
    const pool = poolOf(key, network)
    if (pool === undefined) return []
    const { from, to } = key.endsWith('/v6') ? subnetOf(value) : rangeOf(value)
    return from >= pool.from && to <= pool.to ? [] : [`${key}: ${value}`]
  })
}

function poolOf(
  key: string,
  { addressing, asNumbers, tunnelPorts, tenantVlans, segments, zones }: NetworkValue,
): Range | undefined {
  const [kind = '', , part = ''] = key.split('/')
  const purpose = key.slice(key.lastIndexOf('/') + 1)
  if (purpose === 'as') return asNumbers.sites
  if (purpose === 'port') return tunnelPorts
  if (purpose === 'vlan') return tenantVlans ?? { from: 1000, to: 1999 }
  if (purpose === 'loopback') return rangeOf(addressing.loopback.v4)
  if (kind === 'segment') {
    // A tenant's own segment is called after the catalogue's, with its name behind.
    const zone = zones[segments[part]?.zone ?? segments[part.slice(0, part.indexOf('-'))]?.zone ?? '']
    return zone === undefined ? undefined : purpose === 'v4' ? rangeOf(zone.v4) : fieldsOf(zone.v6)
  }
  return kind === 'link' || kind === 'tunnel' || kind === 'transfer' ? rangeOf(addressing[kind].v4) : undefined
}

/** The 16-bit fields of the range `4000/50`. */
function fieldsOf(subnets: string): Range {
  const [field = '0', length = '64'] = subnets.split('/')
  const from = parseInt(field, 16)
  return { from, to: from + 2 ** (64 - Number(length)) - 1 }
}
