import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * `npm test`: format and lint, the types, then the fast tier; where `CI=true` the system tier too. Ends with the
 * closing lines of the test runner.
 */

const root = join(import.meta.dirname, '../..')
const inCi = process.env['CI'] === 'true'

function run(script: string, args: readonly string[]): number {
  return (
    spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })
      .status ?? 1
  )
}

function orStop(status: number): void {
  if (status !== 0) process.exit(status)
}

console.log('format and lint (biome)')
orStop(run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']))

console.log('types (tsc)')
orStop(run('typescript/bin/tsc', []))
orStop(run('typescript/bin/tsc', ['-p', 'src/page']))

console.log(
  inCi
    ? 'fast and system tier (CI=true: a peer that is missing is a failure)'
    : 'fast tier. The system tier meets the real peers (FRR, nftables, ...): npm run setup:peers, then npm run test:system',
)

process.exit(run('vitest/vitest.mjs', ['run', '--project', 'fast', ...(inCi ? ['--project', 'system*'] : [])]))
