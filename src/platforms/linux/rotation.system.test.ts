import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FibreLink, Intent } from '../../intent/intent.ts'
import { asLinux } from '../../lab/boot/as-linux.ts'
import { atLength } from '../../testing/at-length.ts'
import { frrLog, loadFrr, startFrr, stopFrr, vtysh, type Frr } from '../../testing/frr.ts'
import { addCable, makeNamespace, removeNamespace, type Namespace } from '../../testing/namespace.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { renderers } from '../index.ts'
import { lineText } from '../text/line.ts'
import { linuxRenderer } from './linux.ts'

const agent = readFileSync(new URL('../../pulumi/targets/frr-agent.sh', import.meta.url), 'utf8')

/**
 * How long OSPFv2 waits for a neighbour: both ends replace its one key within it. OSPFv3 takes two keys, and is held
 * against less.
 */
const deadSeconds = { v2: atLength(15, 40), v3: 6 }
/**
 * Between one end and the other: `npm run test:length -- src/platforms/linux/rotation.system.test.ts` waits for longer
 * than OSPFv3 would.
 */
const betweenEndsMs = atLength(0, (deadSeconds.v3 + 2) * 1000)
const steps = [
  'ospf_key: { secret: ospf/satu, bytes: 16 }',
  'ospf_key: { secret: ospf/satu, bytes: 16, next: { secret: ospf/dua, step: accept } }',
  'ospf_key: { secret: ospf/satu, bytes: 16, next: { secret: ospf/dua, step: send } }',
  'ospf_key: { secret: ospf/dua, key_id: 2, bytes: 16 }',
]

describeWithPeers('Rotation of the OSPF key between two routers', ['root', 'network namespaces', 'FRR'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-rotation-'))
  const networks = steps.map(intentsWith)
  const [one, other, link] = ends(networks[0] ?? new Map())
  const names = [one, other]
  const namespaces = new Map<string, Namespace>()
  const running = new Map<string, Frr>()

  beforeAll(async () => {
    for (const name of names) namespaces.set(name, makeNamespace())
    const [a, b] = names.map(name => {
      const fibre = networks[0]?.get(name)?.fibre.find(({ id }) => id === link)
      return { namespace: namespaces.get(name) as Namespace, interface: fibre?.interface.value ?? '' }
    })
    if (a === undefined || b === undefined) throw new Error('no two ends')
    addCable(a.namespace, a.interface, b.namespace, b.interface)
    for (const name of names) {
      running.set(name, startFrr(namespaces.get(name) as Namespace))
      loadFrr(running.get(name) as Frr, fileOf(name, 0))
    }
    const until = performance.now() + 240_000
    while (!names.every(isWhole)) {
      if (performance.now() > until) throw new Error(`no neighbours: ${names.map(seen).join('\n')}`)
      await sleep(500)
    }
  }, 300_000)

  afterAll(async () => {
    for (const frr of running.values()) await stopFrr(frr)
    for (const namespace of namespaces.values()) removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  }, 60_000)

  it('no adjacency of either version is lost: one router after the other, but for the step that replaces the one key of OSPFv2', async () => {
    const before = names.map(changes)
    expect(before.every(said => said.length > 0)).toBe(true)
    for (const [step, version] of [1, 2, 3].entries()) {
      for (const name of names) {
        reload(name, version)
        // With the other end still at the step before, for longer than OSPFv3 would wait; OSPFv2 sends by another key
        // from the second step on.
        if (step !== 1) await sleep(betweenEndsMs)
      }
      if (step === 1) await sleep((deadSeconds.v2 + 2) * 1000)
      expect(names.filter(name => !isWhole(name))).toEqual([])
    }
    expect(names.map(changes)).toEqual(before)
    for (const name of names) {
      const text = vtysh(running.get(name) as Frr, 'show running-config no-header')
      expect(text).toContain(`message-digest-key 2 md5 ${secretValue(`ospf/dua/md5/${link}`)}`)
      expect(text).toContain(
        `authentication key-id 2 hash-algo hmac-sha-256 key ${secretValue(`ospf/dua/sha256/${link}`)}`,
      )
      expect(text).not.toMatch(/key chain|message-digest-key 1/)
    }
  }, 600_000)

  function reload(name: string, version: number): void {
    const namespace = namespaces.get(name) as Namespace
    // As the agent does, by its own words.
    const script = [
      `vtysh() { command vtysh -N ${namespace.name} "$@"; }`,
      /^drop_chains\(\) \{\n.*?^\}$/ms.exec(agent)?.[0] ?? 'exit 9',
      'drop_chains "$1"',
      `python3 /usr/lib/frr/frr-reload.py --reload --stdout -N ${namespace.name} "$1"`,
    ]
    namespace.run('sh', '-c', script.join('\n'), 'reload', fileOf(name, version))
  }

  function seen(name: string): string {
    const frr = running.get(name) as Frr
    return vtysh(frr, 'show ip ospf neighbor') + vtysh(frr, 'show ipv6 ospf6 neighbor')
  }

  function isWhole(name: string): boolean {
    return seen(name).match(/\bFull\//g)?.length === 2
  }

  /** What the daemons said of neighbours that came or went. */
  function changes(name: string): readonly string[] {
    return frrLog(running.get(name) as Frr).filter(text => /AdjChg|Adjacency|neighbor.*(down|full)/i.test(text))
  }

  function fileOf(name: string, version: number): string {
    const intent = networks[version]?.get(name)
    const lines = (intent && linuxRenderer.render(intent).find(({ name: file }) => file === 'frr.conf')?.lines) ?? []
    const text = lines.map(line => `${lineText(line)}\n`).join('')
    const file = join(folder, `${name}-${version}.conf`)
    const port = intent?.fibre.find(({ id }) => id === link)?.interface.value ?? ''
    const timers = [
      `interface ${port}`,
      ...['ip ospf', 'ipv6 ospf6'].map(word => ` ${word} hello-interval 1`),
      ` ip ospf dead-interval ${deadSeconds.v2}`,
      ` ipv6 ospf6 dead-interval ${deadSeconds.v3}`,
      'exit',
    ]
    // BFD of 300 ms sees a busy machine as a cut; keys are none of its affair.
    const bare = text
      .replace(/^bfd\n(?: .*\n)*exit\n/m, '')
      .replace(/^ .*\bbfd\b.*\n/gm, '')
      .replace(/<secret:([^>]+)>/g, (_, secret: string) => secretValue(secret))
    writeFileSync(file, `${bare}${timers.join('\n')}\n`)
    return file
  }
})

/** Another value for every name, of sixteen bytes. */
function secretValue(secret: string): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 16)
}

function intentsWith(key: string): ReadonlyMap<string, Intent> {
  const { sources, ledger } = readSites()
  const edited = sources.map(source =>
    source.path === 'network.yaml' ? { ...source, text: source.text.replace(/ospf_key: \{.*\}/, key) } : source,
  )
  return intentsOf(
    { sources: edited, ledger },
    asLinux(new Map(renderers.map(({ platform }) => [platform.id, platform]))),
  )
}

/** The first link that has both its ends, and their names. */
function ends(intents: ReadonlyMap<string, Intent>): readonly [one: string, other: string, link: string] {
  const fibre: FibreLink[] = [...intents.values()].flatMap(each => each.fibre)
  for (const { id } of fibre) {
    const [one, other] = [...intents].filter(([, intent]) => intent.fibre.some(each => each.id === id))
    if (one !== undefined && other !== undefined) return [one[0], other[0], id]
  }
  throw new Error('no link')
}
