import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** The damage tests at length: two million texts over every field, and 500 damages for each of the fourteen files of the small network. */

const files = 14
const root = join(import.meta.dirname, '../../..')
const { status } = spawnSync(
  process.execPath,
  [
    '--max-old-space-size=1024',
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'fast',
    'src/testing/golden/damage.test.ts',
    'src/testing/golden/random-texts.test.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { SERAT_TEXTS: '2000000', SERAT_DAMAGES: String(500 * files), ...process.env },
  },
)
process.exit(status ?? 1)
