import { ospfDistance } from '../../../intent/decided.ts'
import type { FibreLink, Intent, Ospf } from '../../../intent/intent.ts'
import { addressText, type Address, type Family } from '../../../model/ip.ts'
import type { Dialect } from '../../../model/platform.ts'
import { words } from '../text.ts'
import { line, type Quoted, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { leasedCommunity } from './bgp.ts'
import { ospfKey } from './dialect.ts'
import { families, inet, logical, places } from './names.ts'

/** Distance of OSPF's routes; Junos's own are other ones for routes from inside and outside. */

const out = 'ospf-out'
const back = 'ospf-in'

export function ospf(intent: Intent): Line[] {
  const { ospf, fibre, router } = intent
  if (ospf === undefined) return []
  return families
    .flatMap(family => [
      ...processLines(ospf, family),
      ...fibre.flatMap(link => linkLines(link, family, router.dialect)),
      ...ospf.passive.map(
        ({ interface: name, from }) => said(from, 'passive')`${area(family)} interface ${logical(name)} passive`,
      ),
    ])
    .concat(ospf.leasedTag === undefined ? [] : policies(intent, ospf, ospf.leasedTag))
}

function area(family: Family): Quoted {
  return words('set', 'protocols', family === 4 ? 'ospf' : 'ospf3', 'area', '0.0.0.0')
}

function processLines({ leasedTag, from }: Ospf, family: Family): Line[] {
  const head = words('set', 'protocols', family === 4 ? 'ospf' : 'ospf3')
  const common = line([], 'common-distances')
  return [
    common`${head} preference ${ospfDistance}`,
    common`${head} external-preference ${ospfDistance}`,
    ...(leasedTag === undefined
      ? []
      : [line(from, 'leased-into-ospf')`${head} export ${out}`, line(from, 'tag-refused')`${head} import ${back}`]),
  ]
}

function linkLines(link: FibreLink, family: Family, dialect: Dialect): Line[] {
  const { interface: name, cost, bfd } = link
  const head = words(...area(family).text.split(' '), 'interface', logical(name.value))
  return [
    line(name.from, 'point-to-point')`${head} interface-type p2p`,
    line(places(cost.from, name.from))`${head} metric ${cost.value}`,
    ...(family === 4 ? ospfKey(link, dialect) : []),
    said(bfd.from, 'fast-failure')`${head} bfd-liveness-detection minimum-interval ${bfd.intervalMs}`,
    said(bfd.from, 'fast-failure')`${head} bfd-liveness-detection multiplier ${bfd.multiplier}`,
  ]
}

/**
 * A core announces the default while its own uplink brings it, hands on the routes that its own leased sites told it,
 * and takes none of them back.
 */
function policies(intent: Intent, { originateDefault, externalMetric, from }: Ospf, tag: number): Line[] {
  const refused = line(from, 'tag-refused')
  const handedOn = line(from, 'leased-into-ospf')
  const head = words('set', 'policy-options', 'policy-statement', out, 'term')
  return [
    refused`set policy-options policy-statement ${back} term leased from tag ${tag}`,
    refused`set policy-options policy-statement ${back} term leased then reject`,
    ...(originateDefault ? families.flatMap(family => defaultTerms(intent, externalMetric.default, family)) : []),
    handedOn`${head} leased from protocol bgp`,
    handedOn`${head} leased from community ${leasedCommunity}`,
    handedOn`${head} leased then metric ${externalMetric.leased}`,
    handedOn`${head} leased then tag ${tag}`,
    handedOn`${head} leased then external type 1`,
    handedOn`${head} leased then accept`,
    line([], 'explicit-policy')`${head} rest then reject`,
  ]
}

/**
 * The neighbour tells a provider's default from one that the other core sent; a static one is always the own uplink's.
 */
function defaultTerms({ uplinks, bgp }: Intent, metric: number, family: Family): Line[] {
  return uplinks.flatMap(uplink => {
    const neighbor = bgp?.neighbors.find(({ id, relation }) => relation === 'provider' && id.value === uplink.id)
    const remote: Address | undefined = family === 4 ? neighbor?.v4.remote : neighbor?.v6.value?.remote
    if (uplink.probe.value === undefined && remote === undefined) return []
    if (uplink.probe.value !== undefined && family === 6 && uplink.gatewayV6.value === undefined) return []
    const write = line(family === 4 ? uplink.gateway.from : uplink.v6.from, 'living-default')
    const head = words('set', 'policy-options', 'policy-statement', out, 'term', `default-${uplink.id}-v${family}`)
    return [
      write`${head} from family ${inet(family)}`,
      ...(remote === undefined
        ? [write`${head} from protocol static`]
        : [write`${head} from protocol bgp`, write`${head} from neighbor ${addressText(remote)}`]),
      write`${head} from route-filter ${family === 4 ? '0.0.0.0/0' : '::/0'} exact`,
      write`${head} then metric ${metric}`,
      write`${head} then external type 1`,
      write`${head} then accept`,
    ]
  })
}
