import type { Intent, Nat } from '../../../intent/intent.ts'
import { addressText, prefixText, type Address } from '../../../model/ip.ts'
import { words } from '../text.ts'
import { line, type Line, type Quoted } from '../../text/line.ts'
import { logical } from './names.ts'
import { zonesOf } from './zones.ts'

export function translation(intent: Intent): Line[] {
  return [
    ...intent.nat.flatMap((item, i) => pool(intent, item, i + 1)),
    ...intent.npt.flatMap(({ out, inside, outside, from }, i) => {
      const write = line(from)
      const set = words('set', 'security', 'nat', 'static', 'rule-set', `prefix-${i + 1}`)
      return [
        write`${set} from interface ${logical(out)}`,
        write`${set} rule own match destination-address ${prefixText(outside)}`,
        write`${set} rule own then static-nat nptv6-prefix ${prefixText(inside)}`,
      ]
    }),
  ]
}

function pool(intent: Intent, nat: Nat, number: number): Line[] {
  const { out, source, first, last, onLink, from } = nat
  const write = line(from)
  const name = `pool-${number}`
  const set = words('set', 'security', 'nat', 'source', 'rule-set', name)
  return [
    write`set security nat source pool ${name} address ${range(first, last)}`,
    ...zonesOf(intent)
      .filter(({ outside }) => !outside)
      .map(zone => write`${set} from zone ${zone.name}`),
    write`${set} to interface ${logical(out)}`,
    write`${set} rule inside match source-address ${prefixText(source)}`,
    write`${set} rule inside then source-nat pool ${name}`,
    ...runsOf(onLink).map(
      ([low, high]) => write`set security nat proxy-arp interface ${logical(out)} address ${range(low, high)}`,
    ),
  ]
}

/** Addresses without a gap between them, by their ends: the router's own address may lie amid a pool. */
function runsOf(addresses: readonly Address[]): [Address, Address][] {
  const runs: [Address, Address][] = []
  for (const address of addresses) {
    const run = runs.at(-1)
    if (run !== undefined && run[1].bits + 1n === address.bits) run[1] = address
    else runs.push([address, address])
  }
  return runs
}

function range(first: Address, last: Address): Quoted {
  return words(`${addressText(first)}/32`, 'to', `${addressText(last)}/32`)
}
