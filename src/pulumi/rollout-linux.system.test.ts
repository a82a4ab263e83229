import { mkdirSync, mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { changeLinux } from '../platforms/linux/change/change.ts'
import { linux } from '../platforms/linux/platform.ts'
import type { Folder } from '../platforms/reading/folder.ts'
import { vtysh } from '../testing/frr.ts'
import { describeWithPeers } from '../testing/peers.ts'
import { makeSshKeys, startSshRouter, stopSshRouter, type SshRouter } from './ssh-router.fixture.ts'
import { agent } from './targets/agent.ts'

/** A script of `serat rollout` on a booted router of FRR: what it meets, what it changes, and how it goes back. */

const folderOf = (fingerprint: string, routes: readonly string[], port: number): Folder =>
  new Map([
    [
      'frr.conf',
      ['frr defaults traditional', ...routes, 'router ospf', ' ospf router-id 10.99.0.1', 'exit', ''].join('\n'),
    ],
    [
      'nftables.conf',
      `flush ruleset\ntable inet serat {\n  chain input {\n    type filter hook input priority 0\n    tcp dport ${port} accept\n  }\n}\n`,
    ],
    ['sysctl.conf', `net.ipv4.ip_forward = 1\n# serat-state ${fingerprint}\n`],
  ])
const first = folderOf(
  'aaaa000000000001',
  ['ip route 192.0.2.0/24 blackhole', 'ip route 198.51.100.0/24 blackhole'],
  22,
)
const second = folderOf(
  'aaaa000000000002',
  ['ip route 192.0.2.0/24 blackhole', 'ip route 203.0.113.0/24 blackhole'],
  161,
)
const stranger = folderOf('aaaa000000000003', ['ip route 192.0.2.128/25 blackhole'], 23)

const model = Object.values(linux.models)[0]
if (model === undefined) throw new Error('no model of Linux')
const way = { calls: [], interfaces: [] }
const scriptOf = (before: Folder, after: Folder): ReturnType<typeof changeLinux> =>
  changeLinux({ router: 'uji', model, before, after, ways: { before: way, after: way } })

describeWithPeers('a change script of a Linux router', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  let ground = ''
  let router: SshRouter

  beforeAll(async () => {
    ground = mkdtempSync(join(tmpdir(), 'serat-rollout-'))
    router = await startSshRouter(ground, makeSshKeys(join(ground, 'keys'), ['127.0.0.1']))
    const work = join(ground, 'first')
    for (const [name, text] of first) {
      mkdirSync(dirname(join(work, 'new', name)), { recursive: true })
      writeFileSync(join(work, 'new', name), text)
    }
    writeFileSync(join(work, 'agent'), agent)
    expect(onRouter('sh', join(work, 'agent'), 'apply', 'first', '900')).toMatchObject({ status: 0 })
    await confirmed('sh /var/lib/serat/pending/agent confirm first')
  })
  afterAll(async () => {
    await stopSshRouter(router)
    rmSync(ground, { recursive: true, force: true })
  })

  /** Runs where the router's own files are seen. */
  function onRouter(...words: readonly string[]): {
    readonly status: number | null
    readonly stdout: string
    readonly stderr: string
  } {
    return spawnSync('nsenter', ['-t', String(router.sshServer.pid), '-m', '-n', ...words], { encoding: 'utf8' })
  }

  /** Anything but "applying" ends a change. */
  async function confirmed(command: string): Promise<void> {
    const said = await vi.waitUntil(
      () => {
        const { stdout, stderr } = onRouter('sh', '-c', command)
        return stdout.trim() === 'applying' ? undefined : `${stdout}${stderr}`.trim()
      },
      { timeout: 300_000, interval: 500 },
    )
    expect(said).toBe('confirmed')
  }

  const running = (): string => vtysh(router.frr, 'show running-config')
  const ruleset = (): string => onRouter('nft', '-s', 'list', 'ruleset').stdout

  function run(text: string): ReturnType<typeof onRouter> {
    const folder = mkdtempSync(join(ground, 'run-'))
    writeFileSync(join(folder, 'agent.sh'), agent)
    writeFileSync(join(folder, 'uji.sh'), text)
    return onRouter('sh', join(folder, 'uji.sh'))
  }

  it('made for another configuration stops, and nothing is changed', () => {
    const before = [running(), ruleset()]
    const { status, stderr } = run(scriptOf(stranger, second).text)
    expect(status).toBe(1)
    expect(stderr).toContain('made for configuration aaaa000000000003, nothing is changed')
    expect([running(), ruleset()]).toEqual(before)
    expect(existsSync(router.pending)).toBe(false)
  })

  it('stops at a file that somebody changed by hand', () => {
    const before = running()
    onRouter(
      'sh',
      '-c',
      'cp -p /etc/frr/frr.conf /etc/frr/kept; echo "ip route 10.1.2.0/24 blackhole" >> /etc/frr/frr.conf',
    )
    const { status, stderr } = run(scriptOf(first, second).text)
    onRouter('mv', '/etc/frr/kept', '/etc/frr/frr.conf')
    expect([status, stderr]).toEqual([1, 'serat: /etc/frr/frr.conf is not as it was left, nothing is changed\n'])
    expect(running()).toBe(before)
  })

  it('changes what differs once it is confirmed, and its undo brings back what was', async () => {
    const before = [running(), ruleset()]
    const script = scriptOf(first, second)
    expect(run(script.text)).toMatchObject({ status: 0 })
    await confirmed(script.confirm)
    expect(running()).toContain('ip route 203.0.113.0/24 blackhole')
    expect(running()).not.toContain('198.51.100.0')
    expect(ruleset()).toContain('tcp dport 161 accept')
    const undo = scriptOf(second, first)
    expect(run(undo.text)).toMatchObject({ status: 0 })
    await confirmed(undo.confirm)
    expect([running(), ruleset()]).toEqual(before)
  })

  it('goes back at once where somebody says so', async () => {
    const before = [running(), ruleset()]
    const script = scriptOf(first, second)
    expect(run(script.text)).toMatchObject({ status: 0 })
    const again = run(script.text)
    expect(again.stderr).toContain('an earlier change waits for its confirmation')
    onRouter('sh', '-c', script.backNow.en.replaceAll('`', ''))
    await expect.poll(() => [running(), ruleset()], { timeout: 300_000, interval: 500 }).toEqual(before)
    await expect.poll(() => existsSync(router.pending), { timeout: 300_000 }).toBe(false)
  })
})
