import { fileURLToPath } from 'node:url'
import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { agentConfig } from '../agent/agent-config.ts'
import { hostsNamespace, providerNamespace, type Blueprint, type Wire } from './blueprint.ts'
import { removeLab } from './down.ts'
import { hostCommands, hostCommandsV6, hostRules, hostSettings } from './hosts.ts'
import { neighbourLimits, raiseLimits } from './neighbour-tables.ts'
import { markOf, memoryOf, processesOf, type ProcessMark } from './processes.ts'
import { bootsOf, settingsScript, writeBoot, type Boot } from './router-boot.ts'
import { environmentOf, inParallel, runnerOf, type Runner } from '../run.ts'
import { agentSocket, folderOf, labFolder, namespaceName, writeState, type LabState } from './state.ts'

export type Tell = (message: Bilingual) => void

interface Booted {
  readonly state: LabState
  readonly seconds: number
}

const jobs = 4

/** Makes namespaces and wires, and starts every router. Where it fails, everything is removed again. */
export async function bootLab(
  blueprint: Blueprint,
  inventory: Pick<LabState, 'inventory' | 'hash'>,
  tell: Tell,
): Promise<Booted> {
  const began = performance.now()
  const state = newState(blueprint, inventory)
  writeState(state)
  try {
    raiseLimits(state.limits)
    const runner = runnerOf(state.run)
    await makeNamespaces(blueprint, state, runner, tell)
    await makeWires(blueprint, state, runner, tell)
    await makeHosts(blueprint, state, runner)
    await bootRouters(blueprint, state, runner, tell)
    startWatchdogs(blueprint, state)
    writeState({ ...state, phase: 'up' })
    return { state: { ...state, phase: 'up' }, seconds: (performance.now() - began) / 1000 }
  } catch (error) {
    await removeLab()
    throw error
  }
}

function newState({ routers }: Blueprint, inventory: Pick<LabState, 'inventory' | 'hash'>): LabState {
  const run = randomBytes(3).toString('hex')
  const roles = [...routers.map(({ id }) => id), hostsNamespace, providerNamespace, '.internet']
  return {
    run,
    phase: 'booting',
    disturbed: false,
    booter: markOf(process.pid) as ProcessMark,
    namespaces: roles.map(role => namespaceName(run, role)),
    limits: neighbourLimits(),
    ...inventory,
  }
}

async function makeNamespaces(
  blueprint: Blueprint,
  { run, namespaces }: LabState,
  runner: Runner,
  tell: Tell,
): Promise<void> {
  tell({ id: `membuat ${namespaces.length} namespace`, en: `making ${namespaces.length} namespaces` })
  await runner.batch(
    undefined,
    namespaces.map(name => `netns add ${name}`),
  )
  const settings = new Map(
    bootsOf(blueprint).map(({ role, sysctl }) => [namespaceName(run, role), settingsScript(sysctl)]),
  )
  settings.set(namespaceName(run, hostsNamespace), hostSettings)
  settings.set(namespaceName(run, providerNamespace), 'echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6')
  await inParallel(
    namespaces,
    jobs,
    async name => void (await runner.run('ip', 'netns', 'exec', name, 'sh', '-c', settings.get(name) ?? '')),
  )
}

async function makeWires({ wires }: Blueprint, { run }: LabState, runner: Runner, tell: Tell): Promise<void> {
  tell({ id: `memasang ${wires.length} kabel`, en: `laying ${wires.length} wires` })
  const at = (role: string): string => namespaceName(run, role)
  await runner.batch(
    undefined,
    wires.flatMap(wire => wireCommands(wire, at)),
  )
  await runner.batch(at(providerNamespace), wires.flatMap(providerCommands))
  await runner.run('ip', 'netns', 'exec', at(providerNamespace), 'nft', seenTable)
}

function wireCommands({ a, b, mtu, bridge }: Wire, at: (role: string) => string): string[] {
  const size = mtu === undefined ? '' : ` mtu ${mtu}`
  const veth = (near: Wire['a'], far: Wire['a']): string =>
    `link add ${near.name} netns ${at(near.at)}${size} type veth peer name ${far.name} netns ${at(far.at)}${size}`
  if (bridge === undefined) return [veth(a, b)]
  return [
    veth(a, { at: providerNamespace, name: `${bridge}a` }),
    veth(b, { at: providerNamespace, name: `${bridge}b` }),
  ]
}

/** The provider joins the two halves of each wire by a bridge of its own. */
function providerCommands({ b, bridge }: Wire): string[] {
  if (bridge !== undefined)
    return [
      `link add ${bridge} type bridge mcast_snooping 0`,
      ...['a', 'b'].map(half => `link set ${bridge}${half} master ${bridge} up`),
      `link set ${bridge} up`,
    ]
  return b.at === providerNamespace ? [`link set ${b.name} up`] : []
}

/** Remembers which probes went over which leased wire, and in which direction. */
const seenTable = `table bridge seen {
  set v4 { type ifname . ipv4_addr . ipv4_addr; flags dynamic; size 65535; }
  chain pass { type filter hook forward priority 0; policy accept; udp dport 40001-40009 add @v4 { iifname . ip saddr . ip daddr }; udp sport 40001-40009 add @v4 { iifname . ip saddr . ip daddr }; }
}`

/** One namespace for the hosts of every segment; a process in it sends and receives for all of them. */
async function makeHosts(blueprint: Blueprint, { run }: LabState, runner: Runner): Promise<void> {
  const name = namespaceName(run, hostsNamespace)
  await runner.batch(name, hostCommands(blueprint.hosts, blueprint.watchdogs))
  await runner.batch(name, hostCommandsV6(blueprint.hosts), 6)
  await runner.run('ip', 'netns', 'exec', name, 'nft', hostRules)
  const config = join(labFolder, 'agent.json')
  writeFileSync(config, JSON.stringify(agentConfig(blueprint, agentSocket)))
  startBehind(run, name, new URL('../agent/agent.ts', import.meta.url), config)
}

async function bootRouters(blueprint: Blueprint, { run }: LabState, runner: Runner, tell: Tell): Promise<void> {
  const owner = frrOwner()
  const boots = bootsOf(blueprint)
  for (const boot of boots) {
    writeBoot(boot, blueprint.wires)
    giveTo(owner, join(folderOf(boot.role), 'run'), join(folderOf(boot.role), 'etc'))
  }
  // Those with most to load first, so that none of them is left for the end.
  const order = boots.toSorted((a, b) => b.conf.length - a.conf.length)
  let done = 0
  await inParallel(order, jobs, async boot => {
    await runner.run('ip', 'netns', 'exec', namespaceName(run, boot.role), 'sh', join(folderOf(boot.role), 'boot.sh'))
    refuseComplaints(boot)
    done++
    tell({ id: `router ${done} dari ${boots.length}`, en: `router ${done} of ${boots.length}` })
  })
}

/** vtysh says what it refuses with a leading `%` or the word `line`, and not always by its exit code. */
function refuseComplaints({ role }: Boot): void {
  const complaints = readFileSync(join(folderOf(role), 'vtysh.log'), 'utf8')
    .split('\n')
    .filter(text => /^%|^line \d+:|error|warn/i.test(text))
  if (complaints.length > 0) throw new Error(`FRR refuses the configuration of ${role}:\n${complaints.join('\n')}`)
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** The package keeps `/etc/frr` for its own user. */
function frrOwner(): Owner {
  const passwd = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(text => text.startsWith('frr:'))
    ?.split(':')
  const { uid, gid } = statSync('/etc/frr')
  return passwd === undefined ? { uid, gid } : { uid: Number(passwd[2]), gid: Number(passwd[3]) }
}

function giveTo({ uid, gid }: Owner, ...folders: readonly string[]): void {
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true })
    chownSync(folder, uid, gid)
    chmodSync(folder, 0o750)
  }
  for (const folder of folders)
    if (folder.endsWith('/etc'))
      for (const name of ['empty.conf', 'vtysh.conf']) chownSync(join(folder, name), uid, gid)
}

function startWatchdogs({ watchdogs }: Blueprint, { run }: LabState): void {
  for (const watchdog of watchdogs) {
    const config = join(folderOf(watchdog.router), `watchdog-${watchdog.uplink}.json`)
    writeFileSync(config, JSON.stringify({ ...watchdog, vtysh: join(folderOf(watchdog.router), 'run') }))
    startBehind(run, namespaceName(run, watchdog.router), new URL('../agent/watchdog.ts', import.meta.url), config)
  }
}

/** A program of the lab that goes on when this command has ended. */
function startBehind(run: string, namespace: string, program: URL, config: string): void {
  const log = openSync(`${config}.log`, 'a')
  const args = [
    'netns',
    'exec',
    namespace,
    process.execPath,
    '--max-old-space-size=128',
    fileURLToPath(program),
    config,
  ]
  spawn('ip', args, { env: environmentOf(run), detached: true, stdio: ['ignore', log, log] }).unref()
}

export function memoryInUse({ run, booter }: LabState): number {
  return memoryOf(processesOf(run, booter))
}
