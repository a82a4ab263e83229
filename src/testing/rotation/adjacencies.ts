import { z } from 'zod'
import type { Running } from '../../lab/boot/running.ts'
import { jsonDocuments } from '../../lab/verify/sessions.ts'
import { inParallel } from '../../lab/run.ts'

/** Since when every adjacency of every router is full, in milliseconds of this program's clock, by `router ospf6 interface`. */
export async function fullSince(lab: Running, routers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const since = new Map<string, number>()
  await inParallel(routers, 4, async router => {
    const text = await lab.vtysh(router, ['show ip ospf neighbor json', 'show ipv6 ospf6 neighbor json'])
    const now = performance.now()
    const [v4, v6] = jsonDocuments(text)
    for (const { nbrState, upTimeInMsec, ifaceName } of Object.values(neighbours4.parse(v4).neighbors).flat())
      if (nbrState.startsWith('Full')) since.set(`${router} ospf ${ifaceName}`, now - upTimeInMsec)
    for (const { state, duration, interfaceName } of neighbours6.parse(v6).neighbors)
      if (state === 'Full') since.set(`${router} ospf6 ${interfaceName}`, now - 1000 * secondsOf(duration))
  })
  return since
}

const neighbours4 = z.object({
  neighbors: z.record(
    z.string(),
    z.array(z.object({ nbrState: z.string(), upTimeInMsec: z.number(), ifaceName: z.string() })),
  ),
})

const neighbours6 = z.object({
  neighbors: z.array(z.object({ state: z.string(), duration: z.string(), interfaceName: z.string() })),
})

/** FRR's `01:02:03`, or beyond a day `1d02:03:04`. */
function secondsOf(duration: string): number {
  const [, days = '0', hours, minutes, seconds] = /^(?:(\d+)d)?(\d+):(\d+):(\d+)$/.exec(duration) ?? []
  if (seconds === undefined) throw new Error(`no duration of FRR: ${duration}`)
  return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
}

/** Whole seconds of FRR, and how long a router is asked on a busy machine. */
const toleranceMs = 5000

/** Adjacencies that are gone, or that came up anew. */
export function lostOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  return [...before].flatMap(([name, since]) => {
    const now = after.get(name)
    return now === undefined || now - since > toleranceMs ? [name] : []
  })
}
