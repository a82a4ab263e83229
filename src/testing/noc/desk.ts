import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Running } from '../../lab/boot/running.ts'
import { hostsNamespace } from '../../lab/boot/blueprint.ts'
import { addressText } from '../../model/ip.ts'
import { routerSecretName } from '../../plan/secret-names.ts'
import { execute } from '../namespace.ts'
import { madeSecret, writeScaled } from './files.ts'

/** An alert, as Alertmanager's API lists it. */
interface Alert {
  readonly labels: Readonly<Record<string, string>>
  readonly status: { readonly state: 'active' | 'suppressed' | 'unprocessed' }
}

/**
 * The NOC of a booted lab: a host in its own segment, on which Debian's monitoring runs on the files that a build made.
 */
export interface Desk {
  readonly alerts: () => Alert[]
  /** What a program prints that is run on that host. */
  readonly run: (
    program: string,
    ...args: readonly string[]
  ) => { readonly status: number | null; readonly out: string }
  readonly close: () => Promise<void>
}

/**
 * Every router of the lab gets an SNMP agent, which tells the state of the interfaces of its namespace to the user that
 * the inventory names.
 */
export async function openDesk(lab: Running, scale: number): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'serat-noc-live-'))
  const children: ChildProcess[] = []
  const start = (namespace: string, program: string, ...args: readonly string[]): void => {
    const log = openSync(join(folder, `${namespace}-${program}.log`), 'a')
    const child = spawn('ip', ['netns', 'exec', namespace, program, ...args], {
      cwd: folder,
      stdio: ['ignore', log, log],
      env: { ...process.env, MIBS: '', SNMP_PERSISTENT_DIR: join(folder, 'agents', namespace) },
    })
    children.push(child)
  }
  const desk = hostOf(lab)
  startAgents(lab, folder, start)
  writeScaled(lab.blueprint.plan, folder, scale)
  const noc = join(folder, 'noc')
  start(desk, 'prometheus-blackbox-exporter', `--config.file=${noc}/blackbox.yml`)
  start(desk, 'prometheus-snmp-exporter', `--config.file=${noc}/snmp.yml`)
  start(
    desk,
    'prometheus-alertmanager',
    `--config.file=${noc}/alertmanager.yml`,
    `--storage.path=${folder}/alertmanager`,
    '--cluster.listen-address=',
  )
  start(desk, 'prometheus', `--config.file=${noc}/prometheus.yml`, `--storage.tsdb.path=${folder}/prometheus`)
  const run: Desk['run'] = (program, ...args) => {
    const { status, stdout } = spawnSync('ip', ['netns', 'exec', desk, program, ...args], { encoding: 'utf8' })
    return { status, out: stdout }
  }
  return {
    run,
    alerts() {
      const { out } = run('curl', '--silent', '--fail', 'http://127.0.0.1:9093/api/v2/alerts')
      return out === '' ? [] : (JSON.parse(out) as Alert[])
    },
    async close() {
      for (const child of children) child.kill('SIGTERM')
      await Promise.all(
        children.map(child => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined)),
      )
      execute('ip', 'netns', 'del', desk)
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * The host of the NOC's segment moves from the namespace of all hosts into one of its own, with its address and its
 * gateway.
 */
function hostOf({ blueprint, namespace, state }: Running): string {
  const { zones } = blueprint.plan.network.declared
  const host = blueprint.hosts.find(({ zone }) => zones[zone]?.kind === 'noc')
  if (host === undefined) throw new Error('the NOC has no segment')
  const name = `serat-${state.run}.noc`
  execute('ip', 'netns', 'add', name)
  execute('ip', '-n', namespace(hostsNamespace), 'link', 'set', host.interface, 'netns', name)
  execute('ip', '-n', name, 'link', 'set', 'lo', 'up')
  execute('ip', '-n', name, 'link', 'set', host.interface, 'up')
  execute('ip', '-n', name, 'addr', 'add', `${addressText(host.v4)}/${host.lengthV4}`, 'dev', host.interface)
  execute('ip', '-n', name, 'route', 'add', 'default', 'via', addressText(host.gatewayV4))
  execute('ip', 'netns', 'exec', name, 'sysctl', '-qw', 'net.ipv4.ping_group_range=0 0')
  return name
}

function startAgents(
  { blueprint: { plan, routers }, namespace }: Running,
  folder: string,
  start: (namespace: string, program: string, ...args: readonly string[]) => void,
): void {
  const { user, authentication, privacy } = plan.network.declared.services.snmp
  for (const { id } of routers) {
    const own = join(folder, 'agents', namespace(id))
    mkdirSync(own, { recursive: true })
    const [auth, priv] = [authentication, privacy].map(secret => madeSecret(routerSecretName(secret, id)))
    writeFileSync(
      join(own, 'own.conf'),
      `createUser ${user} SHA "${auth}" AES "${priv}"\nrwuser ${user} priv\nagentaddress udp:161\n`,
    )
    start(namespace(id), 'snmpd', '-f', '-C', '-c', join(own, 'own.conf'), '-Ln', '-p', join(own, 'pid'))
    if ([...plan.uplinks.values()].some(({ router }) => router.id === id))
      readRoutesAnew(namespace(id), user, auth, priv)
  }
}

/** Net-SNMP remembers a table of routes for a minute: in the shortened time of a test for two seconds. */
function readRoutesAnew(namespace: string, user: string, auth = '', priv = ''): void {
  const timeout = '1.3.6.1.4.1.8072.1.5.3.1.2.1.3.6.1.2.1.4.24.4'
  const login = ['-v3', '-l', 'authPriv', '-u', user, '-a', 'SHA', '-A', auth, '-x', 'AES', '-X', priv]
  const words = [...login, '-t', '2', '-r', '30', '127.0.0.1', timeout, 'i', '2']
  execute('ip', 'netns', 'exec', namespace, 'snmpset', ...words)
}
