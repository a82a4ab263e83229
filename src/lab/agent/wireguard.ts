import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { answerOf } from '../run.ts'

/** WireGuard in user space, built by the set-up of peers, which reads how wrong its clock is from SERAT_CLOCK_SHIFT. */
export const shiftedWireguard = join(import.meta.dirname, '../../../.cache/wireguard/wireguard-go')

export function hasShiftedWireguard(): boolean {
  return existsSync(shiftedWireguard) && answerOf('wg', '--version') !== undefined
}

/** A tunnel's end that runs in a namespace. */
export interface WireguardEnd {
  /** Runs a script where this end's `wg` finds its interface, and no other end's. */
  readonly sh: (script: string) => string
  /** As a power cut does: at once, with all that it remembers. */
  readonly kill: () => Promise<void>
}

interface Start {
  readonly namespace: string
  /** Of the interface that it makes there. */
  readonly name: string
  /** How wrong its clock is. */
  readonly shiftSeconds: number
  readonly environment?: NodeJS.ProcessEnv
}

/** Starts one end. The sockets of `wg` are its own. */
export async function startWireguard({
  namespace,
  name,
  shiftSeconds,
  environment = process.env,
}: Start): Promise<WireguardEnd> {
  const start = `mkdir -p /var/run/wireguard && mount -t tmpfs wireguard /var/run/wireguard && exec ${shiftedWireguard} -f ${name}`
  const child = spawn('ip', ['netns', 'exec', namespace, 'sh', '-c', start], {
    env: { ...environment, SERAT_CLOCK_SHIFT: String(shiftSeconds), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  const sh: WireguardEnd['sh'] = script =>
    execFileSync('nsenter', ['-t', String(child.pid), '-m', '-n', 'sh', '-ec', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  await untilUp(child, () => sh(`wg show ${name}`))
  return {
    sh,
    kill: () =>
      new Promise(resolve => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

async function untilUp(child: ChildProcess, ask: () => unknown): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      ask()
      return
    } catch (error) {
      if (child.exitCode !== null || attempt > 100) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
