import type { Declared } from './neighbours.ts'
import type { LedgerLines } from './ledger-lines.ts'

export interface Range {
  readonly from: number
  readonly to: number
}

/** Complaints about two allocations, living or retired, that hold one place. */
export function overlapsIn(lines: LedgerLines, declared: Declared): string[] {
  const spaces = Map.groupBy([...lines], ([key]) => spaceOf(key, declared))
  return [...spaces].flatMap(([space, entries]) => {
    if (space === undefined) return []
    const ranges = entries
      .map(([key, { value }]) => ({ key, ...(key.endsWith('/v6') ? subnetOf(value) : rangeOf(value)) }))
      .sort((a, b) => a.from - b.from)
    return ranges.flatMap((range, i) => {
      const before = ranges[i - 1]
      return before !== undefined && before.to >= range.from
        ? [`${before.key} and ${range.key} share a place of ${space}`]
        : []
    })
  })
}

/** What a place is unique in. Undefined for what is none: the network's own prefix, keys. */
function spaceOf(key: string, { coreOf }: Declared): string | undefined {
  const parts = key.split('/')
  const [kind = '', id = '', part = ''] = parts
  const purpose = parts.at(-1) ?? ''
  if (purpose === 'vlan') return `VLANs of ${id}`
  if (purpose === 'port') return `ports of ${coreOf.get(part) ?? part}`
  if (purpose === 'v4' || purpose === 'loopback') return 'v4'
  return ['as', 'v6'].includes(purpose) ? `${kind} ${purpose}` : undefined
}

/** The numbers that a value covers: itself, or the addresses of a prefix. */
export function rangeOf(value: string): Range {
  const [address = '', length = '32'] = value.split('/')
  if (!address.includes('.')) return { from: Number(value), to: Number(value) }
  const from = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  return { from, to: from + 2 ** (32 - Number(length)) - 1 }
}

/** v6 subnets are recorded by the 16 bits that tell them apart. */
export function subnetOf(value: string): Range {
  return { from: parseInt(value, 16), to: parseInt(value, 16) }
}
