import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startFrr, stopFrr, vtysh, type Frr } from '../testing/frr.ts'
import { execute, makeNamespace, removeNamespace, type Namespace } from '../testing/namespace.ts'
import { describeWithPeers } from '../testing/peers.ts'

/**
 * The agent of the `frr` target on a router that restarts while a change waits: its first process is killed, and all
 * that it started.
 */
describeWithPeers('a router that reboots', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  let router: Router

  beforeEach(async () => {
    router = await makeRouter()
  })

  afterEach(async () => {
    await router.stop()
  })

  const old = { 'frr.conf': route('10.9.1.0/24'), 'networkd/20-lama.network': '[Match]\nName=lama\n' }
  const next = {
    'frr.conf': route('10.9.2.0/24'),
    'networkd/30-baru.network': '[Match]\nName=baru\n',
    'sysctl.conf': 'net.ipv4.conf.all.rp_filter = 0\n',
  }

  async function withOld(): Promise<void> {
    await router.apply('satu', old)
    expect(router.agent('confirm', 'satu')).toBe('confirmed')
    expect(router.routes()).toContain('10.9.1.0/24')
  }

  it('takes back what another boot applied, and says so; the next change goes through', async () => {
    await withOld()
    await router.apply('dua', next)
    expect(router.disk()).toContain('networkd/30-baru.network')
    expect(router.bootRouting()).toBe(old['frr.conf'])
    await router.reboot()
    // The mixture that a confirmation would have called a success: the files of both states, the timer gone.
    expect(router.disk()).toContain('networkd/30-baru.network')
    expect(router.agent('confirm', 'dua')).toBe('rebooted')
    expect([router.disk(), router.isPending()]).toEqual([['frr.conf', 'networkd/20-lama.network'], false])
    expect(router.bootRouting()).toBe(old['frr.conf'])
    expect(router.routes()).toContain('10.9.1.0/24')
    expect(router.routes()).not.toContain('10.9.2.0/24')
    expect(router.agent('confirm', 'dua')).toBe('rebooted')
    await router.apply('tiga', next)
    expect(router.agent('confirm', 'tiga')).toBe('confirmed')
    expect(router.routes()).toContain('10.9.2.0/24')
  })

  it('takes it back at boot already, where the first process asks for it', async () => {
    await withOld()
    await router.apply('dua', next)
    expect(router.agent('resume')).toBe('')
    expect(router.isPending()).toBe(true)
    await router.reboot('resume')
    expect([router.disk(), router.isPending()]).toEqual([['frr.conf', 'networkd/20-lama.network'], false])
    expect(router.bootRouting()).toBe(old['frr.conf'])
    expect(router.agent('confirm', 'dua')).toBe('rebooted')
  })

  it('finishes what was confirmed when the power went', async () => {
    await withOld()
    await router.apply('dua', next)
    router.inside('mv', '/var/lib/serat/pending/token', '/var/lib/serat/pending/confirmed')
    await router.reboot('resume')
    expect(router.agent('confirm', 'dua')).toBe('confirmed')
    expect(router.disk()).toEqual(['frr.conf', 'networkd/30-baru.network', 'sysctl.conf'])
    expect(router.bootRouting()).toBe(next['frr.conf'])
  })

  it('starts a change from a clean state where another boot left one behind', async () => {
    await withOld()
    await router.apply('dua', next)
    await router.reboot()
    await router.apply('tiga', { ...old, 'frr.conf': route('10.9.3.0/24') })
    expect(router.agent('confirm', 'tiga')).toBe('confirmed')
    expect(router.disk()).toEqual(['frr.conf', 'networkd/20-lama.network'])
    expect(router.routes()).toContain('10.9.3.0/24')
  })
})

function route(prefix: string): string {
  return `frr defaults traditional\nip route ${prefix} blackhole\n`
}

interface Router {
  readonly agent: (...words: readonly string[]) => string
  readonly apply: (token: string, files: Readonly<Record<string, string>>) => Promise<void>
  /**
   * Kills the first process of the router and all that it started, and starts another, that runs the agent's word
   * before anything else.
   */
  readonly reboot: (word?: string) => Promise<void>
  readonly inside: (...words: readonly string[]) => string
  /** Files of ours that lie under `/etc`, by their names in a router's folder. */
  readonly disk: () => string[]
  readonly isPending: () => boolean
  /** The routing that a boot finds on disk. */
  readonly bootRouting: () => string
  readonly routes: () => string
  readonly stop: () => Promise<void>
}

async function makeRouter(): Promise<Router> {
  const folder = mkdtempSync(join(tmpdir(), 'serat-reboot-'))
  const [etc, library, sent] = ['etc', 'library', 'sent'].map(name => join(folder, name)) as [string, string, string]
  for (const path of [library, sent, '/var/lib/serat']) mkdirSync(path, { recursive: true })
  const namespace = makeNamespace()
  let frr = startFrr(namespace, ['zebra', 'staticd'])
  execute('cp', '-a', '/etc', etc)
  execute('cp', '-a', `/etc/frr/${namespace.name}/vtysh.conf`, join(etc, 'frr/vtysh.conf'))
  let first = await boot(namespace, [etc, library, frr.folder])
  const inside: Router['inside'] = (...words) =>
    execute('nsenter', '--target', String(first.init), '--mount', '--pid', '--net', ...words).trim()
  const agent: Router['agent'] = (...words) => inside('sh', join(sent, 'agent'), ...words)
  return {
    inside,
    agent,
    async apply(token, files) {
      rmSync(sent, { recursive: true })
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(sent, 'new', name)), { recursive: true })
        writeFileSync(join(sent, 'new', name), text)
      }
      writeFileSync(join(sent, 'agent'), readFileSync(new URL('./targets/frr-agent.sh', import.meta.url)))
      agent('apply', token, '60')
      const status = join(library, 'pending/status')
      await expect.poll(() => readFileSync(status, 'utf8').trim(), { timeout: 30_000 }).toBe('applied')
    },
    async reboot(word) {
      await first.kill()
      await stopFrr(frr)
      frr = startFrr(namespace, ['zebra', 'staticd'])
      first = await boot(namespace, [etc, library, frr.folder], word)
      inside('vtysh', '-f', '/etc/frr/frr.conf')
    },
    disk: () => [
      ...(existsSync(join(etc, 'frr/frr.conf')) ? ['frr.conf'] : []),
      ...readdirSync(join(etc, 'systemd/network'))
        .filter(name => /-(lama|baru)\./.test(name))
        .map(name => `networkd/${name}`),
      ...(existsSync(join(etc, 'sysctl.d/60-serat.conf')) ? ['sysctl.conf'] : []),
    ],
    isPending: () => existsSync(join(library, 'pending')),
    bootRouting: () => readFileSync(join(etc, 'frr/frr.conf'), 'utf8'),
    routes: () => vtysh(frr, 'show running-config'),
    async stop() {
      await first.kill()
      await stopFrr(frr)
      removeNamespace(namespace)
      rmSync(folder, { recursive: true })
    },
  }
}

interface Boot {
  /** Process of the router's own number 1. */
  readonly init: number
  readonly kill: () => Promise<void>
}

async function boot(
  { name }: Namespace,
  [etc, library, frrFolder]: readonly [string, string, Frr['folder']],
  word?: string,
): Promise<Boot> {
  const lines = [
    `mount --bind ${etc} /etc`,
    `mount --bind ${frrFolder} /run/frr`,
    `mount --bind ${library} /var/lib/serat`,
    // Where the machine runs systemd, it would act on the machine's own interfaces.
    'if [ -d /run/systemd ]; then mount -t tmpfs tmpfs /run/systemd; fi',
    ...(word === undefined ? [] : [`sh /var/lib/serat/pending/agent ${word}`]),
    'echo up',
    'while :; do sleep 1; done',
  ]
  const unshare = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--propagation', 'private']
  const process_ = spawn('ip', ['netns', 'exec', name, ...unshare, 'sh', '-ec', lines.join('\n')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve, reject) => {
    process_.stdout.once('data', resolve)
    process_.once('exit', () => reject(new Error('the router did not start')))
  })
  const init = Number(readFileSync(`/proc/${process_.pid}/task/${process_.pid}/children`, 'utf8').trim())
  return { init, kill: () => killed(process_, init) }
}

function killed(started: ChildProcess, init: number): Promise<void> {
  return new Promise(resolve => {
    started.once('exit', () => resolve())
    process.kill(init, 'SIGKILL')
  })
}
