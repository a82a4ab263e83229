import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { Arrival, Flow, Gap, Probe, Request } from './agent-config.ts'
import { agentSocket } from '../boot/state.ts'

/** The hosts of a running lab. Questions are answered one after the other. */
export interface Hosts {
  readonly probe: (probes: readonly Probe[], waitMs: number) => Promise<readonly Arrival[]>
  readonly stream: (flows: readonly Flow[], everyMs: number) => Promise<void>
  readonly mark: () => Promise<void>
  readonly gaps: () => Promise<readonly Gap[]>
  readonly expect: (names: readonly string[]) => Promise<void>
  /** Names of those that arrived, of all that were expected. */
  readonly arrived: () => Promise<readonly string[]>
  readonly close: () => void
}

export async function connectHosts(): Promise<Hosts> {
  const socket = await opened()
  const waiting: ((line: string) => void)[] = []
  createInterface({ input: socket }).on('line', line => waiting.shift()?.(line))
  const ask = <Answer>(request: Request): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) reject(new Error('the hosts of the lab do not answer'))
      waiting.push(line => resolve(JSON.parse(line) as Answer))
      socket.once('close', () => reject(new Error('the hosts of the lab have gone')))
      socket.write(`${JSON.stringify(request)}\n`)
    })
  socket.setMaxListeners(0)
  return {
    probe: (probes, waitMs) => ask({ ask: 'probe', probes, waitMs }),
    stream: (flows, everyMs) => ask({ ask: 'stream', flows, everyMs }),
    mark: () => ask({ ask: 'mark' }),
    gaps: () => ask({ ask: 'gaps' }),
    expect: names => ask({ ask: 'expect', names }),
    arrived: () => ask({ ask: 'arrived' }),
    close: () => void socket.end(),
  }
}

/** The process is starting when the lab has just come up. */
async function opened(): Promise<Socket> {
  for (let attempt = 0; ; attempt++) {
    const socket = connect(agentSocket)
    const ready = await new Promise<boolean>(resolve =>
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false)),
    )
    if (ready) return socket
    if (attempt > 100) throw new Error(`the hosts of the lab do not answer at ${agentSocket}`)
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}
