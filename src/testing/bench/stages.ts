import { load } from '../../load/load.ts'
import { places } from '../../load/kinds.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import type { Artifact } from '../../render/artifact.ts'
import { documents } from '../../render/documents.ts'
import { page } from '../../render/page/page.ts'
import { renderers } from '../../platforms/index.ts'
import { routerArtifacts } from '../../render/routers.ts'
import { runRules } from '../../rules/run.ts'
import { applyWaivers } from '../../rules/waivers.ts'
import { readInventory } from '../../source/read.ts'
import { parseYaml } from '../../source/yaml.ts'

/** Where the time of one compilation goes, in one process, without writing. Prints a JSON object of milliseconds. */
const [, , folder = ''] = process.argv
const times: Record<string, number> = {}
const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))

const { sources, ledger } = timed('read', () => readInventory(folder, places))
timed('parse', () => sources.forEach(parseYaml))
const network = timed('load', () => load(sources, platforms)).value
if (network === undefined) throw new Error('the inventory does not load')
const recorded = timed('ledger', () => parseLedger(ledger)).value
const plan = timed('plan', () =>
  makePlan({ network, ledger: recorded, asOf: '2026-06-01', entropy: new Uint8Array(8) }),
)
const remarks = timed('rules', () => applyWaivers(network, runRules({ network, plan }), '2026-06-01'))
await spent('routers', routerArtifacts(plan, renderers))
await spent(
  'documents',
  documents(network, plan, () => ''),
)
await spent('page', [page({ network, plan, diagnostics: [], waived: remarks.waived, asOf: '2026-06-01' })])
process.stdout.write(JSON.stringify(times))

function timed<T>(name: string, work: () => T): T {
  const start = performance.now()
  const result = work()
  times[name] = performance.now() - start
  return result
}

async function spent(name: string, artifacts: Iterable<Artifact>): Promise<void> {
  const start = performance.now()
  for (const artifact of artifacts) await artifact.content()
  times[name] = performance.now() - start
}
