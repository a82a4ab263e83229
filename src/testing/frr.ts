import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execute, type Namespace } from './namespace.ts'

export const frrDaemonNames = ['zebra', 'staticd', 'bfdd', 'ospfd', 'ospf6d', 'bgpd'] as const
export type FrrDaemon = (typeof frrDaemonNames)[number]

/** FRR's daemons in a namespace. Their files are in `/run/frr/<namespace>/`. */
export interface Frr {
  readonly namespace: Namespace
  readonly folder: string
  /** The processes that this test started, with the name that each must still have when it is ended. */
  readonly processes: readonly { readonly id: number; readonly name: FrrDaemon }[]
}

/** Starts the daemons with empty configurations. */
export function startFrr(namespace: Namespace, daemons: readonly FrrDaemon[] = frrDaemonNames): Frr {
  const folder = `/run/frr/${namespace.name}`
  execute('install', '-d', '-o', 'frr', '-g', 'frr', folder)
  // vtysh looks for a file of its own by the name of the path space.
  mkdirSync(`/etc/frr/${namespace.name}`, { recursive: true })
  writeFileSync(`/etc/frr/${namespace.name}/vtysh.conf`, 'service integrated-vtysh-config\n')
  const empty = join(folder, 'empty.conf')
  execute('install', '-o', 'frr', '-g', 'frr', '-m', '640', '/dev/null', empty)
  const processes = daemons.map(name => {
    namespace.run(
      `/usr/lib/frr/${name}`,
      '-d',
      '-N',
      namespace.name,
      '-A',
      '127.0.0.1',
      '-f',
      empty,
      '--log',
      `file:${join(folder, name)}.log`,
      '--log-level',
      'informational',
    )
    return { id: Number(readFileSync(join(folder, `${name}.pid`), 'utf8')), name }
  })
  return { namespace, folder, processes }
}

/** Checks a configuration's words without running daemons; throws with vtysh's messages. */
export function checkFrrSyntax(file: string): void {
  refuseComplaints(execute('vtysh', '-C', '-f', file))
}

/** Loads a configuration file into the running daemons; throws where one of them complains. */
export function loadFrr(frr: Frr, file: string): void {
  refuseComplaints(execute('vtysh', '-N', frr.namespace.name, '-f', file))
}

export function vtysh(frr: Frr, command: string): string {
  return execute('vtysh', '-N', frr.namespace.name, '-c', command)
}

/** Lines of the daemons' logs, each with its daemon in front. */
export function frrLog({ folder }: Frr): readonly string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.log'))
    .sort()
    .flatMap(name =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(text => text !== '')
        .map(text => `${name.slice(0, -4)}: ${text}`),
    )
}

/** Ends the processes that `startFrr` began, and no other, then removes their files. */
export async function stopFrr(frr: Frr): Promise<void> {
  for (const each of frr.processes) {
    if (isRunning(each)) process.kill(each.id, 'SIGTERM')
  }
  const deadline = Date.now() + 5000
  while (frr.processes.some(isRunning) && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 50))
  for (const each of frr.processes) {
    if (isRunning(each)) process.kill(each.id, 'SIGKILL')
  }
  rmSync(frr.folder, { recursive: true, force: true })
  rmSync(`/etc/frr/${frr.namespace.name}`, { recursive: true, force: true })
}

function isRunning({ id, name }: Frr['processes'][number]): boolean {
  try {
    return readFileSync(`/proc/${id}/comm`, 'utf8').trim() === name
  } catch {
    return false
  }
}

/** vtysh says what it refuses with a leading `%` or the word `line`, and not always by its exit code. */
function refuseComplaints(output: string): void {
  const complaints = output.split('\n').filter(text => /^%|^line \d+:|error|warn/i.test(text))
  if (complaints.length > 0) throw new Error(`vtysh: ${complaints.join('\n')}`)
}
