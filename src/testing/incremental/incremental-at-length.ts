import { recompiler } from '../../recompile.ts'
import { firstDifference } from './histories.ts'

/**
 * `npm run test:incremental [HISTORIES]`: 2,000 histories of 20 random edits, each state compiled incrementally and
 * anew.
 */
const [, , asked = '2000'] = process.argv
const edits = 20
const differences: string[] = []
for (let seed = 0; seed < Number(asked); seed++) {
  const difference = await firstDifference(seed, edits, recompiler())
  if (difference !== undefined) differences.push(difference)
  if (seed % 100 === 99) console.log(`${seed + 1} histories of ${edits} edits: ${differences.length} differ`)
}
for (const difference of differences.slice(0, 10)) console.log(difference)
process.exit(differences.length === 0 ? 0 : 1)
