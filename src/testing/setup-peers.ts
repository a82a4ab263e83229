import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { shiftedWireguard } from '../lab/agent/wireguard.ts'
import { installCodeServer } from './code-server.ts'
import { zabbixFrontend } from './zabbix.ts'

/**
 * Installs what the system tests meet, from Debian's own archive, where it is missing, and builds the command line of
 * Pulumi unless one is on PATH. Running it again changes nothing. `node src/testing/setup-peers.ts`
 */
const packages: readonly { readonly name: string; readonly why: string }[] = [
  { name: 'frr', why: 'loads every frr.conf' },
  { name: 'frr-pythontools', why: 'frr-reload' },
  { name: 'nftables', why: 'checks every ruleset' },
  { name: 'iproute2', why: 'network namespaces' },
  { name: 'procps', why: 'processes of the lab' },
  { name: 'wireguard-tools', why: 'a hub that forgets silent peers' },
  { name: 'systemd', why: 'reads networkd units' },
  { name: 'prometheus', why: 'promtool reads the rules of the monitoring' },
  { name: 'prometheus-alertmanager', why: 'keeps silent what a cause explains' },
  { name: 'prometheus-blackbox-exporter', why: 'reads its configuration' },
  { name: 'prometheus-snmp-exporter', why: 'reads its configuration' },
  { name: 'snmpd', why: 'plays a router that tells the light that it receives' },
  { name: 'smokeping', why: 'reads its configuration' },
  { name: 'fping', why: 'what SmokePing asks with' },
  { name: 'php8.2-cli', why: "runs the checks of Zabbix's import" },
  { name: 'chromium', why: 'opens the page' },
  { name: 'poppler-utils', why: 'reads the page as it is printed' },
  { name: 'openssh-server', why: 'a router that a deployment reaches' },
  { name: 'postgresql', why: 'shared state of Pulumi; the tests start a cluster of their own' },
]

// biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query, whose fields look like ours
const statusAndVersion = '${db:Status-Status} ${Version}'

process.exitCode = setUp()

function setUp(): number {
  if (!has('apt-get')) return refuse('no apt-get here: install by hand: ' + packages.map(({ name }) => name).join(', '))
  const missing = packages.filter(({ name }) => versionOf(name) === undefined).map(({ name }) => name)
  if (missing.length > 0) {
    const become = process.getuid?.() === 0 ? [] : has('sudo') ? ['sudo'] : undefined
    if (become === undefined) return refuse(`not root and no sudo; missing: ${missing.join(', ')}`)
    console.log(`installing ${missing.join(', ')}`)
    const failed =
      run([...become, 'apt-get', 'update', '-q']) ||
      run([
        ...become,
        'env',
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        'install',
        '-y',
        '-q',
        '--no-install-recommends',
        ...missing,
      ])
    if (failed) return refuse('apt-get failed')
  }
  for (const { name, why } of packages) console.log(`${name} ${versionOf(name) ?? 'missing'}: ${why}`)
  const complete = packages.every(({ name }) => versionOf(name) !== undefined)
  const built = [buildPulumi(), buildWireguard(), unpackZabbix()]
  // Half a gigabyte that is compiled in part: where it cannot be had, the stub of `vsix.test.ts` drives the extension alone.
  console.log(installCodeServer() ? 'code-server: opens the extension' : 'no code-server: a stub opens the extension')
  return built.every(Boolean) && complete ? 0 : 2
}

/**
 * WireGuard in user space, whose clock a test may set: its module, with the one file that asks for the time in our
 * words. False where that failed.
 */
function buildWireguard(): boolean {
  const tools = join(import.meta.dirname, 'tools')
  const folder = join(import.meta.dirname, '../../.cache/wireguard')
  if (!existsSync(shiftedWireguard)) {
    if (spawnSync('go', ['version'], { stdio: 'ignore' }).error !== undefined)
      return refuse('no go here: it builds the WireGuard of the tests') === 0
    const { Dir: module } = JSON.parse(
      execFileSync('go', ['mod', 'download', '-json', 'golang.zx2c4.com/wireguard@' + wireguardVersion(tools)], {
        cwd: tools,
        encoding: 'utf8',
      }),
    ) as { readonly Dir: string }
    rmSync(folder, { recursive: true, force: true })
    cpSync(module, join(folder, 'source'), { recursive: true })
    const file = join(folder, 'source/tai64n/tai64n.go')
    if (run(['chmod', '-R', 'u+w', folder])) return refuse('the source of WireGuard cannot be changed') === 0
    copyFileSync(join(tools, 'shifted-clock/tai64n.go'), file)
    const { status } = spawnSync('go', ['build', '-trimpath', '-o', shiftedWireguard, '.'], {
      cwd: join(folder, 'source'),
      stdio: 'inherit',
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=mod' },
    })
    if (status !== 0) return refuse('building WireGuard failed') === 0
  }
  console.log('wireguard-go with a clock of its own: a power cut at a leased site')
  return true
}

function wireguardVersion(tools: string): string {
  const options = { cwd: tools, encoding: 'utf8' } as const
  return execFileSync('go', ['list', '-m', '-f', '{{.Version}}', 'golang.zx2c4.com/wireguard'], options).trim()
}

/**
 * Zabbix's frontend is unpacked, not installed: its import needs no web server to say what it takes. False where that
 * failed.
 */
function unpackZabbix(): boolean {
  const folder = join(import.meta.dirname, '../../.cache/zabbix')
  if (!existsSync(zabbixFrontend)) {
    mkdirSync(folder, { recursive: true })
    const options = { cwd: folder, stdio: 'ignore' } as const
    spawnSync('apt-get', ['download', '-q', 'zabbix-frontend-php'], options)
    const [archive] = readdirSync(folder).filter(name => name.endsWith('.deb'))
    if (archive === undefined || spawnSync('dpkg-deb', ['--extract', archive, '.'], options).status !== 0)
      return refuse("Zabbix's frontend cannot be unpacked") === 0
    rmSync(join(folder, archive))
  }
  console.log("Zabbix's import, unpacked: reads the hosts of the monitoring")
  return true
}

/**
 * The command line of Pulumi is a tool of a Go module of ours; compiling it takes some minutes, once. False where that
 * failed.
 */
function buildPulumi(): boolean {
  const root = join(import.meta.dirname, '../..')
  const built = join(root, '.cache/pulumi/bin/pulumi')
  const onPath = spawnSync('pulumi', ['version'], {
    encoding: 'utf8',
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: 'true' },
  })
  const ready =
    onPath.error === undefined
      ? `pulumi ${onPath.stdout.trim()} (on PATH)`
      : existsSync(built)
        ? 'pulumi (built before)'
        : undefined
  if (ready !== undefined) {
    console.log(`${ready}: the engine`)
    return true
  }
  if (spawnSync('go', ['version'], { stdio: 'ignore' }).error !== undefined)
    return refuse('no pulumi and no go here: install one of the two') === 0
  const module = 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi'
  const version = execFileSync('go', ['list', '-f', '{{.Module.Version}}', module], {
    cwd: join(root, 'src/testing/tools'),
    encoding: 'utf8',
  })
    .trim()
    .slice(1)
  console.log(`building pulumi ${version}: some minutes, once`)
  const flags = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${version}`
  const { status } = spawnSync('go', ['build', '-trimpath', '-ldflags', flags, '-o', built, module], {
    cwd: join(root, 'src/testing/tools'),
    stdio: 'inherit',
    env: { ...process.env, CGO_ENABLED: '0' },
  })
  return status === 0 || refuse('building pulumi failed') === 0
}

function refuse(message: string): number {
  console.error(message)
  return 2
}

/** Version of an installed package. */
function versionOf(name: string): string | undefined {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', statusAndVersion, name], { encoding: 'utf8' })
  const [status, version] = stdout.split(' ')
  return status === 'installed' ? version : undefined
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** True where it failed. */
function run([program, ...args]: readonly string[]): boolean {
  return program === undefined || spawnSync(program, args, { stdio: 'inherit' }).status !== 0
}
