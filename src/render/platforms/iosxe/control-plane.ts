import type { Intent } from '../../../intent/intent.ts'
import type { Family } from '../../../model/ip.ts'
import { block } from '../../config/iosxe-text.ts'
import { line, Quoted, type Line } from '../../config/line.ts'
import { accessList, type Entry } from './acl.ts'
import { limited } from './zones.ts'

const families: readonly Family[] = [4, 6]

/** Packets a second that a router may be asked to look at itself, by kind; far above what a healthy network sends. */
const rates = { routing: 5000, management: 500, rest: 1000 } as const

export function controlLists(): Line[] {
  const any = { action: 'permit', source: undefined, destination: undefined, from: [], practice: 'control-plane' } as const
  const lists: Readonly<Record<string, (family: Family) => readonly Entry[]>> = {
    'C-ROUTING': family => [
      { ...any, protocol: family === 4 ? 'ospf' : '89' }, { ...any, protocol: 'tcp', rest: 'eq 179' }, { ...any, protocol: 'tcp', sourcePort: 179 }, { ...any, protocol: 'udp', rest: 'range 3784 3785' },
      { ...any, protocol: 'udp', rest: 'eq 4784' }, { ...any, protocol: 'udp', rest: 'eq 500' }, { ...any, protocol: 'udp', rest: 'eq 4500' },
    ],
    'C-MANAGEMENT': () => [{ ...any, protocol: 'tcp', rest: 'eq 22' }, { ...any, protocol: 'udp', rest: 'eq 161' }],
  }
  return Object.entries(lists).flatMap(([name, entries]) => families.flatMap(family => accessList(`${name}-${family}`, family, line([], 'control-plane'), entries(family))))
}

/** Polices what reaches the processor; a rule of the filter that holds a rate is held here. */
export function controlPolicies(intent: Intent): Line[] {
  const write = line([], 'control-plane')
  const rules = limited(intent)
  const named = ['C-ROUTING', 'C-MANAGEMENT'].map(name => ({ name, head: write, lists: families.map(family => `${name}-${family}`), rate: name === 'C-ROUTING' ? rates.routing : rates.management }))
  const classes = [...named, ...rules.map(({ rule, lists }) => ({ name: `C-${rule.name}`, head: line(rule.from, rule.practice ?? 'control-plane'), lists, rate: rule.limitPerSecond ?? rates.rest }))]
  const police = new Quoted('pps conform-action transmit exceed-action drop')
  return [
    ...classes.flatMap(({ name, head, lists }) => block(head`class-map match-any ${name}`, lists.map(list => head`match access-group name ${list}`))),
    ...block(write`policy-map CONTROL-PLANE`, [
      ...classes.flatMap(({ name, head, rate }) => block(head`class ${name}`, [head`police rate ${rate} ${police}`])),
      ...block(write`class class-default`, [write`police rate ${rates.rest} ${police}`]),
    ]),
  ]
}

export function controlPlane(): Line[] {
  const write = line([], 'control-plane')
  return block(write`control-plane`, [write`service-policy input CONTROL-PLANE`])
}
