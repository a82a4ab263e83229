import type { FilterRule, Intent } from '../../../intent/intent.ts'
import { guardRates, purposes } from '../../../intent/purpose.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { inputLists } from './interface-filters.ts'

interface Kind {
  readonly name: string
  readonly rate: number
  /** Packets at once, where the intent says how many. */
  readonly burst?: number
  /** What comes faster is counted, and goes on all the same. */
  readonly exceed: 'drop' | 'transmit'
}

/** Kind of a rule for this router itself: one that holds a limit is a kind of its own. */
function kindOf({ name, limit, purpose }: FilterRule): Kind {
  if (limit !== undefined)
    return { name: `C-${name}`, rate: limit.packetsPerSecond, burst: limit.burst, exceed: 'drop' }
  const { guard } = purposes[purpose]
  if (guard === 'discovery') return { name: 'C-DISCOVERY', rate: guardRates.routing, exceed: 'transmit' }
  return guard === 'routing'
    ? { name: 'C-ROUTING', rate: guardRates.routing, exceed: 'drop' }
    : { name: 'C-SERVICES', rate: guardRates.services, exceed: 'drop' }
}

/**
 * Polices what reaches the processor, by the lists of the filter. ARP is to IPv4 what discovery is to IPv6: counted,
 * and never held back.
 */
export function controlPolicies(intent: Intent): Line[] {
  const write = line([], 'control-plane')
  const rules = inputLists(intent).map(item => ({ ...item, kind: kindOf(item.rule) }))
  const kinds = [...new Map(rules.map(({ kind }) => [kind.name, kind])).values()]
  const police = ({ rate, burst, exceed }: Omit<Kind, 'name'>): Line => {
    const most = new Quoted(burst === undefined ? '' : ` burst ${burst} packets`)
    return write`police rate ${rate} pps${most} conform-action transmit exceed-action ${exceed}`
  }
  return [
    ...kinds.flatMap(({ name }) =>
      block(
        write`class-map match-any ${name}`,
        rules
          .filter(({ kind }) => kind.name === name)
          .flatMap(({ names, write: own }) => names.map(list => own`match access-group name ${list}`)),
      ),
    ),
    ...block(write`class-map match-any C-ARP`, [write`match protocol arp`]),
    ...block(write`policy-map CONTROL-PLANE`, [
      ...kinds.flatMap(kind => block(write`class ${kind.name}`, [police(kind)])),
      ...block(write`class C-ARP`, [police({ rate: guardRates.routing, exceed: 'transmit' })]),
      ...block(write`class class-default`, [police({ rate: guardRates.rest, exceed: 'drop' })]),
    ]),
  ]
}

export function controlPlane(): Line[] {
  const write = line([], 'control-plane')
  return block(write`control-plane`, [write`service-policy input CONTROL-PLANE`])
}
