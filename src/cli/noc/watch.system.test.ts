import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { describeWithPeers } from '../../testing/peers.ts'

const root = join(import.meta.dirname, '../../..')

/** The whole command beside a living Alertmanager that is drowned, stopped and started anew. */
describeWithPeers('A shift beside a living Alertmanager', ['Prometheus'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-shift-'))
  const children: ChildProcess[] = []
  afterAll(async () => {
    for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      child.kill()
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true })
  })

  it('keeps what it knew through 5,000 hostile alerts and a restart, says blind in between, and stays small', async () => {
    const [port, listening] = [await freePort(), await freePort()]
    const url = `http://127.0.0.1:${port}`
    let manager = await managerAt(port)
    const shift = spawn(
      process.execPath,
      [
        join(root, 'src/cli/main.ts'),
        ...['noc', 'watch', '--alertmanager', url, '--listen', String(listening), '--format', 'json', '--lang', 'en'],
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
    )
    children.push(shift)
    let printed = ''
    shift.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
    const lastSaid = (): Said | undefined => {
      const line = printed.slice(0, printed.lastIndexOf('\n')).split('\n').at(-1)
      return line === undefined || line === '' ? undefined : (JSON.parse(line) as Said)
    }

    await send(url, [beat(), { subject: 'router:kec-bayat' }])
    await until(() => lastSaid()?.blind === null && lastSaid()?.down[0]?.sign === 'router:kec-bayat')
    expect(lastSaid()?.calls.map(({ reference }) => reference)).toEqual(['PB/VPN/26/0217'])

    const hostile = Array.from({ length: 5000 }, (_, i) => ({
      subject: `router:\u001b[2J<script>alert(${i})</script>`,
    }))
    await send(url, [beat(), { subject: 'router:kec-bayat' }, ...hostile])
    await until(() => lastSaid()?.unknown_alerts.count === 5000)
    expect(lastSaid()?.down.map(({ sign }) => sign)).toEqual(['router:kec-bayat'])
    expect(printed).not.toContain('\u001b')
    const page = await (await fetch(`http://127.0.0.1:${listening}/`)).text()
    expect(page).toContain('router:kec-bayat')
    expect(page).not.toMatch(/<script|\u001b/)
    expect(residentMegabytes(shift.pid)).toBeLessThan(mostMegabytes)

    manager.kill()
    await once(manager, 'exit')
    await until(() => lastSaid()?.blind === 'alertmanager')
    expect(lastSaid()?.down.map(({ sign }) => sign)).toEqual(['router:kec-bayat'])

    manager = await managerAt(port)
    await send(url, [beat()])
    await until(() => lastSaid()?.blind === null)
    expect(lastSaid()).toMatchObject({ down: [{ sign: 'router:kec-bayat' }], closed: [] })
    shift.kill()
    expect(await once(shift, 'exit')).toEqual([0, null])
  }, 180_000)

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

/** Measured 175 to 202 on Node 24 (146 before the alerts come): most of it is Node with the program and the reference network. */
const mostMegabytes = 250

interface Said {
  readonly blind: string | null
  readonly down: readonly { readonly sign: string }[]
  readonly closed: readonly object[]
  readonly calls: readonly { readonly reference: string }[]
  readonly unknown_alerts: { readonly count: number }
}

/** The watchdog, at this moment. */
function beat(): Record<string, string> {
  return { subject: 'watchdog', beat: String(Date.now()) }
}

async function send(url: string, labels: readonly Record<string, string>[]): Promise<void> {
  const startsAt = new Date().toISOString()
  const response = await fetch(`${url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(labels.map(own => ({ labels: { alertname: 'x', ...own }, startsAt }))),
  })
  expect(response.status).toBe(200)
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 200))
}

function residentMegabytes(pid: number | undefined): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
