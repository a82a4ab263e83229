import { tunnelSigns } from '../../noc/lost.ts'
import type { Ongoing } from '../../noc/watch.ts'
import type { Told } from './told.ts'

/**
 * What is down, as people name it: the tunnels of a circuit are the circuit, and where the router at its end does not
 * answer either, or the uplink below them is lost, they are no news.
 */
export function fallenOf({ plan, down }: Pick<Told, 'plan' | 'down'>): Ongoing[] {
  const open = new Map(down.map(one => [one.sign, one]))
  const folded = new Set(
    [...plan.leases.values()].flatMap(({ tunnels }) =>
      tunnels.flatMap(({ id, uplink }) =>
        uplink !== undefined && open.has(`uplink:${uplink.id}`) ? [`tunnel:${id}`] : [],
      ),
    ),
  )
  const circuits = [...plan.leases.values()].flatMap(({ circuit }): Ongoing[] => {
    const signs = tunnelSigns(plan, circuit.id)
    const fallen = signs.flatMap(sign => open.get(sign) ?? [])
    const isSilent = open.has(`router:${circuit.site.router.id}`)
    if (fallen.length === 0 || (fallen.length < signs.length && !isSilent)) return []
    for (const { sign } of fallen) folded.add(sign)
    if (isSilent) return []
    const missing = fallen.map(({ missingMs }) => missingMs)
    return [
      {
        sign: `circuit:${circuit.id}`,
        fromMs: Math.max(...fallen.map(({ fromMs }) => fromMs)),
        // One tunnel that may have recovered is a circuit that may have.
        missingMs: missing.find(ms => ms !== undefined),
      },
    ]
  })
  return [...down.filter(({ sign }) => !folded.has(sign)), ...circuits].sort((a, b) => a.fromMs - b.fromMs)
}
