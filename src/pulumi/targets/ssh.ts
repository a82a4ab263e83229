import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SshSettings } from './ssh-settings.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { errorReason, verbatim } from '../words.ts'

export type Answer =
  | { readonly kind: 'answered'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** No session came about, or it broke off. */
  | { readonly kind: 'silent'; readonly why: Bilingual }

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
  settings: SshSettings,
  address: string,
  name: string,
  text: string,
): Promise<Bilingual | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'serat-send-'))
  const file = openSync(join(folder, 'content'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  try {
    const bytes = Buffer.from(text)
    writeSync(file, bytes, 0, bytes.length, 0)
    const words = [
      '-q',
      '-P',
      String(settings.port),
      ...options(settings),
      '-b',
      '-',
      `${settings.user}@${bracketed(address)}`,
    ]
    const answer = await run(settings, { program: 'sftp', words, input: Buffer.from(`put /dev/fd/3 ${name}\n`), file })
    if (answer.kind === 'silent') return answer.why
    if (answer.code === 0) return undefined
    return answer.stderr === ''
      ? { id: `sftp berakhir dengan ${answer.code}`, en: `sftp ended with ${answer.code}` }
      : verbatim(answer.stderr)
  } finally {
    closeSync(file)
  }
}

interface Run {
  readonly program: 'ssh' | 'sftp'
  readonly words: readonly string[]
  readonly input: Buffer
  /** Becomes its third file. */
  readonly file?: number
}

function run(settings: SshSettings, { program, words, input, file }: Run): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const child = spawn(program, words, {
    stdio: ['pipe', 'pipe', 'pipe', ...(file === undefined ? [] : [file])],
    env: ownEnvironment(),
  })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  const timer = setTimeout(() => child.kill('SIGKILL'), (settings.connectSeconds + longestSeconds) * 1000)
  child.on('error', error => {
    const { id, en } = errorReason(error)
    resolve({
      kind: 'silent',
      why: { id: `${program} tidak dapat dijalankan: ${id}`, en: `${program} cannot be run: ${en}` },
    })
  })
  child.on('close', code => {
    clearTimeout(timer)
    const stderr = Buffer.concat(err).toString('utf8').trim()
    // 255 is what ssh itself ends with.
    if (code === null || code === 255)
      resolve({
        kind: 'silent',
        why:
          stderr === ''
            ? { id: 'sesinya terputus', en: 'the session broke off' }
            : verbatim(stderr.split('\n').at(-1) ?? ''),
      })
    else resolve({ kind: 'answered', code, stdout: Buffer.concat(out).toString('utf8'), stderr })
  })
  return promise
}

/** Nothing of a deployment's own environment, its passphrase and its agent, reaches a process that speaks with a router. */
function ownEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'USER', 'LOGNAME', 'TMPDIR'].flatMap(name => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

/** No configuration of a user or a machine counts: it could forward an agent, or trust another key. */
function options({ identityFile, knownHostsFile, connectSeconds }: SshSettings): string[] {
  return [
    '-F',
    'none',
    ...[
      'BatchMode=yes',
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
