import { analysisOf } from '../../analysis/analysis.ts'
import type { Network } from '../../model/network.ts'
import { connectHosts } from '../agent/agent-client.ts'
import { chooseFailures, type Wish } from './choose-failures.ts'
import { healAll } from './cuts.ts'
import { withoutTransfers } from '../boot/leftovers.ts'
import { comparePrefixes } from './prefixes.ts'
import { untilReady } from '../boot/ready.ts'
import type { LabReport } from './lab-report.ts'
import type { Running } from '../boot/running.ts'
import { writeState } from '../boot/state.ts'
import type { Tell } from '../boot/up.ts'
import { takeUpLastMile } from './power-cut-bench.ts'
import { verifyFloods } from './verify-floods.ts'
import { verifyPowerCut } from './verify-power-cut.ts'
import { verifySources } from './verify-sources.ts'
import { verifyFailures } from './verify-failures.ts'
import { verifyZones } from './verify-zones.ts'

/**
 * Prefixes, zones, dishonest sources, floods, a power cut and failures of a lab that is up, all against what the plan
 * and the analysis say.
 */
export async function verifyLab(
  lab: Running,
  switchedOn: readonly string[],
  vendors: readonly string[],
  wish: Wish,
  tell: Tell,
): Promise<LabReport> {
  const { plan } = lab.blueprint
  const analysis = analysisOf(plan)
  await takeUpLastMile(lab)
  await healAll(lab)
  await untilReady(lab, tell, { stillMs: 1000 })
  const hosts = await connectHosts()
  try {
    tell({ id: 'prefiks', en: 'prefixes' })
    const found = comparePrefixes(analysis.whole.routing, lab.blueprint, lab.fib)
    const prefixes = lab.state.disturbed ? { ...found, differences: withoutTransfers(lab, found.differences) } : found
    tell({ id: 'zona', en: 'zones' })
    const zones = await verifyZones(lab, hosts)
    tell({ id: 'sumber palsu', en: 'dishonest sources' })
    const sources = await verifySources(lab, hosts)
    tell({ id: 'banjir ping', en: 'floods of pings' })
    const floods = await verifyFloods(lab, hosts)
    tell({ id: 'listrik padam di situs sewa', en: 'a power cut at a leased site' })
    const powerCut = await verifyPowerCut(lab, hosts)
    if (powerCut !== undefined) await untilReady(lab, tell, { stillMs: 1000 })
    writeState({ ...lab.state, disturbed: lab.state.disturbed || wish.sample !== 0 })
    const tested = await verifyFailures(lab, hosts, chooseFailures(analysis, wish), tell)
    const all = analysis.classes.filter(({ elements }) => elements.length > 0).length
    return {
      routers: lab.blueprint.routers.length,
      switchedOn,
      vendors,
      prefixes,
      zones,
      sources,
      floods,
      powerCut,
      failures: { all, seed: wish.sample === 'all' ? undefined : wish.seed, tested },
    }
  } finally {
    hosts.close()
  }
}

/** Names of the platforms that stand on site, apart from Linux with FRR itself. */
export function vendorsOf({ routers }: Network): string[] {
  return [
    ...new Set(
      [...routers.values()]
        .map(({ platform }) => platform)
        .filter(({ id }) => id !== 'linux')
        .map(({ name }) => name),
    ),
  ].sort()
}
