import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { execute } from '../testing/namespace.ts'

/** A host of a test's own on loopback: OpenSSH's server, with an account beside root that may change nothing. */
export interface SshHost {
  readonly port: number
  /** What was asked of it, a line each: the account, and its command. */
  readonly asked: () => readonly string[]
  /** All that its commands were sent. */
  readonly received: () => string
  /** Its `/var/lib/serat`. */
  readonly kept: string
  /** The same place with another key of its own. */
  readonly changesKey: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const powerless = 'serat-uji'
export const powerlessId = 64_999

/**
 * Keys by name: `host` and `other` of hosts, `identity` and `stranger` of whoever deploys, of whom the latter is let in
 * nowhere.
 */
export function makeKeys(folder: string): void {
  for (const name of ['host', 'other', 'identity', 'stranger'])
    execute('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(folder, name))
}

/** A file by which one key of a host is known. */
export function knownAs(folder: string, key: string, port: number): string {
  const file = join(folder, `known-${key}-${port}`)
  const words = readFileSync(join(folder, `${key}.pub`), 'utf8')
    .split(' ')
    .slice(0, 2)
    .join(' ')
  writeFileSync(file, `[127.0.0.1]:${port} ${words}\n`)
  return file
}

export async function startSshHost(folder: string): Promise<SshHost> {
  const port = await freePort()
  const kept = join(folder, 'kept')
  mkdirSync(kept)
  // Whoever logs in reads there which keys are let in.
  chmodSync(folder, 0o755)
  const [asked, received] = ['asked', 'received'].map(name => join(folder, name)) as [string, string]
  const shell = join(folder, 'shell.sh')
  // What a session is given is kept beside what is done with it.
  writeFileSync(
    shell,
    [
      '#!/bin/sh',
      `echo "$USER $SSH_ORIGINAL_COMMAND" >> ${asked}`,
      'case $SSH_ORIGINAL_COMMAND in',
      '*sftp-server) exec $SSH_ORIGINAL_COMMAND ;;',
      // Nothing here may change the machine that the tests run on.
      `*/agent*) cat >> ${received}; exit 9 ;;`,
      'esac',
      `tee -a ${received} | sh -c "$SSH_ORIGINAL_COMMAND"`,
      '',
    ].join('\n'),
  )
  chmodSync(shell, 0o755)
  for (const file of [asked, received]) {
    writeFileSync(file, '')
    chmodSync(file, 0o666)
  }
  for (const file of ['passwd', 'shadow'])
    writeFileSync(join(folder, file), readFileSync(`/etc/${file}`, 'utf8'), { mode: 0o600 })
  chmodSync(join(folder, 'passwd'), 0o644)
  writeFileSync(join(folder, 'passwd'), `${powerless}:x:${powerlessId}:${powerlessId}::/:/bin/sh\n`, { flag: 'a' })
  writeFileSync(join(folder, 'shadow'), `${powerless}:*:19000:0:99999:7:::\n`, { flag: 'a' })
  let server = await started(folder, shell, 'host', port)
  return {
    port,
    asked: () => linesOf(asked),
    received: () => readFileSync(received, 'utf8'),
    kept,
    async changesKey() {
      await ended(server)
      server = await started(folder, shell, 'other', port)
    },
    stop: () => ended(server),
  }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
}

async function started(folder: string, shell: string, key: string, port: number): Promise<ChildProcess> {
  const configuration = join(folder, `sshd-${key}.conf`)
  writeFileSync(
    configuration,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, key)}`,
      `AuthorizedKeysFile ${join(folder, 'identity.pub')}`,
      'StrictModes no',
      'UsePAM no',
      'PermitRootLogin prohibit-password',
      'PasswordAuthentication no',
      'PidFile none',
      'LogLevel QUIET',
      'Subsystem sftp /usr/lib/openssh/sftp-server',
      `ForceCommand ${shell}`,
      '',
    ].join('\n'),
  )
  mkdirSync('/run/sshd', { recursive: true })
  const accounts = ['passwd', 'shadow'].map(file => `mount --bind ${join(folder, file)} /etc/${file}`)
  mkdirSync('/var/lib/serat', { recursive: true })
  const mounts = [...accounts, `mount --bind ${join(folder, 'kept')} /var/lib/serat`]
  const script = [...mounts, `exec /usr/sbin/sshd -D -e -f ${configuration}`].join('\n')
  const server = spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-ec', script], { stdio: 'ignore' })
  const deadline = Date.now() + 60_000
  while (!(await listens(port))) {
    if (server.exitCode !== null) throw new Error(`the SSH server ended with ${server.exitCode}`)
    if (Date.now() > deadline) throw new Error('the SSH server does not listen')
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return server
}

async function ended(server: ChildProcess): Promise<void> {
  const gone = new Promise(resolve => server.once('exit', resolve))
  if (server.exitCode === null && server.kill('SIGTERM')) await gone
}

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
