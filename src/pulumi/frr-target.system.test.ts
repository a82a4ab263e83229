import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { vtysh } from '../testing/frr.ts'
import { addCable, execute, makeNamespace, removeNamespace, type Namespace } from '../testing/namespace.ts'
import { describeWithPulumi } from './peers.fixture.ts'
import { changed, stackOf, stepsOf, writeSecrets } from './engine.fixture.ts'
import { groundFor, repository, type Ground } from './ground.fixture.ts'
import { RouterConfig } from './resources/router-config.ts'
import { SeratProvider } from './resources/provider.ts'
import { settingsOfStack } from './settings.ts'
import {
  makeSshKeys,
  sshFrom,
  startSshRouter,
  stopSshRouter,
  type SshKeys,
  type SshRouter,
} from './ssh-router.fixture.ts'

/**
 * Seconds until a router takes back what nobody confirmed: short where a test waits for that, long where it must not
 * happen.
 */
const confirmSeconds = { short: 8, long: 300 } as const
const nearAddress = '10.99.1.2'
const farAddress = '10.99.2.2'
const key = 'kunci-ospf-uji'

interface Wanted {
  readonly description: string
  readonly farRoutes: readonly string[]
  readonly farFilter: readonly string[]
}

const usual: Wanted = {
  description: 'ke pusat',
  farRoutes: ['ip route 10.99.1.0/30 10.99.2.1'],
  farFilter: ['tcp dport 22 accept'],
}

function nearFiles(): Record<string, string> {
  return {
    'frr.conf': [
      'frr defaults traditional',
      'interface noc0',
      ' ip address 10.99.1.2/30',
      'exit',
      'interface far0',
      ' description ke ujung',
      ' ip address 10.99.2.1/30',
      ' ip ospf area 0',
      ' ip ospf authentication message-digest',
      ' ip ospf message-digest-key 1 md5 <secret:ospf/uji>',
      'exit',
      'router ospf',
      ' ospf router-id 10.99.0.1',
      'exit',
      '',
    ].join('\n'),
  }
}

function farFiles({ description, farRoutes, farFilter }: Wanted): Record<string, string> {
  return {
    'frr.conf': [
      'frr defaults traditional',
      ...farRoutes,
      'interface near0',
      ` description ${description}`,
      ' ip address 10.99.2.2/30',
      ' ip ospf area 0',
      ' ip ospf authentication message-digest',
      ' ip ospf message-digest-key 1 md5 <secret:ospf/uji>',
      'exit',
      'router ospf',
      ' ospf router-id 10.99.0.2',
      'exit',
      '',
    ].join('\n'),
    'nftables.conf': [
      '#!/usr/sbin/nft -f',
      'flush ruleset',
      'table inet serat {',
      '  chain input {',
      '    type filter hook input priority filter; policy drop;',
      '    ct state established,related accept',
      '    iifname "lo" accept',
      '    ip protocol ospf accept',
      '    icmp type echo-request accept',
      ...farFilter.map(rule => `    ${rule}`),
      '  }',
      '}',
      '',
    ].join('\n'),
    'sysctl.conf': 'net.ipv4.conf.all.rp_filter = 0\n',
  }
}

describeWithPulumi(
  'routers over SSH, changed and taken back',
  ['root', 'network namespaces', 'FRR', 'nftables', 'SSH server'],
  () => {
    const ground = groundFor('src/testing/contoh')
    let keys: SshKeys
    let noc: Namespace
    let near: SshRouter
    let far: SshRouter
    let wanted = usual

    beforeAll(async () => {
      writeSecrets(ground.secretsFile, new Map([['ospf/uji', key]]))
      keys = makeSshKeys(join(ground.folder, 'ssh'), [nearAddress, farAddress])
      noc = makeNamespace()
      near = await startSshRouter(ground.folder, keys)
      far = await startSshRouter(ground.folder, keys)
      addCable(noc, 'noc1', near.namespace, 'noc0')
      addCable(near.namespace, 'far0', far.namespace, 'near0')
      noc.run('ip', 'addr', 'add', '10.99.1.1/30', 'dev', 'noc1')
      noc.run('ip', 'route', 'add', '10.99.2.0/30', 'via', nearAddress)
      // As a technician leaves a router: reachable, and nothing else.
      for (const command of [
        ['interface noc0', 'ip address 10.99.1.2/30'],
        ['interface far0', 'ip address 10.99.2.1/30'],
      ])
        configure(near, command)
      for (const command of [['interface near0', 'ip address 10.99.2.2/30'], ['ip route 10.99.1.0/30 10.99.2.1']])
        configure(far, command)
      ground.environment['PATH'] = `${sshFrom(join(ground.folder, 'bin'), noc)}${delimiter}${process.env['PATH'] ?? ''}`
    })

    afterAll(async () => {
      for (const router of [near, far]) if (router !== undefined) await stopSshRouter(router)
      if (noc !== undefined) removeNamespace(noc)
    })

    function configure(router: SshRouter, commands: readonly string[]): void {
      router.frr.namespace.run(
        'vtysh',
        '-N',
        router.namespace.name,
        ...['configure terminal', ...commands].flatMap(command => ['-c', command]),
      )
    }

    async function program(): Promise<void> {
      const provider = new SeratProvider('serat', settingsOfStack(), {})
      const forms = { 'frr.conf': ['frr:16'] }
      const first = new RouterConfig(
        'ujung',
        { router: 'ujung', target: 'frr', address: farAddress, files: farFiles(wanted), forms },
        { provider },
      )
      new RouterConfig(
        'pusat',
        { router: 'pusat', target: 'frr', address: nearAddress, files: nearFiles(), forms },
        { provider, dependsOn: [first] },
      )
    }

    const stack = (patience: keyof typeof confirmSeconds = 'long'): ReturnType<typeof stackOf> =>
      stackOf(ground, 'lab', program, {
        ssh: JSON.stringify({
          identityFile: keys.identityFile,
          knownHostsFile: keys.knownHostsFile,
          connectSeconds: 2,
          confirmSeconds: confirmSeconds[patience],
        }),
      })

    it('brings routing and filters to running routers, far ends first', async () => {
      const lab = await stack()
      const { steps, events } = await stepsOf(onEvent => lab.up({ onEvent }))
      expect(changed(steps)).toEqual({ 'RouterConfig::pusat': 'create', 'RouterConfig::ujung': 'create' })
      const order = events.flatMap(({ resOutputsEvent }) =>
        resOutputsEvent?.metadata.type === 'serat:index:RouterConfig' && resOutputsEvent.metadata.op === 'create'
          ? [resOutputsEvent.metadata.urn.split('::').at(-1)]
          : [],
      )
      expect(order).toEqual(['ujung', 'pusat'])
      expect(vtysh(far.frr, 'show running-config')).toContain('description ke pusat')
      expect(far.namespace.run('nft', 'list', 'ruleset')).toContain('tcp dport 22 accept')
      expect(readFileSync(join(far.etc, 'frr/frr.conf'), 'utf8')).toContain(key)
      expect(existsSync(far.pending)).toBe(false)
      expect([near, far].flatMap(timersOf)).toEqual([])
      expect(changed((await stepsOf(onEvent => lab.preview({ onEvent }))).steps)).toEqual({})
    })

    it('shows what was changed by hand, line by line and without secrets, and heals it', async () => {
      configure(far, ['interface near0', 'description diganti tangan', 'ip ospf cost 77'])
      configure(near, [
        'interface far0',
        'no ip ospf message-digest-key 1',
        'ip ospf message-digest-key 1 md5 lain-rahasia',
      ])
      far.namespace.run('nft', 'add', 'rule', 'inet', 'serat', 'input', 'tcp', 'dport', '23', 'accept')
      const lab = await stack()
      const said: string[] = []
      const { steps } = await stepsOf(onEvent =>
        lab.preview({ onEvent, diff: true, onOutput: text => said.push(text) }),
      )
      expect(changed(steps)).toEqual({ 'RouterConfig::pusat': 'update', 'RouterConfig::ujung': 'update' })
      const diff = said.join('')
      expect(diff).toMatch(/- +description diganti tangan/)
      expect(diff).toMatch(/\+ +description ke pusat/)
      expect(diff).toMatch(/- +ip ospf cost 77/)
      expect(diff).toContain('runs and is not declared: tcp dport 23 accept')
      expect(diff).not.toContain('lain-rahasia')
      expect(diff).not.toContain(key)
      await lab.up()
      expect(vtysh(far.frr, 'show running-config')).not.toContain('cost 77')
      expect(vtysh(near.frr, 'show running-config')).toContain(key)
      expect(far.namespace.run('nft', 'list', 'ruleset')).not.toContain('dport 23')
      expect(changed((await stepsOf(onEvent => lab.preview({ onEvent }))).steps)).toEqual({})
    })

    const cuts: readonly (readonly [string, Wanted])[] = [
      ['a filter', { ...usual, description: 'dipotong penyaring', farFilter: [] }],
      ['a route', { ...usual, description: 'dipotong rute', farRoutes: ['ip route 10.99.1.0/30 blackhole'] }],
    ]

    it.each(cuts)(
      'takes a change back that cuts management by %s, although the deployer was killed',
      async (_, cut) => {
        const before = {
          running: vtysh(far.frr, 'show running-config'),
          rules: far.namespace.run('nft', '-s', 'list', 'ruleset'),
        }
        const script = join(ground.folder, 'deployer.ts')
        const files = join(ground.folder, 'cut.json')
        writeFileSync(files, JSON.stringify(farFiles(cut)))
        writeFileSync(script, deployerScript(files))
        const { killed } = await deployAndKill(script, far, ground)
        expect(killed).toBe('SIGKILL')
        expect(vtysh(far.frr, 'show running-config')).toContain(cut.description)
        expect(() =>
          noc.run(
            'ssh',
            '-i',
            keys.identityFile,
            '-o',
            `UserKnownHostsFile=${keys.knownHostsFile}`,
            '-o',
            'ConnectTimeout=2',
            '-o',
            'BatchMode=yes',
            `root@${farAddress}`,
            'true',
          ),
        ).toThrow()
        await expect.poll(() => existsSync(far.pending), { timeout: 120_000, interval: 200 }).toBe(false)
        expect(withoutHead(vtysh(far.frr, 'show running-config'))).toBe(withoutHead(before.running))
        expect(far.namespace.run('nft', '-s', 'list', 'ruleset')).toBe(before.rules)
        expect(
          noc.run(
            'ssh',
            '-i',
            keys.identityFile,
            '-o',
            `UserKnownHostsFile=${keys.knownHostsFile}`,
            '-o',
            'ConnectTimeout=2',
            '-o',
            'BatchMode=yes',
            `root@${farAddress}`,
            'echo',
            'kembali',
          ),
        ).toBe('kembali\n')
        expect(readFileSync(join(far.etc, 'frr/frr.conf'), 'utf8')).not.toContain(cut.description)
      },
    )

    it('stops at the router that does not come back, and goes no further', async () => {
      wanted = { ...usual, description: 'dipotong lagi', farFilter: [] }
      const lab = await stack('short')
      const nearBefore = vtysh(near.frr, 'show running-config')
      await expect(lab.up()).rejects.toThrow(/ujung (did not come back|took the change back)/)
      expect(vtysh(near.frr, 'show running-config')).toBe(nearBefore)
      await expect.poll(() => existsSync(far.pending), { timeout: 120_000, interval: 200 }).toBe(false)
      wanted = usual
      expect(changed((await stepsOf(onEvent => lab.preview({ onEvent }))).steps)).toEqual({})
    })

    it('keeps the state of a router that does not answer, and says that its drift is unknown', async () => {
      configure(near, ['interface far0', 'description diganti'])
      far.namespace.run('ip', 'link', 'set', 'near0', 'down')
      const lab = await stack()
      const said: string[] = []
      const { steps } = await stepsOf(onEvent => lab.preview({ onEvent, onOutput: text => said.push(text) }))
      expect(changed(steps)).toEqual({ 'RouterConfig::pusat': 'update' })
      expect(said.join('')).toMatch(/drift is unknown: .*ujung does not answer/)
      far.namespace.run('ip', 'link', 'set', 'near0', 'up')
      await lab.up()
    })
  },
)

/** Timers that would still take a change back. */
function timersOf({ namespace }: SshRouter): string[] {
  const ids = execute('ip', 'netns', 'pids', namespace.name)
    .split('\n')
    .filter(id => id !== '')
  return ids
    .map(id =>
      existsSync(`/proc/${id}/cmdline`) ? readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ') : '',
    )
    .filter(command => command.includes('exec sh "$2" rollback'))
}

/** Without the lines that name the program and the moment. */
function withoutHead(text: string): string {
  return text
    .split('\n')
    .filter(line => !/^(Building|Current|!|frr version)/.test(line))
    .sort()
    .join('\n')
}

function deployerScript(files: string): string {
  return `
import { readFileSync } from 'node:fs'
import { sshSettings } from ${JSON.stringify(join(repository, 'src/pulumi/targets/ssh-settings.ts'))}
import { secretStore } from ${JSON.stringify(join(repository, 'src/secrets/store.ts'))}
import { frrTarget } from ${JSON.stringify(join(repository, 'src/pulumi/targets/frr.ts'))}
const { ssh, secretsFile } = JSON.parse(process.argv[2])
const files = new Map(Object.entries(JSON.parse(readFileSync(${JSON.stringify(files)}, 'utf8'))).map(([name, text]) => [name, { text, forms: name === 'frr.conf' ? ['frr:16'] : [] }]))
const unit = { name: 'ujung', folder: 'routers/ujung', files, binaries: new Map(), address: ${JSON.stringify(farAddress)} }
await frrTarget(sshSettings.parse(ssh)).apply(unit, undefined, secretStore({ file: secretsFile, values: {} }))
`
}

async function deployAndKill(
  script: string,
  router: SshRouter,
  ground: Ground,
): Promise<{ readonly killed: string | null }> {
  const settings = {
    ssh: {
      identityFile: join(ground.folder, 'ssh/identity'),
      knownHostsFile: join(ground.folder, 'ssh/known_hosts'),
      connectSeconds: 2,
      confirmSeconds: confirmSeconds.short,
    },
    secretsFile: ground.secretsFile,
  }
  // Detached: its ssh processes are of its group and die with it.
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
    env: { ...process.env, PATH: ground.environment['PATH'] },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  const ended = new Promise<string | null>(resolve => child.once('exit', (_code, signal) => resolve(signal)))
  const status = join(router.pending, 'status')
  const deadline = Date.now() + 30_000
  while (
    Date.now() < deadline &&
    child.exitCode === null &&
    !(existsSync(status) && readFileSync(status, 'utf8').startsWith('applied'))
  )
    await new Promise(resolve => setTimeout(resolve, 20))
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  return { killed: await ended }
}
