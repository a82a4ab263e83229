import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { addressText, type Family } from '../../model/ip.ts'
import { probePort, type Probe, type Sent } from '../agent/agent-config.ts'
import type { Hosts } from '../agent/agent-client.ts'
import { hostsNamespace, type Host } from '../boot/blueprint.ts'
import { sleep } from '../boot/ready.ts'
import type { Running } from '../boot/running.ts'
import { inParallel } from '../run.ts'
import { accessTests, tunnelTests, type SourceTest } from './source-tests.ts'
import { textOf } from './verify-zones.ts'

export interface SourceFault {
  /** Host or tunnel that it was sent from. */
  readonly from: string
  readonly as: string
  readonly to: string
  readonly family: Family
  /**
   * `no-control`: an honest packet by the same way did not arrive either, so that the refusal of the other would prove
   * nothing.
   */
  readonly fault: 'passed' | 'no-control'
}

export interface SourceReport {
  /** Access interfaces and tunnels that packets were sent from. */
  readonly accesses: number
  readonly tunnels: number
  readonly refused: number
  /** Honest packets by the same ways, main and backup, that arrived. */
  readonly honest: number
  readonly faults: readonly SourceFault[]
}

/**
 * Dishonest sources from every access interface and out of every tunnel, each beside an honest packet by the same way.
 */
export async function verifySources(lab: Running, hosts: Hosts): Promise<SourceReport> {
  const [access, tunnels] = [accessTests(lab.blueprint), tunnelTests(lab.blueprint)]
  const verdicts = [...(await fromAccess(lab, hosts, access)), ...(await fromTunnels(lab, hosts, tunnels))]
  const faults = verdicts.flatMap(({ test, honest, passed }): SourceFault[] => {
    const fault = passed ? 'passed' : honest ? undefined : 'no-control'
    if (fault === undefined) return []
    const { at, as, to, family } = test
    return [{ from: at.tunnel ?? at.host.id, as: as.id, to: to.id, family, fault }]
  })
  return {
    accesses: new Set(access.map(({ at }) => at.host.id)).size,
    tunnels: new Set(tunnels.map(({ at }) => at.tunnel)).size,
    refused: verdicts.filter(({ honest, passed }) => honest && !passed).length,
    honest: verdicts.filter(({ honest }) => honest).length,
    faults,
  }
}

interface Verdict {
  readonly test: SourceTest
  readonly honest: boolean
  readonly passed: boolean
}

/**
 * All hosts live in one namespace, so that any may bind the address of another; a rule of its own sends the packet out
 * by the sender's wire.
 */
async function fromAccess(lab: Running, hosts: Hosts, tests: readonly SourceTest[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const round of roundsOf(tests)) {
    const honest = await arrivedOf(hosts, round, ({ at }) => at.host, 3)
    const passed = await withRules(lab, round, () => arrivedOf(hosts, round, ({ as }) => as, 1))
    verdicts.push(...round.map(test => ({ test, honest: honest.has(test), passed: passed.has(test) })))
  }
  return verdicts
}

/** A rule knows source and target alone: tests that share both come one after the other. */
function roundsOf(tests: readonly SourceTest[]): SourceTest[][] {
  const rounds: { readonly pairs: Set<string>; readonly tests: SourceTest[] }[] = []
  for (const test of tests) {
    const pair = `${test.as.id} ${test.to.id} ${test.family}`
    const open = rounds.find(({ pairs, tests: own }) => !pairs.has(pair) && own.length < 500)
    const round = open ?? { pairs: new Set(), tests: [] }
    if (open === undefined) rounds.push(round)
    round.pairs.add(pair)
    round.tests.push(test)
  }
  return rounds.map(({ tests: own }) => own)
}

/** A busy machine may lose an honest packet: what did not arrive is sent again. */
async function arrivedOf(
  hosts: Hosts,
  tests: readonly SourceTest[],
  source: (test: SourceTest) => Host,
  attempts: number,
): Promise<ReadonlySet<SourceTest>> {
  const found = new Set<SourceTest>()
  for (let attempt = 0; attempt < attempts; attempt++) {
    const missing = tests.filter(test => !found.has(test))
    if (missing.length === 0) break
    const probes = missing.map((test, id): Probe => {
      const { to, family } = test
      return { id, from: textOf(source(test), family), to: textOf(to, family), port: probePort }
    })
    for (const { id, arrived } of await hosts.probe(probes, 900)) {
      const test = missing[id]
      if (arrived && test !== undefined) found.add(test)
    }
  }
  return found
}

async function withRules<T>(
  { blueprint, runner, namespace }: Running,
  tests: readonly SourceTest[],
  work: () => Promise<T>,
): Promise<T> {
  const tables = new Map(blueprint.hosts.map(({ id }, i) => [id, 1000 + i]))
  const rules = (verb: 'add' | 'del', family: Family): string[] =>
    tests
      .filter(test => test.family === family)
      .map(
        ({ at, as, to }) =>
          `rule ${verb} iif lo from ${textOf(as, family)} to ${textOf(to, family)} lookup ${tables.get(at.host.id)} pref 500`,
      )
  const all = async (verb: 'add' | 'del'): Promise<void> => {
    for (const family of [4, 6] as const) await runner.batch(namespace(hostsNamespace), rules(verb, family), family)
  }
  await all('add')
  try {
    return await work()
  } finally {
    await all('del')
  }
}

const tunnelTable = 7000
const firstPort = 42_000

/**
 * The site's router itself sends, past its own filter, by an address of a segment of its own; a rule takes what it
 * sends into the tunnel that is tried, main or backup. Of every other packet the source is written over on its way out.
 */
async function fromTunnels(lab: Running, hosts: Hosts, tests: readonly SourceTest[]): Promise<Verdict[]> {
  const named = tests.map((test, i): Named => ({ test, honest: `honest.${i}`, lie: `lie.${i}` }))
  await hosts.expect(named.flatMap(({ honest, lie }) => [honest, lie]))
  const byRouter = Map.groupBy(named, ({ test }) => test.at.host.router ?? '')
  await inParallel([...byRouter], 4, ([router, own]) => sendFrom(lab, router, own))
  await sleep(300)
  const arrived = new Set(await hosts.arrived())
  return named.map(({ test, honest, lie }) => ({ test, honest: arrived.has(honest), passed: arrived.has(lie) }))
}

interface Named {
  readonly test: SourceTest
  readonly honest: string
  readonly lie: string
}

/**
 * Everything that one router sends: each of its tunnels has ports of its own, by which a rule knows what goes into it.
 */
async function sendFrom(lab: Running, router: string, named: readonly Named[]): Promise<void> {
  const { runner, namespace } = lab
  const tunnels = [...new Set(named.map(({ test }) => test.at.tunnel ?? ''))]
  const ported = named.map((each, i) => ({
    ...each,
    port: portsOf(tunnels.indexOf(each.test.at.tunnel ?? ''))[0] + 2 * i,
  }))
  const sent = ported.flatMap(({ test: { at, to, family }, honest, lie, port }): Sent[] => {
    const from = addressText(family === 4 ? at.host.gatewayV4 : at.host.gatewayV6)
    const way = { from, to: textOf(to, family), port: probePort }
    return [
      { ...way, name: honest, fromPort: port },
      { ...way, name: lie, fromPort: port + 1 },
    ]
  })
  const lies = ported.map(
    ({ test: { as, family }, port }) =>
      `udp sport ${port + 1} ${family === 4 ? 'ip' : 'ip6'} saddr set ${textOf(as, family)};`,
  )
  const file = lab.file(router, 'packets.json')
  writeFileSync(file, JSON.stringify(sent))
  const inside = (...words: readonly string[]): Promise<string> =>
    runner.run('ip', 'netns', 'exec', namespace(router), ...words)
  await inside('nft', `table inet lies { chain lie { type filter hook postrouting priority 301; ${lies.join(' ')} }; }`)
  await intoTunnels(lab, router, tunnels, 'add')
  try {
    await inside(process.execPath, fileURLToPath(new URL('../agent/sender.ts', import.meta.url)), file)
  } finally {
    await intoTunnels(lab, router, tunnels, 'del')
    await inside('nft', 'delete table inet lies')
  }
}

/** First and last port of what goes into a router's tunnel of this place. */
function portsOf(place: number): readonly [number, number] {
  return [firstPort + 500 * place, firstPort + 500 * place + 499]
}

async function intoTunnels(
  { blueprint, runner, namespace }: Running,
  router: string,
  ids: readonly string[],
  verb: 'add' | 'del',
): Promise<void> {
  const tunnels = blueprint.routers.find(({ id }) => id === router)?.intent.tunnels ?? []
  for (const family of [4, 6] as const) {
    const commands = ids.flatMap((id, i) => {
      const tunnel = tunnels.find(each => each.id === id)
      if (tunnel === undefined) return []
      const via = addressText(family === 4 ? tunnel.peerV4 : tunnel.peerV6)
      return [
        `route ${verb} default via ${via} dev ${tunnel.interface.value} table ${tunnelTable + i}`,
        `rule ${verb} iif lo ipproto udp sport ${portsOf(i).join('-')} lookup ${tunnelTable + i} pref 700`,
      ]
    })
    await runner.batch(namespace(router), commands, family)
  }
}
