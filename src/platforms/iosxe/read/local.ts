import { parsePrefix } from '../../../model/ip.ts'
import { networkText } from '../../reading/meaning.ts'
import { addressesOn } from './routing.ts'
import type { Config } from './text.ts'

/** Lines of the interface where a technician plugs in. */
export function isLocal(lines: readonly string[]): boolean {
  return lines.includes('zone-member security Z-local')
}

/** Prefixes from which a technician gets in. */
export function localNetworks({ interfaces }: Config): ReadonlySet<string> {
  return new Set(
    interfaces
      .filter(({ lines }) => isLocal(lines))
      .flatMap(({ lines }) => addressesOn(lines).flatMap(address => parsePrefix(address) ?? []))
      .map(networkText),
  )
}
