import { spawn } from 'node:child_process'
import type { SshSettings } from './ssh-settings.ts'
import { errorWords } from '../words.ts'

export type Answer =
  | { readonly kind: 'answered'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** No session came about, or it broke off. */
  | { readonly kind: 'silent'; readonly why: string }

/** What a command may take before it counts as broken off. */
const longestSeconds = 60

/** Runs a shell command on a router; `input` goes to its standard input, so that no secret is ever an argument. */
export async function overSsh(settings: SshSettings, address: string, command: string, input: Buffer): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const child = spawn(
    'ssh',
    [
      ...options(settings),
      '--',
      `${settings.user}@${address}`,
      settings.become === undefined ? command : `${settings.become} sh -c ${quoted(command)}`,
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const timer = setTimeout(() => child.kill('SIGKILL'), (settings.connectSeconds + longestSeconds) * 1000)
  child.on('error', error => resolve({ kind: 'silent', why: `ssh cannot be run: ${errorWords(error)}` }))
  child.on('close', code => {
    clearTimeout(timer)
    const stderr = Buffer.concat(err).toString('utf8').trim()
    // 255 is what ssh itself ends with.
    if (code === null || code === 255)
      resolve({ kind: 'silent', why: stderr.split('\n').at(-1) ?? 'the session broke off' })
    else resolve({ kind: 'answered', code, stdout: Buffer.concat(out).toString('utf8'), stderr })
  })
  return promise
}

function options({ port, identityFile, knownHostsFile, connectSeconds }: SshSettings): string[] {
  return [
    '-T',
    '-p',
    String(port),
    '-o',
    'BatchMode=yes',
    '-o',
    `ConnectTimeout=${connectSeconds}`,
    '-o',
    'StrictHostKeyChecking=yes',
    '-o',
    'ServerAliveInterval=2',
    '-o',
    'ServerAliveCountMax=3',
    ...(identityFile === undefined ? [] : ['-i', identityFile, '-o', 'IdentitiesOnly=yes']),
    ...(knownHostsFile === undefined ? [] : ['-o', `UserKnownHostsFile=${knownHostsFile}`]),
  ]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
