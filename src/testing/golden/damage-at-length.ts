import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * The damage tests at length, in forty parts with a seed of its own each: two million texts over every field, and 500
 * damages for each of the fourteen files of the small network. `npm run test:damage -- 3 17` runs those parts alone, so
 * that several can run side by side.
 */

const files = 14
const parts = 40
const asked = process.argv.slice(2).map(Number)
const chosen = asked.length > 0 ? asked : Array.from({ length: parts }, (_, part) => part + 1)
const root = join(import.meta.dirname, '../../..')
const vitest = ['--max-old-space-size=1024', join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'fast']
const tests = ['src/testing/golden/damage.test.ts', 'src/testing/golden/random-texts.test.ts']

function failed(part: number): boolean {
  const seed = { SERAT_SEED: String(3310 + part) }
  const amounts = { SERAT_TEXTS: String(2_000_000 / parts), SERAT_DAMAGES: String(Math.ceil((500 * files) / parts)) }
  const env = { ...amounts, ...seed, ...process.env }
  const { status } = spawnSync(process.execPath, [...vitest, ...tests], { cwd: root, stdio: 'inherit', env })
  console.log(`part ${part} of ${parts}: ${status === 0 ? 'passed' : 'failed'}`)
  return status !== 0
}

const bad = chosen.filter(failed)
if (bad.length > 0) console.log(`parts that failed: ${bad.join(' ')}`)
process.exit(bad.length > 0 ? 1 : 0)
