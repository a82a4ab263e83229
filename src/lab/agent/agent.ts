import { createSocket, type Socket } from 'node:dgram'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import {
  controlPort,
  probePort,
  streamPort,
  type AgentConfig,
  type Arrival,
  type Flow,
  type Gap,
  type Probe,
  type Request,
} from './agent-config.ts'

/**
 * All hosts of a lab in one process: sends where it is told, and says what arrived. Started by `up`, ended by `down`.
 */
const { socket: path, answering } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as AgentConfig

interface Seen {
  readonly probe: Probe
  socket?: Socket
  source?: string
  answered: boolean
}

interface Steady {
  readonly flow: Flow
  readonly socket: Socket
  last: number
  longest: number
  sent: number
  /** When each packet was sent that has not arrived, since the mark. */
  readonly outstanding: Map<number, number>
}

const open = new Map<string, Seen>()
const expected = new Map<string, boolean>()
const steady = new Map<number, Steady>()
let round = 0
let ticking: NodeJS.Timeout | undefined

function familyOf(address: string): 'udp4' | 'udp6' {
  return address.includes(':') ? 'udp6' : 'udp4'
}

function bound(address: string | undefined, family: 'udp4' | 'udp6', port: number): Promise<Socket> {
  const socket = createSocket({ type: family, ipv6Only: family === 'udp6', reuseAddr: port !== 0 })
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.bind({ port, ...(address === undefined ? {} : { address }) }, () => {
      socket.off('error', reject)
      socket.on('error', () => undefined)
      resolve(socket)
    })
  })
}

/** A probe's payload names it: the receiver need not know by which address it came. */
async function listen(): Promise<void> {
  for (const family of ['udp4', 'udp6'] as const) {
    for (const port of [probePort, controlPort])
      (await bound(undefined, family, port)).on('message', (data, { address }) => note(data.toString(), address))
    ;(await bound(undefined, family, streamPort)).on('message', data => noteSteady(data.toString()))
  }
  for (const address of answering) {
    for (const port of [probePort, controlPort]) {
      const socket = await bound(address, familyOf(address), port)
      socket.on('message', (data, sender) => {
        note(data.toString(), sender.address)
        socket.send(data, sender.port, sender.address, ignore)
      })
    }
  }
}

function note(name: string, source: string): void {
  const seen = open.get(name)
  if (seen !== undefined) seen.source ??= source
  if (expected.has(name)) expected.set(name, true)
}

function ignore(): void {}

async function probe(probes: readonly Probe[], waitMs: number): Promise<Arrival[]> {
  round++
  const mine: readonly (readonly [string, Seen])[] = probes.map(each => [
    `${round}.${each.id}`,
    { probe: each, answered: false },
  ])
  for (const [name, seen] of mine) open.set(name, seen)
  const deadline = performance.now() + waitMs
  let pause = 120
  while (true) {
    const missing = mine.filter(([, seen]) => isAwaited(seen))
    if (missing.length === 0 || performance.now() > deadline) break
    for (let i = 0; i < missing.length; i += 64) {
      await Promise.all(missing.slice(i, i + 64).map(([name, seen]) => send(name, seen)))
      await sleep(2)
    }
    const until = performance.now() + pause
    while (performance.now() < until && missing.some(([, seen]) => isAwaited(seen))) await sleep(20)
    pause = 300
  }
  for (const [name, { socket }] of mine) {
    socket?.close()
    open.delete(name)
  }
  return mine.map(([, { probe: asked, source, answered }]) => ({
    id: asked.id,
    arrived: source !== undefined,
    source,
    answered,
  }))
}

/** Not arrived yet, or not answered where somebody answers. */
function isAwaited({ source, answered, probe: { to } }: Seen): boolean {
  return source === undefined || (answering.includes(to) && !answered)
}

async function send(name: string, seen: Seen): Promise<void> {
  const { from, to, port } = seen.probe
  try {
    if (seen.socket === undefined) {
      seen.socket = await bound(from, familyOf(from), 0)
      seen.socket.on('message', data => {
        if (data.toString() === name) seen.answered = true
      })
    }
    seen.socket.send(name, port, to, ignore)
  } catch {
    // An address that is gone sends nothing; that is an answer too.
  }
}

async function stream(flows: readonly Flow[], everyMs: number): Promise<void> {
  clearInterval(ticking)
  for (const { socket } of steady.values()) socket.close()
  steady.clear()
  const now = performance.now()
  for (const flow of flows)
    steady.set(flow.id, {
      flow,
      socket: await bound(flow.from, familyOf(flow.from), 0),
      last: now,
      longest: 0,
      sent: 0,
      outstanding: new Map(),
    })
  ticking = setInterval(() => {
    for (const own of steady.values()) {
      own.outstanding.set(++own.sent, performance.now())
      own.socket.send(`${own.flow.id} ${own.sent}`, streamPort, own.flow.to, ignore)
    }
  }, everyMs)
}

/** `7 1024`: the 1,024th packet of flow 7. */
function noteSteady(text: string): void {
  const [id, number] = text.split(' ').map(Number)
  const flow = steady.get(id ?? -1)
  if (flow === undefined) return
  flow.outstanding.delete(number ?? 0)
  const now = performance.now()
  flow.longest = Math.max(flow.longest, now - flow.last)
  flow.last = now
}

function mark(): void {
  const now = performance.now()
  for (const flow of steady.values()) {
    flow.longest = 0
    flow.last = now
    flow.outstanding.clear()
  }
}

/** What has not arrived by then is lost. */
const latestMs = 1500

function gaps(): Gap[] {
  const now = performance.now()
  return [...steady.values()].map(({ flow: { id }, last, longest, outstanding }) => ({
    id,
    lost: [...outstanding.values()].filter(sent => now - sent > latestMs).length,
    longestMs: Math.round(Math.max(longest, now - last)),
    silentMs: Math.round(now - last),
  }))
}

function expectAll(names: readonly string[]): void {
  expected.clear()
  for (const name of names) expected.set(name, false)
}

function arrived(): string[] {
  return [...expected].filter(([, came]) => came).map(([name]) => name)
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}

async function answer(request: Request): Promise<unknown> {
  switch (request.ask) {
    case 'probe':
      return probe(request.probes, request.waitMs)
    case 'stream':
      return stream(request.flows, request.everyMs)
    case 'mark':
      return mark()
    case 'gaps':
      return gaps()
    case 'expect':
      return expectAll(request.names)
    case 'arrived':
      return arrived()
  }
}

await listen()
rmSync(path, { force: true })
createServer(connection => {
  connection.on('error', ignore)
  createInterface({ input: connection }).on('line', line => {
    void answer(JSON.parse(line) as Request).then(result => connection.write(`${JSON.stringify(result ?? {})}\n`))
  })
}).listen(path)
