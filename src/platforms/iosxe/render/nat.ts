import type { From, Intent, Nat, UplinkIntent } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText } from '../../../model/ip.ts'
import { block, iosName } from '../text.ts'
import { line, type Line } from '../../text/line.ts'
import { accessList } from './acl.ts'

function nameOf({ out }: Nat): string {
  return iosName(`NAT-${out.replaceAll('/', '-')}`)
}

/** What chose the interface. */
function outFrom({ out, from }: Nat, uplinks: readonly UplinkIntent[]): From {
  const uplink = uplinks.find(({ interface: name }) => name.value === out)
  return uplink?.interface.from ?? from
}

/** Lists and route maps that translation names: a route map tells by which uplink a packet leaves. */
export function natPolicies({ nat, uplinks }: Intent): Line[] {
  return nat.flatMap(item => {
    const name = nameOf(item)
    const out = line(outFrom(item, uplinks))
    return [
      ...accessList(name, 4, out, [
        {
          action: 'permit',
          protocol: 'ip',
          source: item.source,
          destination: undefined,
          from: [],
          practice: 'default-value',
        },
      ]),
      ...block(out`route-map ${name} permit 10`, [out`match ip address ${name}`, out`match interface ${item.out}`]),
    ]
  })
}

export function translation({ nat, npt, uplinks }: Intent): Line[] {
  return [
    ...nat.flatMap(item => {
      const [name, { first, last, pool }] = [nameOf(item), item]
      return [
        line(item.from)`ip nat pool ${name} ${addressText(first)} ${addressText(last)} prefix-length ${pool.length}`,
        line(outFrom(item, uplinks))`ip nat inside source route-map ${name} pool ${name} overload`,
      ]
    }),
    ...npt.map(
      ({ inside, outside, from }) =>
        line(from)`nat66 prefix inside ${prefixText(networkOf(inside))} outside ${prefixText(networkOf(outside))}`,
    ),
  ]
}

/** Sides of the translation: the provider's, and every other that carries traffic of ours. */
export function insideLines({ nat, npt, fibre, tunnels, access }: Intent, name: string): Line[] {
  const sides = line([], 'structure')
  const outside = [
    ...(nat.some(({ out }) => out === name) ? [sides`ip nat outside`] : []),
    ...(npt.some(({ out }) => out === name) ? [sides`nat66 outside`] : []),
  ]
  if (
    outside.length > 0 ||
    ![
      ...[...fibre, ...tunnels].map(({ interface: over }) => over.value),
      ...(access?.segments ?? []).map(({ interface: over }) => over),
    ].includes(name)
  )
    return outside
  return [...(nat.length > 0 ? [sides`ip nat inside`] : []), ...(npt.length > 0 ? [sides`nat66 inside`] : [])]
}
