import { treeAbsent } from '../../platforms/junos/junos.tree.ts'
import { generate } from '../generate/generate.ts'
import { readSites } from '../reference-intents.ts'
import { releases, triedOn } from './releases.ts'

/**
 * `npm run test:releases -- SEED SEED`: Klaten (0) and random networks, all fifty where none is named, on every
 * platform in every release that is accepted: each router's text is read back and held against its intent, limits,
 * discovery and source checks among the packets; Junos against its tree too. The command trees of RouterOS are `npm run
 * test:routeros`, FRR's own parser is `npm run test:frr`.
 */
const asked = process.argv.slice(2).map(Number)
const seeds = asked.length > 0 ? asked : Array.from({ length: 51 }, (_, seed) => seed)

if (treeAbsent) console.log('the tree of Junos is not here: its texts are only read back')
let bad = 0
for (const release of releases) {
  let [routers, probes] = [0, 0]
  const faults: string[] = []
  for (const seed of seeds) {
    const network = seed === 0 ? readSites() : { sources: generate(12 + (seed % 7), seed), ledger: '' }
    const tried = await triedOn(release, network)
    routers += tried.routers
    probes += tried.probes
    faults.push(...tried.faults.map(text => `network ${seed}, ${text}`))
  }
  bad += faults.length
  console.log(
    `${release.dialect} (${release.id} ${release.version}): ${routers} routers, ${probes} packets, ${faults.length} faults`,
  )
  for (const text of faults.slice(0, 10)) console.error(`  ${text}`)
}
process.exitCode = bad === 0 ? 0 : 1
