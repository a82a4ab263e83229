import { execFileSync, spawnSync } from 'node:child_process'

/**
 * Installs what the system tests meet, from Debian's own archive, where it is missing. Running it again changes nothing.
 * `node src/dev/setup-peers.ts`
 */
const packages: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'frr', why: 'loads every frr.conf' },
  { name: 'frr-pythontools', why: 'frr-reload' },
  { name: 'nftables', why: 'checks every ruleset' },
  { name: 'iproute2', why: 'network namespaces' },
  { name: 'procps', why: 'processes of the lab' },
  { name: 'systemd', why: 'reads networkd units' },
]

process.exitCode = setUp()

function setUp(): number {
  if (!has('apt-get')) return refuse('no apt-get here: install by hand: ' + packages.map(({ name }) => name).join(', '))
  const missing = packages.filter(({ name }) => versionOf(name) === undefined).map(({ name }) => name)
  if (missing.length > 0) {
    const become = process.getuid?.() === 0 ? [] : has('sudo') ? ['sudo'] : undefined
    if (become === undefined) return refuse(`not root and no sudo; missing: ${missing.join(', ')}`)
    console.log(`installing ${missing.join(', ')}`)
    const failed = run([...become, 'apt-get', 'update', '-q']) || run([...become, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-q', '--no-install-recommends', ...missing])
    if (failed) return refuse('apt-get failed')
  }
  for (const { name, why } of packages) console.log(`${name} ${versionOf(name) ?? 'missing'}: ${why}`)
  return packages.every(({ name }) => versionOf(name) !== undefined) ? 0 : 2
}

function refuse(message: string): number {
  console.error(message)
  return 2
}

/** Version of an installed package. */
function versionOf(name: string): string | undefined {
  try {
    const [status, version] = execFileSync('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Version}', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(' ')
    return status === 'installed' ? version : undefined
  } catch {
    return undefined
  }
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** True where it failed. */
function run([program, ...args]: readonly string[]): boolean {
  return program === undefined || spawnSync(program, args, { stdio: 'inherit' }).status !== 0
}
