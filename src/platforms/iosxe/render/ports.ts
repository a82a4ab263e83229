import { usualMtu } from '../../../intent/decided.ts'
import type { Port } from '../../../intent/port.ts'
import type { Intent } from '../../../intent/intent.ts'
import type { From } from '../../../intent/sourced.ts'
import { said } from '../../said.ts'
import { line, type Line } from '../../text/line.ts'
import { block, iosText } from '../text.ts'
import { isSwitched } from '../platform.ts'
import { isBridged } from './placed.ts'

/** What one item of the intent writes into an interface's block. */
export interface Part {
  readonly interface: string
  readonly from: From
  readonly lines: readonly Line[]
}

export function portPart(intent: Intent, port: Port): Part {
  const { name, description, mtu, from } = port
  const common = line(from)`description ${iosText(description)}`
  if (isSwitched(intent.router.declared.model, name.value))
    return { interface: name.value, from: name.from, lines: [common, ...switchLines(intent, port)] }
  return {
    interface: name.value,
    from: name.from,
    lines: [
      common,
      ...(mtu.value === usualMtu ? [] : [said(mtu.from)`mtu ${mtu.value}`]),
      ...bridgeLines(intent, port),
    ],
  }
}

function switchLines({ access }: Intent, { name, use }: Port): Line[] {
  const write = line([], 'structure')
  const desk = access?.segments.find(segment => segment.desks.some(port => port.value === name.value))
  if (desk !== undefined) {
    return [
      write`switchport mode access`,
      line(desk.vlan.from)`switchport access vlan ${desk.vlan.value}`,
      line([], 'hardening')`switchport nonegotiate`,
      line([], 'hardening')`spanning-tree portfast`,
      line([], 'hardening')`spanning-tree bpduguard enable`,
    ]
  }
  if (use !== 'trunk' || access === undefined) return [line([], 'hardening')`switchport nonegotiate`]
  return [
    write`switchport mode trunk`,
    ...access.segments.map(({ vlan }, i) =>
      i === 0
        ? line(vlan.from)`switchport trunk allowed vlan ${vlan.value}`
        : line(vlan.from)`switchport trunk allowed vlan add ${vlan.value}`,
    ),
    line([], 'hardening')`switchport nonegotiate`,
  ]
}

/** Desks on routed ports share a bridge domain with the tagged trunk. */
function bridgeLines({ access, router }: Intent, { name, from }: Port): Line[] {
  if (access === undefined) return []
  const tagged =
    name.value === access.trunk.value
      ? access.segments
          .filter(isBridged)
          .flatMap(({ vlan }) =>
            block(line(vlan.from)`service instance ${vlan.value} ethernet`, [
              line(vlan.from)`encapsulation dot1q ${vlan.value}`,
              line([], 'structure')`rewrite ingress tag pop 1 symmetric`,
              line(vlan.from)`bridge-domain ${vlan.value}`,
            ]),
          )
      : []
  const desk = access.segments.find(segment => segment.desks.some(port => port.value === name.value))
  if (desk === undefined) return tagged
  if (!isBridged(desk))
    return [
      line(
        from,
      )`! ${router.id} has its trunk on a switch and this desk on a routed port: segment ${desk.id} does not reach it`,
    ]
  return block(line(desk.vlan.from)`service instance ${desk.vlan.value} ethernet`, [
    line([], 'structure')`encapsulation untagged`,
    line(desk.vlan.from)`bridge-domain ${desk.vlan.value}`,
  ])
}
