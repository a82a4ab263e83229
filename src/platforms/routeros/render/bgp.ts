import { bgpTimers } from '../../../model/routing-timers.ts'
import type { Bgp, BgpNeighbor, Intent, RoutePattern } from '../../../intent/intent.ts'
import { addressText, prefixText, type Address, type Family } from '../../../model/ip.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { duration, extended, option, quote, routerosSecret } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'
import { wordsOf, type Words } from './words.ts'

/** Address list of what this router announces as its own; RouterOS announces of it what has a route. */
const ownList = 'bgp-own'
const instanceOfHub = 'bgp-main'

export function bgp({ bgp, router }: Intent): Line[] {
  if (bgp === undefined) return []
  const words = wordsOf(router)
  return [
    ...own(bgp, 4),
    ...own(bgp, 6),
    ...menu(
      '/routing filter rule',
      bgp.neighbors.flatMap(neighbor => [
        ...orNothing(neighbor, 'in', accepts(bgp, neighbor)),
        ...orNothing(neighbor, 'out', announces(neighbor)),
      ]),
    ),
    ...(words.bgpInstances ? menu('/routing bgp instance', instances(bgp)) : []),
    ...menu(
      '/routing bgp connection',
      bgp.neighbors.flatMap(neighbor => connections(bgp, neighbor, words)),
    ),
  ]
}

function own({ own }: Bgp, family: Family): Line[] {
  return menu(
    family === 4 ? '/ip firewall address-list' : '/ipv6 firewall address-list',
    own
      .filter(({ prefix }) => prefix.family === family)
      .map(
        ({ prefix, from }) =>
          said(from, 'anchor')`add list=${ownList} address=${prefixText(prefix)} comment=${quote('announced')}`,
      ),
  )
}

function chain({ id }: BgpNeighbor, direction: 'in' | 'out'): string {
  return `${id.value}-${direction}`
}

/** What no rule of a chain accepts is rejected: that is the chain's own end. A chain has to have a rule to be one. */
function orNothing(neighbor: BgpNeighbor, direction: 'in' | 'out', rules: readonly Line[]): readonly Line[] {
  return rules.length > 0 ? rules : [line([], 'default-deny')`add chain=${chain(neighbor, direction)} rule="reject"`]
}

function accepts({ leasedDistance }: Bgp, neighbor: BgpNeighbor): Line[] {
  const { accepts, relation, preference, id } = neighbor
  const leased = relation === 'hub' || relation === 'leased-site'
  return patternsOf(neighbor, accepts).map(pattern =>
    leased
      ? said(
          places(pattern.from, id.from, leasedDistance.from),
          'explicit-policy',
        )`add chain=${chain(neighbor, 'in')} rule="if (${condition(pattern)}) { set distance ${leasedDistance.value}; set bgp-local-pref ${preference.value}; accept }"`
      : said(
          places(pattern.from, id.from),
          'explicit-policy',
        )`add chain=${chain(neighbor, 'in')} rule="if (${condition(pattern)}) { ${preferenceOf(neighbor)}accept }"`,
  )
}

/** Between the cores the preference that the other one gave stays; all other neighbours' routes get theirs here. */
function preferenceOf({ relation, preference }: BgpNeighbor): Quoted {
  return new Quoted(relation === 'core' ? '' : `set bgp-local-pref ${preference.value}; `)
}

function announces(neighbor: BgpNeighbor): Line[] {
  return patternsOf(neighbor, neighbor.announces).map(
    pattern =>
      said(
        places(pattern.from, neighbor.id.from),
        'explicit-policy',
      )`add chain=${chain(neighbor, 'out')} rule="if (${condition(pattern)}) { accept }"`,
  )
}

function patternsOf({ v6 }: BgpNeighbor, patterns: readonly RoutePattern[]): readonly RoutePattern[] {
  return v6.value === undefined ? patterns.filter(({ prefix }) => prefix.family === 4) : patterns
}

function condition({ prefix, upTo }: RoutePattern): Quoted {
  if (upTo === undefined || upTo === prefix.length) return new Quoted(`dst == ${prefixText(prefix)}`)
  return new Quoted(`dst in ${prefixText(prefix)} && dst-len <= ${upTo}`)
}

/** One for the hub's AS; one more for each neighbour that knows us by another. */
function instances({ as, routerId, neighbors, from }: Bgp): Line[] {
  return [
    line(from)`add name=${instanceOfHub} as=${as} router-id=${addressText(routerId.value)} vrf=main`,
    ...neighbors.flatMap(neighbor =>
      neighbor.localAs.value === undefined
        ? []
        : [
            // Instances with one router id would be taken for one; the address towards the provider is this one's own.
            line(
              neighbor.localAs.from,
            )`add name=${neighbor.id.value} as=${neighbor.localAs.value} router-id=${addressText(neighbor.v4.local)} vrf=main`,
          ],
    ),
  ]
}

function connections(bgp: Bgp, neighbor: BgpNeighbor, words: Words): Line[] {
  return [
    connection(bgp, neighbor, words, neighbor.v4),
    ...(neighbor.v6.value === undefined ? [] : [connection(bgp, neighbor, words, neighbor.v6.value)]),
  ]
}

function connection(
  bgp: Bgp,
  neighbor: BgpNeighbor,
  words: Words,
  { local, remote }: { readonly local: Address; readonly remote: Address },
): Line {
  const { id, description, remoteAs, relation } = neighbor
  const family = local.family
  const from = family === 4 ? neighbor.from : neighbor.v6.from
  const start = line(
    from,
  )`add name=${id.value}-v${family} ${process(bgp, neighbor, words)} remote.address=${addressText(remote)} remote.as=${remoteAs} local.role=${relation === 'core' ? 'ibgp' : 'ebgp'} local.address=${addressText(local)} ${new Quoted(words.bgpFamilies)}=${family === 4 ? 'ip' : 'ipv6'} hold-time=${duration(bgpTimers.holdSeconds)} keepalive-time=${duration(bgpTimers.keepaliveSeconds)}`
  const policy = line(from)`${policyOf(bgp, neighbor, family)}${transportOf(neighbor)} comment=${quote(description)}`
  return extended(extended(start, policy), password(neighbor))
}

function process({ as, routerId }: Bgp, { id, localAs }: BgpNeighbor, { bgpInstances }: Words): Quoted {
  if (bgpInstances) return new Quoted(`instance=${localAs.value === undefined ? instanceOfHub : id.value}`)
  return new Quoted(`as=${localAs.value ?? as} router-id=${addressText(routerId.value)}`)
}

function policyOf({ own }: Bgp, neighbor: BgpNeighbor, family: Family): Quoted {
  const { announces, maximumPrefixes } = neighbor
  const announcesDefault = announces.some(({ prefix }) => prefix.family === family && prefix.length === 0)
  return new Quoted(
    [
      option('input.filter', chain(neighbor, 'in')),
      option('output.filter-chain', chain(neighbor, 'out')),
      option('output.network', own.some(({ prefix }) => prefix.family === family) ? ownList : undefined),
      option('output.default-originate', announcesDefault ? 'if-installed' : undefined),
      option(`input.limit-process-routes-ipv${family}`, maximumPrefixes),
    ]
      .map(({ text }) => text)
      .join(''),
  )
}

function transportOf({ relation, bfd }: BgpNeighbor): Quoted {
  return new Quoted(
    [
      option('nexthop-choice', relation === 'core' ? 'force-self' : undefined),
      option('multihop', relation === 'core' ? 'yes' : undefined),
      option('use-bfd', bfd === undefined ? 'no' : 'yes'),
    ]
      .map(({ text }) => text)
      .join(''),
  )
}

function password({ password }: BgpNeighbor): Line {
  if (password.value === undefined) return line(password.from)``
  return line(password.from)` tcp-md5-key="${{ secret: password.value.secret, encode: routerosSecret }}"`
}
