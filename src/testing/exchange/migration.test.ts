import { expect, test } from 'vitest'
import { compare } from '../../change/compare.ts'
import { rolloutOf } from '../../change/rollout/rollout.ts'
import { compile, type Compilation } from '../../compile.ts'
import { cutOverOrder } from '../../exchange/running/cut-over.ts'
import { compareRunning, type Comparison } from '../../exchange/running/compare.ts'
import { saidIn } from '../../exchange/running/said.ts'
import { proposedFiles } from '../../exchange/write/files.ts'
import { proposedLedger } from '../../exchange/write/ledger.ts'
import { places } from '../../load/kinds.ts'
import { prefixText } from '../../model/ip.ts'
import { ledgerText, parseLedger } from '../../plan/ledger.ts'
import type { Plan } from '../../plan/plan.ts'
import { readInventory } from '../../source/read.ts'
import type { Source } from '../../source/source.ts'
import { imported, knownOf } from './base.ts'

const inventory = readInventory('sites', places)

function compiled(sources: readonly Source[], ledger: string): Compilation {
  return compile({
    sources,
    ledger,
    documents: inventory.documents,
    today: '2026-11-02',
    entropy: new Uint8Array(16),
  })
}

const now = compiled(inventory.sources, inventory.ledger)
const routers = [...(now.network?.sites.values() ?? [])]
  .filter(
    ({ declared, router }) =>
      declared.class === 'opd' &&
      router.declared.platform === 'routeros' &&
      typeof segmentOf(declared.segments['data']) === 'number',
  )
  .slice(0, 12)
  .map(({ id }) => id)

function segmentOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'hosts' in data && Object.keys(data).length === 1
    ? data.hosts
    : data
}

/** Numbers of the twelve that a router's export says, by what its keys in the ledger look like. */
function rotated(ledger: string, plan: Plan): string {
  const own = routers.flatMap(id => plan.routers.get(id) ?? [])
  const kinds: readonly (readonly string[])[] = [
    own.flatMap(({ links }) => links.map(({ link }) => `link/${link.route.id}/v4`)),
    own.flatMap(({ tunnels }) => tunnels.map(({ id }) => `tunnel/${id}/v4`)),
    own.flatMap(({ tunnels }) => tunnels.map(({ id }) => `tunnel/${id}/port`)),
    own.flatMap(({ leases }) => leases.map(({ circuit }) => `transfer/${circuit.id}/vlan/v4`)),
    own.flatMap(({ leases }) => leases.map(({ circuit }) => `transfer/${circuit.id}/site/v4`)),
    // Without a tunnel a router has no BGP, and its export says no number.
    own.filter(({ tunnels }) => tunnels.length > 0).map(({ router }) => `router/${router.id}/as`),
    routers.map(id => `router/${id}/loopback`),
    routers.map(id => `segment/${id}/data/v6`),
  ]
  const entries = new Map(parseLedger(ledger).value.entries)
  for (const kind of kinds) {
    const keys = [...new Set(kind)].filter(key => entries.has(key))
    const values = keys.map(key => entries.get(key))
    for (const [i, key] of keys.entries()) {
      const entry = values[(i + 1) % values.length]
      if (entry !== undefined) entries.set(key, entry)
    }
  }
  for (const [i, core] of ['core-1', 'core-2'].entries())
    entries.set(`router/${core}/public-key`, { value: `${'AB'.charAt(i).repeat(42)}A=` })
  return ledgerText({ entries })
}

/** Costs of OSPF that somebody chose by hand, on every third route of the twelve. */
const costly = new Set(
  [...(now.network?.routes.values() ?? [])]
    .filter(({ a, b }) => routers.includes(a.router.id) || routers.includes(b.router.id))
    .flatMap(({ id }, i) => (i % 3 === 0 ? [id] : [])),
)

function withCosts(text: string): string {
  return text.replace(/^- route: (.+)\n/gm, (line, id: string) =>
    costly.has(id) ? `${line}  cost_factor: ${7 + id.length}\n` : line,
  )
}

/**
 * The network that runs: its twelve offices have data prefixes and VLANs that somebody chose years ago, and none of the
 * numbers of the ledger.
 */
const chosen = new Map(
  routers.map((id, i) => [id, `10.39.${100 + i}.0/${now.plan?.segments.get(`${id}/data`)?.v4.length}`] as const),
)
const runningLedger = now.plan === undefined ? '' : rotated(inventory.ledger, now.plan)
const running = compiled(
  inventory.sources.map(({ path, text }) => {
    const id = path.replace(/^opd\/|\.yaml$/g, '')
    const v4 = chosen.get(id)
    const vlan = 300 + routers.indexOf(id)
    return {
      path,
      text: path.startsWith('routes/')
        ? withCosts(text)
        : v4 === undefined
          ? text
          : text.replace(/^ {2}data: (\d+)$/m, `  data: { hosts: $1, v4: ${v4}, vlan: ${vlan} }`),
    }
  }),
  runningLedger,
)

/** What hands have changed on the routers since, thirty in all, and the words by which each is to be named. */
const differences: readonly (readonly [RegExp, string, RegExp])[] = [
  [/^(\/system note set .*)note="/m, '$1note="Lama. ', /^contradicted \/system note .*Lama\. /],
  [/servers=10\.33\.16\.53/, 'servers=8.8.8.8', /^contradicted \/ip dns .*servers=8\.8\.8\.8/],
  [
    /^(\/ip dns set.*\n)/m,
    '$1/ip route add dst-address=172.30.0.0/16 gateway=10.36.0.9\n',
    /^unknown \/ip route dst-address=172\.30\.0\.0\/16 gateway=10\.36\.0\.9$/,
  ],
]

interface Migrating {
  readonly exports: ReadonlyMap<string, string>
  /** Router and difference. */
  readonly planted: readonly (readonly [string, number])[]
}

function exported(): Migrating {
  const planted: [string, number][] = []
  const exports = new Map<string, string>()
  for (const [i, id] of routers.entries()) {
    const [artifact] = running.drafts([id])
    let text = String(artifact?.content())
    for (const [k, [from, to]] of differences.entries()) {
      if ((i + k) % 6 === 0) continue
      const changed = text.replace(from, to)
      expect([id, k, changed === text]).toEqual([id, k, false])
      planted.push([id, k])
      text = changed
    }
    exports.set(`${id}.rsc`, text)
  }
  return { exports, planted }
}

/** Every number of the twelve and of what they hang on. */
function numbersOf(plan: Plan | undefined): object[] {
  return routers.map(id => {
    const own = plan?.routers.get(id)
    return {
      id,
      loopback: own === undefined ? '' : prefixText(own.loopbackV4),
      as: own?.as,
      segments: own?.segments.map(each => [each.id, prefixText(each.v4), prefixText(each.v6), each.vlan]),
      links: own?.links.map(({ link, v4, v6, peerV4 }) => [
        link.route.id,
        prefixText(v4),
        prefixText(v6),
        prefixText(peerV4),
        link.cost,
      ]),
      tunnels: own?.tunnels.map(({ id, v4, v6, port }) => [id, prefixText(v4.site), prefixText(v6.site), port]),
      leases: own?.leases.map(({ circuit, siteV4 }) => [circuit.id, siteV4 === undefined ? '' : prefixText(siteV4)]),
    }
  })
}

function namedIn({ contradicted, unknown, missing, moved }: Comparison): string[] {
  return [
    ...contradicted.map(({ block, running }) => `contradicted ${block} ${running}`),
    ...unknown.map(({ block, text }) => `unknown ${block} ${text}`),
    ...missing.map(({ block, text }) => `missing ${block} ${text}`),
    ...moved.map(({ block, text }) => `moved ${block} ${text}`),
  ]
}

test('twelve running routers come in: no number of theirs moves, each of thirty differences is named and nothing else, and no router has to be loaded for its numbers', async () => {
  expect(routers).toHaveLength(12)
  const { exports, planted } = exported()
  expect(planted).toHaveLength(30)
  expect(numbersOf(running.plan)).not.toEqual(numbersOf(now.plan))

  const known = knownOf(inventory.sources, inventory.ledger)
  const given = new Map([...exports].map(([name, text]) => [name, Buffer.from(text.replaceAll('\n', '\r\n'))]))
  const proposal = await imported(given, known)
  const files = proposedFiles(proposal.drafts, known.network)
  const written = new Set(files.map(({ path }) => path))
  expect([...written].filter(path => path.startsWith('opd/')).sort()).toEqual(
    routers.map(id => `opd/${id}.yaml`).sort(),
  )
  expect([...written].filter(path => !path.startsWith('opd/')).every(path => path.startsWith('routes/'))).toBe(true)
  expect(costly.size).toBeGreaterThan(3)
  const ledger = proposedLedger(proposal.drafts, known.network, inventory.ledger)?.text ?? ''
  const sources = [...inventory.sources.filter(({ path }) => !written.has(path)), ...files]
  const after = compiled(sources, ledger)
  expect(after.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([])
  expect(numbersOf(after.plan)).toEqual(numbersOf(running.plan))
  // What a build writes is what it was given, and the second build the same.
  expect(compiled(sources, after.ledger).ledger).toBe(after.ledger)

  const told = routers.flatMap(id => {
    const [artifact] = after.drafts([id])
    const ours = saidIn(`${id}.rsc`, String(artifact?.content())).sentences
    return namedIn(compareRunning(saidIn(`${id}.rsc`, exports.get(`${id}.rsc`) ?? '').sentences, ours)).map(
      text => [id, text] as const,
    )
  })
  const left = planted.flatMap(([id, k]) => {
    const found = told.filter(([router, text]) => router === id && differences[k]?.[2].test(text))
    return found.length === 1 ? [] : [[id, k, found]]
  })
  expect(left).toEqual([])
  expect(told).toHaveLength(30)

  const again = await imported(given, knownOf(sources, after.ledger))
  const then = knownOf(sources, after.ledger).network
  expect(proposedFiles(again.drafts, then).map(({ path }) => path)).toEqual([])
  expect(proposedLedger(again.drafts, then, after.ledger)).toBeUndefined()

  const { plan } = after
  if (plan === undefined || running.plan === undefined) throw new Error('no plan')
  const rollout = rolloutOf(compare(running, after), { before: running, after })
  expect(rollout.steps.map(({ router }) => router)).toEqual([])
  expect(cutOverOrder(plan, routers).toSorted()).toEqual(routers.toSorted())
})
