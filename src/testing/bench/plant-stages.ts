import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Processor milliseconds that one checkout spends on the plant of an inventory, in this process and once, as a check or
 * a build does. Its modules are asked for by the root of the checkout, since the same questions are put to two of them.
 * Prints a JSON object of milliseconds by stage.
 */
const [, , root = '', folder = ''] = process.argv
/* biome-ignore lint/suspicious/noExplicitAny: modules of another commit, whose types are not these. */
const module = (path: string): Promise<any> => import(pathToFileURL(join(root, 'src', path)).href)
const [
  { readInventory },
  { places },
  { parseYaml },
  { declare },
  { load },
  { linkPlant },
  { parseLedger },
  { makePlan },
] = await Promise.all(
  [
    'source/read.ts',
    'load/kinds.ts',
    'source/yaml.ts',
    'load/declare.ts',
    'load/load.ts',
    'load/link-plant.ts',
    'plan/ledger.ts',
    'plan/make-plan.ts',
  ].map(module),
)
const [{ planPlant }, { rules }, { plantDocuments }, { renderers }] = await Promise.all(
  ['plan/plant/plan-plant.ts', 'rules/index.ts', 'render/plant/plant-documents.ts', 'platforms/index.ts'].map(module),
)
const times: Record<string, number> = {}
const { sources, ledger } = readInventory(folder, places)
for (const source of sources) parseYaml(source)
const platforms = new Map(renderers.map((each: { platform: { id: string } }) => [each.platform.id, each.platform]))

const ofPlant = sources.filter(({ path }: { path: string }) => /^(plant|routes|types|measurements)\//.test(path))
const { declarations } = await timed('shape', () => declare(ofPlant))
const network = await timed('load of everything', () => load(sources, platforms).value)
await timed('link', () => {
  const linking = { diagnostics: [], missing: new Map(), past: new Map() }
  // Until 2026-11-29 the tables of sites and routers were two arguments.
  return linkPlant.length === 4
    ? linkPlant(linking, declarations, network.sites, network.routers)
    : linkPlant(linking, declarations, network)
})
await timed('lengths and losses', () => planPlant(network))
const plan = await timed('plan of everything else', () =>
  makePlan({ network, ledger: parseLedger(ledger).value, asOf: '2026-06-01', entropy: new Uint8Array(8) }),
)
const families = ['PLT', 'OPT', 'GEO', 'UKR']
const familyOf = ({ code }: Rule): string => code.slice(0, 3)
for (const family of families) await timed(`rules ${family}`, () => run(rule => familyOf(rule) === family))
await timed('rules of everything else', () => run(rule => !families.includes(familyOf(rule))))
await timed('sheets', async () => {
  for (const artifact of plantDocuments(network, plan)) await artifact.content()
})
process.stdout.write(JSON.stringify(times))

interface Rule {
  readonly code: string
  readonly run: (asked: unknown) => unknown[]
}

function run(wanted: (rule: Rule) => boolean): number {
  return rules.filter(wanted).flatMap((rule: Rule) => rule.run({ network, plan })).length
}

/* biome-ignore lint/suspicious/noExplicitAny: as above. */
async function timed(name: string, work: () => any): Promise<any> {
  // What one stage leaves behind is not swept on the account of the next.
  globalThis.gc?.()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  times[name] = (user + system) / 1000
  return result
}
