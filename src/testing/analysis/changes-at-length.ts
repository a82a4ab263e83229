import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * Changes at length: 10,000 random reports within their limits, and 300 rollouts whose order is held against every
 * other one. A slice of the reports alone: `SERAT_REPORTS=2500 SERAT_FIRST=5000 SERAT_CHANGES=20 npm run test:changes`.
 */

const root = join(import.meta.dirname, '../../..')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'fast',
    'src/change/report/markdown.test.ts',
    'src/change/order/order.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { SERAT_REPORTS: '10000', SERAT_CHANGES: '300', ...process.env } },
)
process.exit(status ?? 1)
