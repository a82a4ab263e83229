import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundle } from '../../packaging/bundle.ts'
import { describeWithPeers } from '../../testing/peers.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * The packed program, as a NOC runs it, beside a living Alertmanager that is drowned, slow, cut short, stopped and
 * started anew. Nothing here waits for a time: only for what is said.
 */
describeWithPeers('A shift beside a living Alertmanager', ['Prometheus'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-shift-'))
  const children: ChildProcess[] = []
  const ends: (() => void)[] = []
  beforeAll(() => bundle(join(folder, 'dist')))
  afterAll(async () => {
    for (const end of ends) end()
    for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      child.kill()
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true })
  })

  it('loses no event, says blind when it is, escapes what strangers write, and stays small', async () => {
    const [port, listening] = [await freePort(), await freePort()]
    const url = `http://127.0.0.1:${port}`
    let manager = await managerAt(port)
    const between = await standBetween(url)
    ends.push(
      () => between.server.closeAllConnections(),
      () => between.server.close(),
    )
    const shift = spawn(
      process.execPath,
      [
        join(folder, 'dist/serat.js'),
        ...['noc', 'watch', '--alertmanager', between.url, '--listen', String(listening)],
        ...['--format', 'json', '--lang', 'en'],
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    children.push(shift)
    const lines: string[] = []
    let rest = ''
    shift.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    })
    /** The first that is said after so many lines, and that is so. */
    const said = async (after: number, holds: (one: Said) => boolean): Promise<Said> => {
      for (;;) {
        const found = lines
          .slice(after)
          .map(line => JSON.parse(line) as Said)
          .find(holds)
        if (found !== undefined) return found
        await pause()
      }
    }
    const told = (alert: object, status: 'firing' | 'resolved'): Promise<Response> =>
      fetch(`http://127.0.0.1:${listening}/alerts`, {
        method: 'POST',
        body: JSON.stringify({ status, alerts: [{ ...alert, status }] }),
      })

    // As Prometheus does, the beat is sent again and again: how long anything takes here is the machine's own affair.
    const beats = setInterval(() => void send(url, [beat()]).catch(() => undefined), 2000)
    ends.push(() => clearInterval(beats))
    await send(url, [beat(), { subject: 'router:kec-bayat' }])
    const first = await said(0, one => one.blind === null && one.down[0]?.sign === 'router:kec-bayat')
    expect(first.calls.map(({ reference }) => reference)).toEqual(['PB/VPN/26/0217'])

    const hostile = Array.from({ length: 5000 }, (_, i) => ({
      subject: `router:\u001b[2J<script>alert(${i})</script>`,
    }))
    await send(url, [{ subject: 'router:kec-bayat' }, ...hostile])
    const drowned = await said(0, one => one.unknown_alerts.count === 5000)
    expect(drowned.down.map(({ sign }) => sign)).toEqual(['router:kec-bayat'])
    const page = await (await fetch(`http://127.0.0.1:${listening}/`)).text()
    expect(page).toContain('router:kec-bayat')
    expect(page).not.toMatch(/<script|\u001b/)

    // Half an answer is none: what was known stays, and no alert is taken for over.
    between.mode = 'half'
    await until(() => between.halves >= 2)
    const short = { labels: { subject: 'router:kec-cawas' }, startsAt: moment(-20_000), endsAt: moment(-10_000) }
    await told(short, 'firing')
    await told(short, 'resolved')
    const closed = await said(0, one => one.closed.length === 1)
    expect(closed.closed.map(({ sign }) => sign)).toEqual(['router:kec-cawas'])
    expect(closed.down.map(({ sign }) => sign)).toEqual(['router:kec-bayat'])

    // So slow that nobody waits for it: half a minute, and it is not there when it comes.
    between.mode = 'slow'
    const blind = await said(0, one => one.blind === 'alertmanager' && one.down.length > 0)
    expect(blind.down.map(({ sign }) => sign)).toEqual(['router:kec-bayat'])
    expect(between.givenUp).toBeGreaterThan(0)
    const long = { labels: { subject: 'router:kec-wedi' }, startsAt: moment(-5000), endsAt: moment(600_000) }
    await told(long, 'firing')
    const whileBlind = await said(
      0,
      one => one.blind !== null && one.down.some(({ sign }) => sign === 'router:kec-wedi'),
    )
    expect(whileBlind.closed.map(({ sign }) => sign)).toEqual(['router:kec-cawas'])

    manager.kill()
    await once(manager, 'exit')
    manager = await managerAt(port)
    const before = lines.length
    between.mode = 'passes'
    const again = await said(before, one => one.blind === null)
    expect(again.down.map(({ sign }) => sign).sort()).toEqual(['router:kec-bayat', 'router:kec-wedi'])
    expect(again.closed.map(({ sign }) => sign)).toEqual(['router:kec-cawas'])
    expect(lines.join('')).not.toContain('\u001b')
    expect(memoryOf(shift.pid, 'VmHWM')).toBeLessThan(mostMegabytes)
    console.log(`noc watch: ${memoryOf(shift.pid, 'VmRSS')} MB, at most ${memoryOf(shift.pid, 'VmHWM')} MB`)
    shift.kill()
    expect(await once(shift, 'exit')).toEqual([0, null])
  })

  async function managerAt(port: number): Promise<ChildProcess> {
    const config = join(folder, 'alertmanager.yml')
    writeFileSync(config, 'route: { receiver: nobody }\nreceivers: [{ name: nobody }]\n')
    const manager = spawn(
      'prometheus-alertmanager',
      [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--cluster.listen-address=',
      ],
      { stdio: 'ignore' },
    )
    children.push(manager)
    await until(async () => (await fetch(`http://127.0.0.1:${port}/-/ready`).catch(() => undefined))?.ok === true)
    return manager
  }
})

/** At any moment of it. Measured 130 to 140 on Node 24; half of it is Node itself. */
const mostMegabytes = 150

interface Said {
  readonly blind: string | null
  readonly down: readonly { readonly sign: string }[]
  readonly closed: readonly { readonly sign: string }[]
  readonly calls: readonly { readonly reference: string }[]
  readonly unknown_alerts: { readonly count: number }
}

interface Between {
  readonly server: Server
  readonly url: string
  mode: 'passes' | 'half' | 'slow'
  /** Answers that broke off, and callers that went before theirs came. */
  halves: number
  givenUp: number
}

/** Stands between the shift and Alertmanager, and hands answers on: whole, their first half, or half a minute late. */
async function standBetween(target: string): Promise<Between> {
  const server = createHttpServer((request, response) => {
    void answered(request.url ?? '/', response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const between: Between = { server, url, mode: 'passes', halves: 0, givenUp: 0 }
  return between

  async function answered(path: string, response: ServerResponse): Promise<void> {
    const { mode } = between
    const body = Buffer.from(await (await fetch(target + path)).arrayBuffer())
    if (mode === 'slow') {
      const late = setTimeout(() => response.end(body), 30_000)
      response.once('close', () => {
        clearTimeout(late)
        if (!response.writableFinished) between.givenUp++
      })
      return
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    if (mode === 'passes') return void response.end(body)
    response.write(body.subarray(0, body.length / 2), () => response.destroy())
    between.halves++
  }
}

/** The watchdog, at this moment. */
function beat(): Record<string, string> {
  return { subject: 'watchdog', beat: String(Math.floor(Date.now() / 2000) % 4) }
}

function moment(fromNowMs: number): string {
  return new Date(Date.now() + fromNowMs).toISOString()
}

async function send(url: string, labels: readonly Record<string, string>[]): Promise<void> {
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(
      labels.map(own => ({ labels: { alertname: 'x', ...own }, startsAt: moment(0), endsAt: moment(3_600_000) })),
    ),
  })
  expect(response.status).toBe(200)
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause()
}

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 200))
}

/** Megabytes that a process holds now, or held at most. */
function memoryOf(pid: number | undefined, key: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
