import type { Intent } from '../../../intent/intent.ts'
import { prefixText } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { families, logical, ofFamily } from './names.ts'
import { policerOf, protection } from './protection.ts'
import { sources } from './source-filters.ts'
import { ownCircuit, transit } from './transit.ts'

export function filters(intent: Intent): Line[] {
  return [
    ...interfaceSets(intent),
    ...prefixLists(intent),
    ...policers(intent),
    ...families.flatMap(family => [
      ...protection(intent, family),
      ...sources(intent, family),
      ...transit(intent, family),
      ...ownCircuit(intent, family),
    ]),
  ]
}

function interfaceSets({ filter }: Intent): Line[] {
  return filter.interfaceSets.flatMap(({ name, members }) =>
    members.map(
      member => said(member.from, 'tunnel-name')`set firewall interface-set ${name} ${logical(member.interface.value)}`,
    ),
  )
}

function prefixLists({ filter }: Intent): Line[] {
  return filter.addressSets.flatMap(({ name, members }) =>
    members.map(
      ({ prefix, from }) =>
        said(
          from,
          'private-addresses',
        )`set policy-options prefix-list ${ofFamily(name, prefix.family)} ${prefixText(prefix)}`,
    ),
  )
}

function policers({ filter }: Intent): Line[] {
  const limited = [
    ...filter.input.flatMap(({ limit, from, practice }) => (limit === undefined ? [] : [{ limit, from, practice }])),
    ...filter.sourceChecks.flatMap(({ log }) =>
      log === undefined ? [] : [{ limit: log.limit, from: [], practice: 'source-check' as const }],
    ),
  ]
  return [...new Map(limited.map(each => [policerOf(each.limit), each])).values()].flatMap(
    ({ limit, from, practice }) => {
      const write = line(from, practice)
      const name = policerOf(limit)
      return [
        write`set firewall policer ${name} if-exceeding-pps pps-limit ${limit.packetsPerSecond}`,
        write`set firewall policer ${name} if-exceeding-pps packet-burst ${limit.burst}`,
        write`set firewall policer ${name} then discard`,
      ]
    },
  )
}
