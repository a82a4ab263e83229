import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import { parse, stringify } from 'yaml'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { alarmsOf, explainedBy } from '../../analysis/alarms/alarms.ts'
import { localMoment } from '../../cli/downtime/outage.ts'
import { silencesOf } from '../../cli/notice/silence.ts'
import { klaten } from '../../testing/analysis/klaten.fixture.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { importSays } from '../../testing/zabbix.ts'
import { subjectsOf } from './alertmanager.ts'
import { watchedLight } from './light.ts'
import { nocDocuments } from './noc.ts'
import { watchedOf } from './watched.ts'

/** What Debian's monitoring says of the files, and what a living Alertmanager makes of every fault of the reference network. */
describeWithPeers(
  'The monitoring of the reference network',
  ['Prometheus', 'SmokePing', 'snmpd', 'Zabbix import'],
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'serat-noc-'))
    const plan = klaten()
    beforeAll(() => {
      for (const { path, content } of nocDocuments(plan.network, plan)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), String(content()))
      }
    })
    afterAll(() => rmSync(folder, { recursive: true }))

    const noc = join(folder, 'noc')
    const checked = (program: string, ...args: readonly string[]): string =>
      execFileSync(program, args, { cwd: noc, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

    it('every file is accepted, and each fault fires its own alert and those that it explains', () => {
      checked('promtool', 'check', 'config', '--lint=all', '--lint-fatal', 'prometheus.yml')
      expect(checked('promtool', 'test', 'rules', 'tests/causes_test.yml')).toContain('SUCCESS')
      expect(checked('promtool', 'test', 'rules', 'tests/light_test.yml')).toContain('SUCCESS')
      expect(checked('amtool', 'check-config', 'alertmanager.yml')).toContain('SUCCESS')
      checked('prometheus-blackbox-exporter', '--config.file=blackbox.yml', '--config.check')
      checked('prometheus-snmp-exporter', '--config.file=snmp.yml', '--dry-run')
    })

    it('SmokePing reads its file, with its folders where this test has some', () => {
      const text = readFileSync(join(noc, 'smokeping.conf'), 'utf8')
      const here = join(folder, 'smokeping.conf')
      writeFileSync(here, text.replaceAll(/^(imgcache|datadir|piddir)(\s*=\s*).*$/gm, `$1$2${folder}`))
      expect(run('smokeping', '--check', `--config=${here}`)).toEqual({
        status: 0,
        said: expect.stringContaining('OK'),
      })
      writeFileSync(here, text.replace('*** Targets ***', '*** Targets ***\nnonsense = 1'))
      expect(run('smokeping', '--check', `--config=${here}`).status).not.toBe(0)
    })

    it("Zabbix's own import takes the hosts by its schema, and refuses what it does not know", () => {
      const hosts = (): Hosts => load(readFileSync(join(noc, 'zabbix-hosts.yml'), 'utf8')) as Hosts
      expect(importSays(hosts())).toBe('valid')
      const spoilt: readonly ((host: Hosts['zabbix_export']['hosts'][number]) => void)[] = [
        host => Reflect.deleteProperty(host, 'host'),
        host => Object.assign(host, { adress: '10.0.0.1' }),
        host => Object.assign(host.interfaces[0]?.details ?? {}, { authprotocol: 'SHA9' }),
        host => Object.assign(host.macros[0] ?? {}, { type: 'HIDDEN' }),
      ]
      for (const spoil of spoilt) {
        const all = hosts()
        const [first] = all.zabbix_export.hosts
        if (first !== undefined) spoil(first)
        expect(importSays(all)).toMatch(/^Invalid tag/)
      }
    })

    it("the light that a port receives is read from a living agent's table, by the port's name", async () => {
      const [{ router, platform, table, port, expectedDbm } = lackingLight()] = watchedLight(plan)
      const reading = Math.round((expectedDbm - 3) * table.perDbm)
      const [agentPort, exporterPort] = [await freePort(), await freePort()]
      const secrets = { password: 'uji-otentikasi-1', priv_password: 'uji-privasi-1' }
      const { user } = plan.network.declared.services.snmp
      const agent = playedAgent(folder, agentPort, [
        `createUser ${user} SHA "${secrets.password}" AES "${secrets.priv_password}"`,
        `rouser ${user} priv`,
        `override ${table.nameOid}.7 octet_str "${port}"`,
        `override ${table.powerOid}.7 integer ${reading}`,
      ])
      const modules = parse(readFileSync(join(noc, 'snmp.yml'), 'utf8')) as Record<string, { auth: object }>
      for (const module of Object.values(modules)) Object.assign(module.auth, secrets)
      writeFileSync(join(folder, 'snmp.yml'), stringify(modules))
      const exporter = spawn(
        'prometheus-snmp-exporter',
        [`--config.file=${join(folder, 'snmp.yml')}`, `--web.listen-address=127.0.0.1:${exporterPort}`],
        { stdio: 'ignore' },
      )
      try {
        const ask = `http://127.0.0.1:${exporterPort}/snmp?target=127.0.0.1:${agentPort}&module=serat_light_${platform}_${router}`
        await answering(ask)
        const said = await (await fetch(ask)).text()
        expect(said).toContain(`seratReceivePower{portName="${port}",row="7"} ${reading}`)
      } finally {
        for (const child of [agent, exporter]) {
          child.kill()
          await once(child, 'exit')
        }
      }
    }, 60_000)

    it('what came in by an interface, and through which gateway the default leads, is read from a living agent', async () => {
      const [agentPort, exporterPort] = [await freePort(), await freePort()]
      const { user } = plan.network.declared.services.snmp
      const agent = playedAgent(folder, agentPort, [
        `createUser ${user} SHA "uji-otentikasi-1" AES "uji-privasi-1"`,
        `rouser ${user} priv`,
        'override 1.3.6.1.2.1.4.24.4.1.7.0.0.0.0.0.0.0.0.0.203.0.113.1 integer 14',
      ])
      const secret = { password: 'uji-otentikasi-1', priv_password: 'uji-privasi-1' }
      const modules = parse(readFileSync(join(noc, 'snmp.yml'), 'utf8')) as Record<string, { auth: object }>
      for (const module of Object.values(modules)) Object.assign(module.auth, secret)
      writeFileSync(join(folder, 'carried-snmp.yml'), stringify(modules))
      const exporter = spawn(
        'prometheus-snmp-exporter',
        [`--config.file=${join(folder, 'carried-snmp.yml')}`, `--web.listen-address=127.0.0.1:${exporterPort}`],
        { stdio: 'ignore' },
      )
      try {
        const ask = `http://127.0.0.1:${exporterPort}/snmp?target=127.0.0.1:${agentPort}&module=serat_tunnels_core-1`
        await answering(ask)
        const said = await (await fetch(ask)).text()
        expect(said).toMatch(/^ifHCInOctets\{ifIndex="1",ifName="lo"\} \S+$/m)
        expect(said).toContain(
          'ipCidrRouteProto{destination="0.0.0.0",gateway="203.0.113.1",mask="0.0.0.0",tos="0"} 14',
        )
      } finally {
        for (const child of [agent, exporter]) {
          child.kill()
          await once(child, 'exit')
        }
      }
    }, 60_000)

    it('where a sign is missing the alert that is waited for does not fire', () => {
      const wrong = join(folder, 'wrong.yml')
      const { tests, ...rest } = parse(readFileSync(join(noc, 'tests/causes_test.yml'), 'utf8')) as {
        tests: { input_series: { values: string }[] }[]
      }
      const [first] = tests.slice(-1)
      const [sign, ...others] = first?.input_series ?? []
      const silent = { ...first, input_series: [{ ...sign, values: '0 0x200' }, ...others] }
      const files = { ...rest, rule_files: [join(noc, 'rules/causes.yml')] }
      writeFileSync(wrong, stringify({ ...files, tests: [first] }))
      expect(spawnSync('promtool', ['test', 'rules', wrong]).status).toBe(0)
      writeFileSync(wrong, stringify({ ...files, tests: [silent] }))
      expect(spawnSync('promtool', ['test', 'rules', wrong]).status).toBe(1)
    })

    it('a route is down where one of its ports is down, without its optic or its lower layer; up, or not known, else', () => {
      const [route] = watchedOf(plan).routes
      const port = (end: number, state: number): object => ({
        series: `ifOperStatus{job="snmp",instance="${route?.ends[end]?.address}",ifName="${route?.ends[end]?.port}"}`,
        values: String(state),
      })
      const cases = [
        [1, 1, 0],
        [1, 2, 1],
        [6, 1, 1],
        [7, 7, 1],
        [4, 1, 0],
        [4, 4],
      ]
      const file = join(folder, 'states.yml')
      const tests = cases.map(([a = 0, b = 0, down]) => ({
        input_series: [port(0, a), port(1, b)],
        promql_expr_test: [
          {
            expr: `max(serat_down{sign="route:${route?.id}"})`,
            eval_time: '0s',
            exp_samples: down === undefined ? [] : [{ labels: '{}', value: down }],
          },
        ],
      }))
      writeFileSync(file, stringify({ rule_files: [join(noc, 'rules/states.yml')], evaluation_interval: '30s', tests }))
      expect(checked('promtool', 'test', 'rules', file)).toContain('SUCCESS')
    })

    it('a tunnel is down where nothing comes in at any end that answers; an uplink where its core has no default through it', () => {
      const { tunnels, uplinks } = watchedOf(plan)
      const [tunnel, uplink] = [tunnels[0], uplinks[0]]
      if (tunnel === undefined || uplink === undefined) throw new Error('the reference network rents nothing')
      const incoming = (end: number, values: string): object => {
        const { address, port } = tunnel.ends[end] ?? { address: '', port: '' }
        return { series: `ifHCInOctets{job="tunnels",instance="${address}",ifName="${port}"}`, values }
      }
      const { gateway, end } = uplink
      const answers = { series: `up{job="tunnels",instance="${end.address}"}`, values: '1x30' }
      const wayOut = (to: string): object => ({
        series: `ipCidrRouteProto{job="tunnels",instance="${end.address}",destination="0.0.0.0",gateway="${to}"}`,
        values: '14x30',
      })
      const [silence, traffic] = ['7000x30', '0+900x30']
      const cases: readonly (readonly [string, readonly object[], number | undefined])[] = [
        [`tunnel:${tunnel.id}`, [incoming(0, traffic), incoming(1, traffic)], 0],
        [`tunnel:${tunnel.id}`, [incoming(0, silence), incoming(1, silence)], 1],
        [`tunnel:${tunnel.id}`, [incoming(0, silence), incoming(1, traffic)], 1],
        [`tunnel:${tunnel.id}`, [incoming(0, silence)], 1],
        [`tunnel:${tunnel.id}`, [incoming(1, traffic)], 0],
        [`tunnel:${tunnel.id}`, [], undefined],
        [`uplink:${uplink.id}`, [answers, wayOut(gateway)], 0],
        [`uplink:${uplink.id}`, [answers, wayOut('192.0.2.254')], 1],
        [`uplink:${uplink.id}`, [answers], 1],
        [`uplink:${uplink.id}`, [{ ...answers, values: '0x30' }], undefined],
      ]
      const file = join(folder, 'carried.yml')
      const tests = cases.map(([sign, series, down]) => ({
        interval: '15s',
        input_series: series,
        promql_expr_test: [
          {
            expr: `max(serat_down{sign="${sign}"})`,
            eval_time: '5m',
            exp_samples: down === undefined ? [] : [{ labels: '{}', value: down }],
          },
        ],
      }))
      writeFileSync(file, stringify({ rule_files: [join(noc, 'rules/states.yml')], evaluation_interval: '30s', tests }))
      expect(checked('promtool', 'test', 'rules', file)).toContain('SUCCESS')
    })

    it('Alertmanager leaves one alert of each fault, and says who explains the others', async () => {
      const alarms = alarmsOf(plan)
      const [subjects, explained] = [subjectsOf(alarms), explainedBy(alarms)]
      const { port, manager } = await livingManager()
      try {
        const url = `http://127.0.0.1:${port}/api/v2/alerts`
        await answering(url)
        for (const alarm of alarms) {
          const named = [
            ...alarm.takes,
            ...[alarm, ...(explained.get(alarm) ?? [])].map(one => subjects.get(one) ?? ''),
          ]
          await send(url, named, 60_000)
          expect(await settledAt(url, 1), alarm.id).toEqual([subjects.get(alarm)])
          await send(url, named, -1000)
        }
      } finally {
        manager.kill()
        await once(manager, 'exit')
      }
    }, 300_000)

    it('amtool takes the silence of a work, and what the work does not explain stays active', async () => {
      const work = plan.network.works.get('krj-2026-11-utara')
      if (work === undefined) throw new Error('the reference network has no such work')
      const now = localMoment(Date.now() - 60_000, 'Asia/Jakarta')
      const until = localMoment(Date.now() + 600_000, 'Asia/Jakarta')
      const file = join(folder, 'silence.json')
      const present = { ...work, declared: { ...work.declared, from: now, until } }
      writeFileSync(file, JSON.stringify(silencesOf(plan, present)))
      const { port, manager } = await livingManager()
      try {
        const url = `http://127.0.0.1:${port}`
        await answering(`${url}/api/v2/alerts`)
        checked('amtool', 'silence', 'import', `--alertmanager.url=${url}`, file)
        expect(checked('amtool', 'silence', 'query', `--alertmanager.url=${url}`)).toContain('subject=~')
        await send(`${url}/api/v2/alerts`, ['route:utara-1', 'cause:cable:c-utara-1', 'route:selatan-1'], 60_000)
        expect(await settledAt(`${url}/api/v2/alerts`, 1)).toEqual(['route:selatan-1'])
      } finally {
        manager.kill()
        await once(manager, 'exit')
      }
    }, 60_000)

    async function livingManager(): Promise<{ readonly port: number; readonly manager: ChildProcess }> {
      const port = await freePort()
      const manager = spawn(
        'prometheus-alertmanager',
        [
          `--config.file=${join(noc, 'alertmanager.yml')}`,
          `--storage.path=${mkdtempSync(join(folder, 'data-'))}`,
          `--web.listen-address=127.0.0.1:${port}`,
          '--cluster.listen-address=',
        ],
        { stdio: 'ignore' },
      )
      return { port, manager }
    }
  },
)

interface Hosts {
  readonly zabbix_export: {
    readonly hosts: readonly {
      readonly interfaces: readonly { readonly details: object }[]
      readonly macros: readonly object[]
    }[]
  }
}

function run(program: string, ...args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

function lackingLight(): never {
  throw new Error('no light is watched')
}

/** Net-SNMP's agent on loopback, which plays a router: the rows that it is told to have, and a state of its own. */
function playedAgent(folder: string, port: number, lines: readonly string[]): ChildProcess {
  const config = join(folder, 'snmpd.conf')
  writeFileSync(config, lines.join('\n') + '\n')
  return spawn('snmpd', ['-f', '-C', '-c', config, '-Ln', `udp:127.0.0.1:${port}`], {
    stdio: 'ignore',
    env: { ...process.env, SNMP_PERSISTENT_DIR: join(folder, 'snmpd-state'), MIBS: '' },
  })
}

async function send(url: string, subjects: readonly string[], endsInMs: number): Promise<void> {
  const endsAt = new Date(Date.now() + endsInMs).toISOString()
  const startsAt = new Date(Date.now() - 10_000).toISOString()
  const body = subjects.map(subject => ({ labels: { alertname: 'x', subject }, startsAt, endsAt }))
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(response.status).toBe(200)
}

/** The inhibitor hears of an alert after the answer to whoever sent it: what is asked at once may be a moment old. */
async function settledAt(url: string, wanted: number): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const active = await activeAt(url)
    if (active.length === wanted || tries === 100) return active
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}

async function activeAt(url: string): Promise<string[]> {
  const alerts = (await (await fetch(`${url}?active=true&inhibited=false&silenced=false`)).json()) as {
    labels: { subject: string }
  }[]
  return alerts.map(({ labels }) => labels.subject)
}

async function answering(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok === true) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
