import { spawn } from 'node:child_process'
import type { SshSettings } from './ssh-settings.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { errorReason, verbatim } from '../words.ts'
import { withNameless } from './nameless.ts'

export type Answer =
  | { readonly kind: 'answered'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** No session came about, or it broke off. */
  | { readonly kind: 'silent'; readonly why: Bilingual }

/** Who speaks with a host. */
type SshAccount = Pick<SshSettings, 'user' | 'port' | 'identityFile' | 'knownHostsFile' | 'connectSeconds'>

/** What a command may take before it counts as broken off. */
const longestSeconds = 60

/** Runs a shell command on a router; `input` goes to its standard input, so that no secret is ever an argument. */
export async function overSsh(settings: SshSettings, address: string, command: string, input: Buffer): Promise<Answer> {
  const words = [
    '-T',
    '-p',
    String(settings.port),
    ...options(settings),
    '--',
    `${settings.user}@${address}`,
    settings.become === undefined ? command : `${settings.become} sh -c ${quoted(command)}`,
  ]
  return run(settings, { program: 'ssh', words, input })
}

/** Sends one file; why it did not arrive, if it did not. Its content stands in no file that has a name here. */
export async function sendFile(
  account: SshAccount,
  address: string,
  name: string,
  text: string,
): Promise<Bilingual | undefined> {
  const answer = await withNameless([text], files => sftpBatch(account, address, [`put ${open(0)} ${name}`], files))
  return failureOf(answer)
}

/** By what name a batch of SFTP calls one of the files that are open for it. */
export function open(file: number): string {
  return `/dev/fd/${firstFile + file}`
}

const firstFile = 3

/**
 * Runs commands of SFTP, of which one that fails ends the rest unless a hyphen stands before it. `files` are open for
 * it.
 */
export async function sftpBatch(
  account: SshAccount,
  address: string,
  commands: readonly string[],
  files: readonly number[],
): Promise<Answer> {
  const words = [
    ...['-P', String(account.port)],
    ...options(account),
    ...['-b', '-', '--', `${account.user}@${bracketed(address)}`],
  ]
  // What it ends with is of the last command, although a hyphen stands before that.
  const input = Buffer.from([...commands, 'pwd'].map(command => `${command}\n`).join(''))
  return run(account, { program: 'sftp', words, input, files })
}

/** The last that it said but that it ends, which says no reason. */
function lastSaid(stderr: string): string {
  const lines = stderr.split('\n')
  return lines.findLast(line => !/^Connection closed/.test(line)) ?? lines.at(-1) ?? ''
}

/** Why a batch did not come to its end, if it did not: what it said last. */
export function failureOf(answer: Answer): Bilingual | undefined {
  if (answer.kind === 'silent') return answer.why
  if (answer.code === 0) return undefined
  const said = lastSaid(answer.stderr)
  return said === ''
    ? { id: `sftp berakhir dengan ${answer.code}`, en: `sftp ended with ${answer.code}` }
    : verbatim(said)
}

interface Run {
  readonly program: 'ssh' | 'sftp'
  readonly words: readonly string[]
  readonly input: Buffer
  /** Open for it, from its third on. */
  readonly files?: readonly number[]
}

function run({ connectSeconds }: SshAccount, { program, words, input, files = [] }: Run): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const child = spawn(program, words, {
    stdio: ['pipe', 'pipe', 'pipe', ...files],
    env: ownEnvironment(),
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const timer = setTimeout(() => child.kill('SIGKILL'), (connectSeconds + longestSeconds) * 1000)
  child.on('error', error => {
    const { id, en } = errorReason(error)
    resolve({
      kind: 'silent',
      why: { id: `${program} tidak dapat dijalankan: ${id}`, en: `${program} cannot be run: ${en}` },
    })
  })
  child.on('close', code => {
    clearTimeout(timer)
    const stderr = Buffer.concat(err).toString('utf8').replaceAll('\r', '').trim()
    // 255 is what ssh itself ends with.
    if (code === null || code === 255)
      resolve({
        kind: 'silent',
        why: stderr === '' ? { id: 'sesinya terputus', en: 'the session broke off' } : verbatim(lastSaid(stderr)),
      })
    else resolve({ kind: 'answered', code, stdout: Buffer.concat(out).toString('utf8'), stderr })
  })
  return promise
}

/**
 * Nothing of a deployment's own environment, its passphrase and its agent, reaches a process that speaks with a router.
 */
function ownEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR'].flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/** No configuration of a user or a machine counts: it could forward an agent, or trust another key. */
function options({ identityFile, knownHostsFile, connectSeconds }: SshAccount): string[] {
  return [
    '-F',
    'none',
    ...[
      'BatchMode=yes',
      // No banner of a server is taken for what went wrong.
      'LogLevel=ERROR',
      `ConnectTimeout=${connectSeconds}`,
      'StrictHostKeyChecking=yes',
      'UpdateHostKeys=no',
      'IdentityAgent=none',
      'ClearAllForwardings=yes',
      'ForwardAgent=no',
      'ServerAliveInterval=2',
      'ServerAliveCountMax=3',
      ...(identityFile === undefined ? [] : ['IdentitiesOnly=yes', `IdentityFile=${identityFile}`]),
      ...(knownHostsFile === undefined ? [] : [`UserKnownHostsFile=${knownHostsFile}`, 'GlobalKnownHostsFile=none']),
    ].flatMap(option => ['-o', option]),
  ]
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}

/** One word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
