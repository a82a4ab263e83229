import { addressText } from '../../model/ip.ts'
import type { NocWay } from '../../platforms/changing/noc-way.ts'
import type { Meaning } from '../../platforms/reading/meaning.ts'

interface Ways {
  readonly before: NocWay
  readonly after: NocWay
}

/** Over one of the two ways, from what a reader understood: the maker of the script is not asked. */
export function nocGetsIn(meaning: Meaning, ways: Ways): boolean {
  return getsIn(meaning, ways.before) || getsIn(meaning, ways.after)
}

/** Whether an interface of the backbone has an address, and the filter takes SSH over it to the router's own address, for each of the NOC's prefixes. */
function getsIn({ keys, facts, judge }: Meaning, { calls, interfaces }: NocWay): boolean {
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
