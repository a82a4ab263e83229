import { addressText } from '../../model/ip.ts'
import type { Meaning } from '../reading/meaning.ts'
import type { NocWay } from './noc-way.ts'

/**
 * Whether an interface of the backbone has an address, and the filter takes SSH over it to the router's own address,
 * for each of the NOC's prefixes.
 */
export function nocGetsIn({ keys, facts, judge }: Meaning, { calls, interfaces }: NocWay): boolean {
  const own = new Set([...facts].flatMap(fact => /^loopback (\S+)\/\d+$/.exec(fact)?.[1] ?? []))
  return interfaces.some(name => {
    const key = keys.get(name) ?? keys.get(`${name}.0`)
    return (
      key !== undefined &&
      calls.every(
        ({ from, to }) =>
          own.has(addressText(to)) &&
          judge({
            ...{ in: key, out: undefined, source: from, destination: to, protocol: 'tcp' },
            ...{ sourcePort: 40_000, port: 22, state: 'new' },
          }) === 'accept',
      )
    )
  })
}
