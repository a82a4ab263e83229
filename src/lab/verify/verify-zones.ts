import { itemAt } from '../../text/item-at.ts'
import type { Family } from '../../analysis/service/routing.ts'
import { addressText, contains, parseAddress, type Prefix } from '../../model/ip.ts'
import { controlPort, probePort, type Probe } from '../agent/agent-config.ts'
import type { Hosts } from '../agent/agent-client.ts'
import type { Host } from '../boot/blueprint.ts'
import { inParallel } from '../run.ts'
import type { Running } from '../boot/running.ts'
import { zonePairs, hasInternetV6, type Pair } from './zone-pairs.ts'

interface ZoneFault {
  readonly from: string
  readonly to: string
  readonly zones: string
  readonly family: Family
  /** `no-control`: a packet to the control port did not arrive either, so that its refusal would prove nothing. */
  readonly fault: 'refused-though-allowed' | 'passed-though-forbidden' | 'no-control' | 'not-translated'
}

export interface ZoneReport {
  readonly passed: number
  readonly refused: number
  readonly controls: number
  readonly byWhere: Readonly<Record<Pair['where'], number>>
  readonly faults: readonly ZoneFault[]
}

/**
 * Every pair of zones by packets, IPv4 and IPv6 and both directions apart. Before a packet that must be refused one to
 * the control port goes the same way: it arrives, so that only the filter can have stopped the other.
 */
export async function verifyZones(
  lab: Running,
  hosts: Hosts,
  allowed: (pair: Pair) => boolean = pair => pair.allowed,
): Promise<ZoneReport> {
  const { plan } = lab.blueprint
  const pairs = zonePairs(plan.network, lab.blueprint.hosts).map(pair => ({ ...pair, allowed: allowed(pair) }))
  const tests = ([4, 6] as const).flatMap(family =>
    pairs.filter(pair => exists(lab, pair, family)).map((pair): Test => ({ pair, family })),
  )
  const controls = await withControlPort(lab, () =>
    arrivals(
      hosts,
      tests.filter(({ pair }) => !pair.allowed),
      controlPort,
    ),
  )
  const probes = await arrivals(hosts, tests, probePort)
  const faults = tests.flatMap((test): ZoneFault[] => {
    const fault = faultOf(lab, test, probes.get(test), controls.get(test))
    return fault === undefined
      ? []
      : [
          {
            from: test.pair.from.id,
            to: test.pair.to.id,
            zones: `${test.pair.from.zone} > ${test.pair.to.zone}`,
            family: test.family,
            fault,
          },
        ]
  })
  const forbidden = tests.filter(({ pair }) => !pair.allowed)
  return {
    passed: tests.filter(test => test.pair.allowed && probes.get(test) !== undefined).length,
    refused: forbidden.filter(test => probes.get(test) === undefined && controls.get(test) !== undefined).length,
    controls: forbidden.filter(test => controls.get(test) !== undefined).length,
    faults,
    byWhere: { inside: count(tests, 'inside'), between: count(tests, 'between'), internet: count(tests, 'internet') },
  }
}

interface Test {
  readonly pair: Pair
  readonly family: Family
}

function count(tests: readonly Test[], where: Pair['where']): number {
  return tests.filter(({ pair }) => pair.where === where).length
}

function exists({ blueprint }: Running, { where }: Pair, family: Family): boolean {
  return family === 4 || where !== 'internet' || hasInternetV6(blueprint)
}

function faultOf(
  lab: Running,
  { pair, family }: Test,
  source: string | undefined,
  control: string | undefined,
): ZoneFault['fault'] | undefined {
  if (pair.allowed && source === undefined) return 'refused-though-allowed'
  if (pair.allowed) return pair.to.zone === 'internet' && !isPublic(lab, source, family) ? 'not-translated' : undefined
  if (source !== undefined) return 'passed-though-forbidden'
  return control === undefined ? 'no-control' : undefined
}

/** What leaves for the internet bears an address of a pool. */
function isPublic({ blueprint }: Running, source: string | undefined, family: Family): boolean {
  const address = source === undefined ? undefined : parseAddress(source)
  const pools: Prefix[] = blueprint.routers.flatMap(({ intent }) =>
    family === 4 ? intent.nat.map(({ pool }) => pool) : intent.npt.map(({ outside }) => outside),
  )
  return address !== undefined && pools.some(pool => contains(pool, address))
}

/**
 * Source addresses of what arrived. A neighbour's address that nobody knows yet, or a busy machine, may cost a packet:
 * what did not arrive is sent again, in smaller numbers, before it counts as refused.
 */
async function arrivals(hosts: Hosts, tests: readonly Test[], port: number): Promise<ReadonlyMap<Test, string>> {
  const found = new Map<Test, string>()
  await ask(hosts, tests, port, 500, found)
  for (let again = 0; again < 3; again++) {
    const missing = tests.filter(test => !found.has(test) && (port === controlPort || test.pair.allowed))
    await ask(hosts, missing, port, 100, found)
  }
  return found
}

async function ask(
  hosts: Hosts,
  tests: readonly Test[],
  port: number,
  size: number,
  found: Map<Test, string>,
): Promise<void> {
  for (let i = 0; i < tests.length; i += size) {
    const some = tests.slice(i, i + size)
    const probes = some.map(
      ({ pair, family }, id): Probe => ({ id, from: textOf(pair.from, family), to: textOf(pair.to, family), port }),
    )
    for (const { id, arrived, source } of await hosts.probe(probes, 900))
      if (arrived && source !== undefined) found.set(itemAt(some, id), source)
  }
}

export function textOf(host: Host, family: Family): string {
  return addressText(family === 4 ? host.v4 : host.v6)
}

/** Opens the control port on every router while it is needed; the rendered ruleset is loaded again behind it. */
async function withControlPort<T>(lab: Running, work: () => Promise<T>): Promise<T> {
  const { blueprint, runner, namespace } = lab
  const nft = (command: (id: string) => string[]) =>
    inParallel(
      blueprint.routers,
      4,
      async ({ id }) => void (await runner.run('ip', 'netns', 'exec', namespace(id), 'nft', ...command(id))),
    )
  await nft(() => [
    'insert',
    'rule',
    'inet',
    'serat',
    'forward',
    'udp',
    'dport',
    String(controlPort),
    'counter',
    'accept',
  ])
  try {
    return await work()
  } finally {
    await nft(id => ['-f', lab.file(id, 'nftables.conf')])
  }
}
