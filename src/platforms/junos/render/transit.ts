import type { From, Intent } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import { hostPrefix, networkOf, parsePrefix, prefixText, type Family, type Prefix } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { bounded } from '../text.ts'
import { longestName, ofFamily } from './names.ts'
import { bind, filterLines } from './term.ts'

/**
 * A site on a ring forwards what is not for it past the flow module, before any connection state. What is for its
 * segments and for itself is told by its destination. A core cannot: tunnels and translation are the flow module's.
 */
export function transit(intent: Intent, family: Family): Line[] {
  const rule = intent.filter.forward.find(({ purpose }) => purpose === 'transit')
  if (intent.role === 'core' || intent.fibre.length === 0 || rule === undefined) return []
  const own = ofFamily('own', family)
  const name = ofFamily('transit', family)
  return [
    ...ownPrefixes(intent, family).map(
      ({ prefix, from, practice }) => line(from, practice)`set policy-options prefix-list ${own} ${prefixText(prefix)}`,
    ),
    ...filterLines(family, name, [
      {
        name: 'own',
        from: rule.from,
        practice: rule.practice,
        matches: [`destination-prefix-list ${own}`],
        actions: ['accept'],
      },
      { name: rule.name, from: rule.from, practice: rule.practice, matches: [], actions: ['packet-mode', 'accept'] },
    ]),
    ...intent.fibre.map(link => bind(family, link.interface.value, 'input', name, link.interface.from, rule.practice)),
  ]
}

/**
 * What comes out of a tunnel is the flow module's, whose zone holds fibre too: where it may not go on by fibre, only
 * what is for this site comes in.
 */
export function ownCircuit(intent: Intent, family: Family): Line[] {
  const rule = intent.filter.forward.findLast(({ purpose }) => purpose === 'own-circuit')
  if (intent.role === 'core' || rule === undefined) return []
  const name = ofFamily('own-circuit', family)
  return [
    ...filterLines(family, name, [
      {
        name: 'own',
        from: rule.from,
        practice: rule.practice,
        matches: [`destination-prefix-list ${ofFamily('own', family)}`],
        actions: ['accept'],
      },
      {
        name: bounded(rule.name, longestName),
        from: rule.from,
        practice: rule.practice,
        matches: [],
        actions: ['discard'],
      },
    ]),
    ...intent.tunnels.map(tunnel =>
      bind(family, tunnel.interface.value, 'input', name, tunnel.interface.from, rule.practice),
    ),
  ]
}

function ownPrefixes(
  { loopback, fibre, tunnels, underlays, access }: Intent,
  family: Family,
): { readonly prefix: Prefix; readonly from: From; readonly practice?: PracticeId }[] {
  const pick = (v4: Prefix | undefined, v6: Prefix | undefined): Prefix[] =>
    [family === 4 ? v4 : v6].flatMap(prefix => prefix ?? [])
  const multicast = (family === 4 ? ['224.0.0.0/4'] : ['ff00::/8', 'fe80::/10']).map(text => ({
    prefix: parsePrefix(text) as Prefix,
    from: [],
    practice: 'routing-neighbours' as const,
  }))
  const hosts = [
    loopback,
    ...fibre,
    ...tunnels.map(({ v4, v6 }) => ({ v4: v4.value, v6: v6.value, from: v4.from })),
  ].flatMap(({ v4, v6, from }) => pick(v4, v6).map(prefix => ({ prefix: hostPrefix(prefix), from })))
  const outer = underlays.flatMap(({ v4, from }) =>
    pick(v4, undefined).map(prefix => ({ prefix: hostPrefix(prefix), from })),
  )
  const segments = (access?.segments ?? []).flatMap(({ v4, v6 }) =>
    pick(v4.value, v6.value).map(prefix => ({ prefix: networkOf(prefix), from: family === 4 ? v4.from : v6.from })),
  )
  // The far ends of tunnels lie behind the provider, where nothing but a tunnel goes: a policy is asked, and there is
  // none.
  const far = tunnels.flatMap(({ outerRemote }) =>
    outerRemote.value?.family === family ? [{ prefix: hostPrefix(outerRemote.value), from: outerRemote.from }] : [],
  )
  return [...hosts, ...outer, ...far, ...segments, ...multicast]
}
