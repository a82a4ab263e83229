import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startFrr, stopFrr, type Frr } from '../testing/frr.ts'
import { execute, makeNamespace, removeNamespace, type Namespace } from '../testing/namespace.ts'

/**
 * A Linux router in a namespace: FRR, nftables and an SSH server of its own, with files of its own under `/etc` and
 * `/var/lib/serat`.
 */
export interface SshRouter {
  readonly namespace: Namespace
  readonly frr: Frr
  readonly etc: string
  /** What waits for a confirmation on the router. */
  readonly pending: string
  readonly sshServer: ChildProcess
}

export interface SshKeys {
  readonly folder: string
  readonly identityFile: string
  readonly knownHostsFile: string
}

export function makeSshKeys(folder: string, addresses: readonly string[]): SshKeys {
  mkdirSync(folder, { recursive: true })
  for (const name of ['host', 'identity'])
    execute('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name))
  const hostKey = readFileSync(join(folder, 'host.pub'), 'utf8').split(' ').slice(0, 2).join(' ')
  writeFileSync(join(folder, 'known_hosts'), addresses.map(address => `${address} ${hostKey}\n`).join(''))
  return { folder, identityFile: join(folder, 'identity'), knownHostsFile: join(folder, 'known_hosts') }
}

/** The routers share one host key: what is tested is not SSH. */
export async function startSshRouter(folder: string, keys: SshKeys): Promise<SshRouter> {
  const namespace = makeNamespace()
  const frr = startFrr(namespace, ['zebra', 'staticd', 'ospfd'])
  const own = join(folder, namespace.name)
  const [etc, library] = [join(own, 'etc'), join(own, 'library')]
  mkdirSync(library, { recursive: true })
  cpSync('/etc', etc, { recursive: true, dereference: false, verbatimSymlinks: true })
  execute('cp', '-a', `/etc/frr/${namespace.name}/vtysh.conf`, join(etc, 'frr/vtysh.conf'))
  const configuration = join(own, 'sshd_config')
  writeFileSync(
    configuration,
    [
      'Port 22',
      'ListenAddress 0.0.0.0',
      `HostKey ${join(keys.folder, 'host')}`,
      `AuthorizedKeysFile ${join(keys.folder, 'identity.pub')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'PidFile none',
      'LogLevel ERROR',
      '',
    ].join('\n'),
  )
  mkdirSync('/run/sshd', { recursive: true })
  mkdirSync('/var/lib/serat', { recursive: true })
  const mounts = [
    `mount --bind ${etc} /etc`,
    `mount --bind ${frr.folder} /run/frr`,
    `mount --bind ${library} /var/lib/serat`,
    // Where the machine runs systemd, it would act on the machine's own interfaces.
    'if [ -d /run/systemd ]; then mount -t tmpfs tmpfs /run/systemd; fi',
    `exec /usr/sbin/sshd -D -e -f ${configuration}`,
  ]
  const sshServer = spawn(
    'ip',
    ['netns', 'exec', namespace.name, 'unshare', '--mount', '--propagation', 'private', 'sh', '-ec', mounts.join('\n')],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  await untilListening(namespace, sshServer)
  return { namespace, frr, etc, pending: join(library, 'pending'), sshServer }
}

/**
 * The server starts after the last mount: whoever enters earlier works on the machine's own files, or on half of them.
 */
async function untilListening({ run }: Namespace, sshServer: ChildProcess): Promise<void> {
  const deadline = Date.now() + 120_000
  while (run('ss', '-Hltn', 'sport = :22').trim() === '') {
    if (sshServer.exitCode !== null) throw new Error(`the SSH server ended with ${sshServer.exitCode}`)
    if (Date.now() > deadline) throw new Error('the SSH server does not listen')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

export async function stopSshRouter({ namespace, frr, sshServer }: SshRouter): Promise<void> {
  const gone = new Promise(resolve => sshServer.once('exit', resolve))
  if (sshServer.exitCode === null && sshServer.kill('SIGTERM')) await gone
  await stopFrr(frr)
  removeNamespace(namespace)
}

/** A folder with an `ssh` that starts in the operator's namespace, to stand first on PATH. */
export function sshFrom(folder: string, { name }: Namespace): string {
  mkdirSync(folder, { recursive: true })
  const script = join(folder, 'ssh')
  writeFileSync(script, `#!/bin/sh\nexec ip netns exec ${name} /usr/bin/ssh "$@"\n`)
  chmodSync(script, 0o755)
  return folder
}
