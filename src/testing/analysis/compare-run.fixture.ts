import { compareNetwork } from './compare.fixture.ts'

/** `node compare-run.fixture.ts FIRST LAST`: ends with 3 at the first network on which analysis and brute force differ. */
const [first = 0, last = 0] = process.argv.slice(2).map(Number)
for (let seed = first; seed < last; seed++) {
  const { differences } = compareNetwork(seed)
  if (differences.length === 0) continue
  console.log(differences.join('\n'))
  process.exit(3)
}
