import { ospfTimers } from '../../../model/routing-timers.ts'
import type { FibreLink, Intent, Ospf } from '../../../intent/intent.ts'
import { addressText, type Family } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { duration, extended, option, quote, routerosSecret } from '../text.ts'
import { said } from '../../said.ts'
import { menu, places } from './menu.ts'

/** Chains of the core's redistribution. */
const inChain = 'ospf-in'
const outChain = 'ospf-out'

export function ospf({ ospf, bgp, fibre }: Intent): Line[] {
  if (ospf === undefined) return []
  return [
    ...leasedFilters(ospf, bgp?.as),
    ...menu('/routing ospf instance', [instance(ospf, 4), instance(ospf, 6)]),
    ...menu('/routing ospf area', [
      line([], 'point-to-point')`add name=${area(4)} instance=${instanceName(4)} area-id=0.0.0.0`,
      line([], 'point-to-point')`add name=${area(6)} instance=${instanceName(6)} area-id=0.0.0.0`,
    ]),
    ...menu('/routing ospf interface-template', [
      ...fibre.flatMap(link => [template(link, 4), template(link, 6)]),
      ...ospf.passive.flatMap(({ interface: name, from }) => [
        said(from, 'passive')`add area=${area(4)} interfaces=${name} passive`,
        said(from, 'passive')`add area=${area(6)} interfaces=${name} passive`,
      ]),
    ]),
  ]
}

function instanceName(family: Family): string {
  return family === 4 ? 'ospf-v2' : 'ospf-v3'
}

function area(family: Family): string {
  return family === 4 ? 'backbone-v2' : 'backbone-v3'
}

function instance({ routerId, originateDefault, leasedTag, from }: Ospf, family: Family): Line {
  const start = line(
    from,
  )`add name=${instanceName(family)} version=${family === 4 ? 2 : 3} router-id=${addressText(routerId)} vrf=main${option('originate-default', originateDefault ? 'if-installed' : undefined)}`
  if (leasedTag === undefined) return start
  return extended(start, line(from)` redistribute=bgp in-filter-chain=${inChain} out-filter-chain=${outChain}`)
}

/**
 * Routes of leased sites go out with the tag; with it they do not come back. What another core told by iBGP is not
 * handed on: with the links between the cores cut, a ring would be sent to this core and by it back into the ring. The
 * default is the instance's own affair.
 */
function leasedFilters({ leasedTag, externalMetric }: Ospf, hubAs: number | undefined): Line[] {
  if (leasedTag === undefined || hubAs === undefined) return []
  return menu('/routing filter rule', [
    line(
      [],
      'tag-refused',
    )`add chain=${inChain} rule="if (ospf-ext-tag == ${leasedTag}) { reject } else { accept }" comment=${quote('leased routes do not come back')}`,
    line(
      [],
      'living-default',
    )`add chain=${outChain} rule="if (dst == 0.0.0.0/0 || dst == ::/0) { set ospf-ext-type type1; set ospf-ext-metric ${externalMetric.default}; accept }" comment=${quote('default')}`,
    line(
      [],
      'leased-into-ospf',
    )`add chain=${outChain} rule="if (protocol bgp && bgp-input-remote-as != ${hubAs}) { set ospf-ext-type type1; set ospf-ext-metric ${externalMetric.leased}; set ospf-ext-tag ${leasedTag}; accept }" comment=${quote('leased sites')}`,
  ])
}

function template(link: FibreLink, family: Family): Line {
  const { interface: name, cost, peer, from } = link
  const start = line(
    places(peer.from, cost.from, from),
  )`add area=${area(family)} interfaces=${name.value} type=ptp cost=${cost.value} hello-interval=${duration(ospfTimers.helloSeconds)} dead-interval=${duration(ospfTimers.deadSeconds)} use-bfd=yes comment=${quote(`link to ${peer.value}`)}`
  return extended(start, authentication(link, family))
}

/** The key is part of the line that it protects, so that no link ever comes up without it. */
function authentication(link: FibreLink, family: Family): Line {
  const { authentication: v2, authentication3: v3 } = link
  const key = family === 4 ? link.key : link.key3
  const kind = family === 4 ? v2 : v3 && 'sha256'
  if (kind === undefined) return line(key.from)``
  return line(
    key.from,
  )` auth=${kind} auth-id=${key.value.id} auth-key="${{ secret: key.value.secret, encode: routerosSecret }}"`
}
