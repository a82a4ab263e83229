import type { Intent, SourceCheck, Sourced } from '../../../intent/intent.ts'
import { prefixText, type Family, type Prefix } from '../../../model/ip.ts'
import type { Line } from '../../text/line.ts'
import { logical, places, unitOf } from './names.ts'
import { policerOf } from './protection.ts'
import { bind, filterLines, type Term } from './term.ts'

/**
 * What carries no address of its own yet, or one of the link alone, passes; every other source has to be expected
 * there.
 */
export function sources({ filter }: Intent, family: Family): Line[] {
  return filter.sourceChecks.flatMap(check => {
    const name = `source-${sourceName(check)}-v${family}`
    const own = family === 4 ? check.v4 : check.v6
    return [
      ...filterLines(family, name, sourceTerms(check, own, family)),
      bind(family, check.interface.value, 'input', name, own[0]?.from ?? [], 'source-check'),
    ]
  })
}

/** Units of segments are their VLANs; those of tunnels are told by their port. */
function sourceName({ of, interface: name }: SourceCheck): string {
  return of === 'segment' ? String(unitOf(name.value)) : logical(name.value).replace(/[/.]/g, '-')
}

function sourceTerms({ dhcp, log }: SourceCheck, sources: readonly Sourced<Prefix>[], family: Family): Term[] {
  const own: Term = {
    name: 'own',
    from: places(...sources.map(({ from }) => from)),
    matches: sources.map(({ value }) => `source-address ${prefixText(value)}`),
    actions: ['accept'],
  }
  const foreign: Term = {
    name: 'foreign-source',
    from: [],
    practice: 'source-check',
    matches: [],
    actions: [
      ...(log === undefined ? [] : [`policer ${policerOf(log.limit)}`]),
      'count foreign-source',
      ...(log === undefined ? [] : ['log', 'syslog']),
      'discard',
    ],
  }
  if (family === 4) {
    const first: Term = {
      name: 'asks-for-an-address',
      from: [],
      practice: 'first-address',
      matches: ['source-address 0.0.0.0/32', 'protocol udp', 'destination-port 67'],
      actions: ['accept'],
    }
    return [own, ...(dhcp ? [first] : []), foreign]
  }
  const link: Term = {
    name: 'link-local',
    from: [],
    practice: 'neighbour-discovery',
    matches: ['source-address fe80::/10'],
    actions: ['accept'],
  }
  const unspecified: Term = {
    name: 'duplicate-address-detection',
    from: [],
    practice: 'neighbour-discovery',
    matches: ['source-address ::/128', 'next-header icmp6'],
    actions: ['accept'],
  }
  return [own, link, unspecified, foreign]
}
