import { compareNetwork } from './compare.fixture.ts'
import { compareProtection } from './compare-protection.fixture.ts'

/**
 * `node compare-run.fixture.ts routing|protection FIRST LAST`: ends with 3 at the first network on which analysis and
 * brute force differ.
 */
const [what, ...numbers] = process.argv.slice(2)
const [first = 0, last = 0] = numbers.map(Number)
for (let seed = first; seed < last; seed++) {
  const { differences } = what === 'protection' ? compareProtection(seed, 3) : compareNetwork(seed)
  if (differences.length === 0) continue
  console.log(differences.join('\n'))
  process.exit(3)
}
