import type { FilterRule, Intent } from '../../../intent/intent.ts'
import { block } from '../text.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { inputLists } from './zones.ts'

/** Packets a second that a router may be asked to look at itself, by kind; far above what a healthy network sends. */
const rates = { routing: 5000, management: 500, rest: 1000 } as const

/** Kind of a rule for this router itself: one that holds a rate is a kind of its own. */
function kindOf({ name, limitPerSecond, protocol, ports = [] }: FilterRule): {
  readonly name: string
  readonly rate: number
} {
  if (limitPerSecond !== undefined) return { name: `C-${name}`, rate: limitPerSecond }
  const routing =
    (protocol !== 'tcp' && protocol !== 'udp') || ports.some(port => [179, 500, 3784, 4784].includes(port))
  return routing ? { name: 'C-ROUTING', rate: rates.routing } : { name: 'C-SERVICES', rate: rates.management }
}

/** Polices what reaches the processor, by the lists of the filter. */
export function controlPolicies(intent: Intent): Line[] {
  const write = line([], 'control-plane')
  const rules = inputLists(intent).map(item => ({ ...item, kind: kindOf(item.rule) }))
  const kinds = [...new Map(rules.map(({ kind }) => [kind.name, kind])).values()]
  const police = new Quoted('pps conform-action transmit exceed-action drop')
  return [
    ...kinds.flatMap(({ name }) =>
      block(
        write`class-map match-any ${name}`,
        rules
          .filter(({ kind }) => kind.name === name)
          .flatMap(({ names, write: own }) => names.map(list => own`match access-group name ${list}`)),
      ),
    ),
    ...block(write`policy-map CONTROL-PLANE`, [
      ...kinds.flatMap(({ name, rate }) => block(write`class ${name}`, [write`police rate ${rate} ${police}`])),
      ...block(write`class class-default`, [write`police rate ${rates.rest} ${police}`]),
    ]),
  ]
}

export function controlPlane(): Line[] {
  const write = line([], 'control-plane')
  return block(write`control-plane`, [write`service-policy input CONTROL-PLANE`])
}
