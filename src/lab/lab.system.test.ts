import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analysisOf } from '../analysis/analysis.ts'
import { routingWithout } from '../analysis/graph/failure.ts'
import type { Service } from '../analysis/graph/state.ts'
import { atLength } from '../testing/at-length.ts'
import { describeWithPeers } from '../testing/peers.ts'
import { readSites } from '../testing/reference-intents.ts'
import { connectHosts, type Hosts } from './agent/agent-client.ts'
import { blueprintOf } from './boot/blueprint.ts'
import type { Failure } from './verify/choose-failures.ts'
import { labPlan } from './inventory.ts'
import { comparePrefixes } from './verify/prefixes.ts'
import { markName } from './boot/processes.ts'
import { runningLab, type Running } from './boot/running.ts'
import { labFolder, readState, type LabState } from './boot/state.ts'
import { predictionsOf, verifyFailures, type Predict } from './verify/verify-failures.ts'
import { verifyFloods } from './verify/verify-floods.ts'
import { verifySources } from './verify/verify-sources.ts'
import { verifyZones } from './verify/verify-zones.ts'

const sample = atLength(8, 25)
const root = join(import.meta.dirname, '../..')

function serat(...args: readonly string[]): {
  readonly code: number | null
  readonly out: string
  readonly err: string
} {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'lab', ...args, '--lang', 'en'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { code: status, out: stdout, err: stderr }
}

/** Namespaces, processes and files of labs that are on this machine. */
function remains(run: string): readonly string[] {
  const names = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' })
    .split('\n')
    .filter(name => name.startsWith(`serat-${run}`))
  const processes = readdirSync('/proc').filter(
    id => /^\d+$/.test(id) && environmentOf(id).includes(`${markName}=${run}`),
  )
  return [...names, ...processes, ...(existsSync(labFolder) ? [labFolder] : [])]
}

function environmentOf(id: string): readonly string[] {
  try {
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0')
  } catch {
    return []
  }
}

describeWithPeers(
  'The lab: all of Klaten as FRR',
  ['root', 'network namespaces', 'FRR', 'nftables', 'WireGuard'],
  () => {
    let [killed, booted] = ['', '']
    let limits = ''
    let up: ReturnType<typeof serat>

    beforeAll(async () => {
      serat('down')
      limits = neighbourTables()
      killed = await killedInTheMiddle()
      up = serat('up', '--format', 'json')
      booted = (readState() as LabState).run
    }, 300_000)

    afterAll(() => {
      serat('down')
    }, 60_000)

    it('an `up` that was killed left a record, and the next `up` removed what it had made', () => {
      const { removed } = JSON.parse(up.out) as {
        readonly removed: { readonly processes: number; readonly namespaces: number }
      }
      expect(removed.namespaces).toBeGreaterThan(10)
      expect(remains(killed).filter(left => left !== labFolder)).toEqual([])
    })

    it('every expected session is up at both ends, tables are still, in memory (and in time, where it is asked)', () => {
      const { seconds, memoryMiB, ready } = JSON.parse(up.out) as {
        readonly seconds: number
        readonly memoryMiB: number
        readonly ready: { readonly faults: readonly unknown[]; readonly sessions: unknown }
      }
      console.log(`lab up: ${seconds.toFixed(1)} s, ${memoryMiB} MiB, ${JSON.stringify(ready.sessions)}`)
      expect(ready.faults).toEqual([])
      expect(up.code).toBe(0)
      expect(memoryMiB).toBeLessThan(3000)
      // The time is promised for two idle cores: it is held where somebody says that they are idle.
      expect(seconds).toBeLessThan(Number(process.env['SERAT_LAB_SECONDS'] ?? Number.POSITIVE_INFINITY))
    })

    it('`verify`: prefixes, zones and a seeded sample of failures agree', () => {
      const { code, out, err } = serat('verify', '--sample', String(sample), '--seed', '1', '--format', 'json')
      const report = JSON.parse(out === '' ? '{}' : out) as Report
      console.log(summary(report))
      expect(report.prefixes?.differences, err).toEqual([])
      expect(report.zones?.faults).toEqual([])
      expect(report.sources).toMatchObject({ faults: [] })
      expect(report.floods?.filter(({ agrees }) => !agrees)).toEqual([])
      expect(new Set(report.floods?.map(({ router }) => router)).size).toBe(3)
      expect(report.powerCut).toMatchObject({ agrees: true, predicted: 'isolated', observed: 'isolated' })
      expect(report.failures?.results.filter(({ agrees, healed }) => !agrees || !healed)).toEqual([])
      expect(report.failures?.tested).toBeGreaterThanOrEqual(sample)
      expect(code).toBe(0)
    })

    describe('planted mistakes', () => {
      let lab: Running
      let hosts: Hosts
      beforeAll(async () => {
        lab = labHere()
        hosts = await connectHosts()
      })
      afterAll(() => hosts.close())

      it.each([
        ['uplink:uplink-1', 6],
        ['route:utara-3', 4],
        ['circuit:ckt-kec-bayat', 4],
        ['router:bpkd', 6],
      ] as const)('prefixes foretold as if %s were down are found wrong (IPv%i)', (name, family) => {
        const { elements, componentOf } = analysisOf(lab.blueprint.plan)
        const { differences } = comparePrefixes(
          routingWithout(elements, componentOf.get(name)?.elements ?? new Int32Array()),
          lab.blueprint,
          lab.fib,
        )
        expect(differences.filter(each => each.family === family)).not.toEqual([])
      })

      it('a pair of zones foretold as open, and one as shut, are found wrong in both families', async () => {
        const lying = new Map([
          ['guest > government', true],
          ['government > services', false],
        ])
        const { faults } = await verifyZones(
          lab,
          hosts,
          ({ from, to, allowed }) => lying.get(`${from.zone} > ${to.zone}`) ?? allowed,
        )
        const found = new Set(faults.map(({ zones, family, fault }) => `${zones} ${family} ${fault}`))
        expect([...found].sort()).toEqual([
          'government > services 4 passed-though-forbidden',
          'government > services 6 passed-though-forbidden',
          'guest > government 4 refused-though-allowed',
          'guest > government 6 refused-though-allowed',
        ])
      })

      it('a router whose source checks are gone lets dishonest sources pass, from access and out of a tunnel', async () => {
        const mend = await planted(lab, ['kec-bayat', 'core-1', 'core-2'], 'flush chain inet serat sources')
        const { faults } = await verifySources(lab, hosts)
        await mend()
        const places = new Set(faults.filter(({ fault }) => fault === 'passed').map(({ from }) => from.split('/')[0]))
        expect(places).toContain('kec-bayat')
        expect([...places].filter(place => place?.startsWith('ckt-'))).not.toEqual([])
      })

      it('a limit that discovery shares, and an echo without a limit, are found', async () => {
        const mends = [
          await planted(
            lab,
            ['bpbd'],
            'insert rule inet serat input meta l4proto ipv6-icmp limit rate over 50/second drop',
          ),
          await planted(lab, ['kec-bayat'], 'insert rule inet serat input meta l4proto { icmp, ipv6-icmp } accept'),
        ]
        const floods = await verifyFloods(lab, hosts)
        for (const mend of mends) await mend()
        const wrong = (router: string): string[] =>
          floods
            .filter(flood => flood.router === router && !flood.agrees)
            .map(({ family, answered, allowed, discovered, discoveries }) =>
              [family, answered > allowed ? 'unlimited' : '', discovered < discoveries ? 'undiscovered' : ''].join(' '),
            )
        expect(wrong('bpbd').filter(text => text.includes('undiscovered'))).not.toEqual([])
        expect(wrong('kec-bayat')).toEqual(['4 unlimited ', '4 unlimited ', '6 unlimited ', '6 unlimited '])
        expect(
          floods.filter(({ router }) => router !== 'bpbd' && router !== 'kec-bayat').every(({ agrees }) => agrees),
        ).toBe(true)
      })

      it.each(['route:selatan-3', 'router:kec-bayat', 'circuit:ckt-kec-cawas', 'uplink:uplink-2'])(
        'a wrong prediction of %s is found',
        async name => {
          const [report] = await verifyFailures(lab, hosts, [failureOf(lab, name)], () => undefined, wrong(lab), 0)
          expect(report).toMatchObject({ component: name, agrees: false, healed: true })
          expect(report?.sites.length).toBeGreaterThan(0)
        },
      )
    })

    it('`down` leaves nothing behind', () => {
      expect(serat('down').code).toBe(0)
      expect(remains(booted)).toEqual([])
      expect(neighbourTables()).toBe(limits)
      expect(serat('down')).toMatchObject({ code: 0, out: 'removed 0 processes and 0 namespaces\n' })
    })
  },
)

/** The machine's own limits, which a lab raises while it is up. */
function neighbourTables(): string {
  return ['ipv4', 'ipv6']
    .flatMap(family =>
      [1, 2, 3].map(i => readFileSync(`/proc/sys/net/${family}/neigh/default/gc_thresh${i}`, 'utf8').trim()),
    )
    .join()
}

/** Ends an `up` while its routers boot; gives the name of its run. */
async function killedInTheMiddle(): Promise<string> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'lab', 'up'], { cwd: root, stdio: 'ignore' })
  const deadline = Date.now() + 120_000
  const isBooting = (): boolean =>
    existsSync(labFolder) && readdirSync(labFolder).some(name => existsSync(join(labFolder, name, 'run', 'zebra.pid')))
  while (!isBooting() && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 100))
  const run = readState()?.run ?? ''
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  expect(remains(run).length).toBeGreaterThan(10)
  return run
}

function labHere(): Running {
  const planned = labPlan(readSites(), '2026-11-02')
  const state = readState()
  if (planned === undefined || state === undefined) throw new Error('no lab is up')
  return runningLab(state, blueprintOf(planned.plan))
}

function failureOf({ blueprint }: Running, name: string): Failure {
  const { componentOf, classes } = analysisOf(blueprint.plan)
  const named = componentOf.get(name)
  const failed = classes.find(({ components }) => named !== undefined && components.includes(named))
  if (named === undefined || failed === undefined) throw new Error(`no component ${name}`)
  return { failed, named }
}

/** A mistake in the filter of running routers; what is given loads their rendered rulesets again. */
async function planted(
  { runner, namespace, file }: Running,
  routers: readonly string[],
  words: string,
): Promise<() => Promise<void>> {
  const nft = (id: string, ...command: readonly string[]): Promise<string> =>
    runner.run('ip', 'netns', 'exec', namespace(id), 'nft', ...command)
  for (const id of routers) await nft(id, words)
  return async () => {
    for (const id of routers) await nft(id, '-f', file(id, 'nftables.conf'))
  }
}

/** Turns the state of the first site around. */
function wrong(lab: Running): Predict {
  const right = predictionsOf(lab)
  return component => {
    const predicted = right(component)
    const [first] = predicted
    if (first === undefined) throw new Error('no site')
    const lie: Service = { ...first[1], state: first[1].state === 'isolated' ? 'in-service' : 'isolated' }
    return new Map(predicted).set(first[0], lie)
  }
}

interface Report {
  readonly prefixes?: {
    readonly checkedV4: number
    readonly checkedV6: number
    readonly differences: readonly unknown[]
  }
  readonly sources?: { readonly refused: number; readonly honest: number; readonly faults: readonly unknown[] }
  readonly floods?: readonly { readonly router: string; readonly agrees: boolean }[]
  readonly powerCut?: { readonly backMs: number; readonly backAfterLookMs: number; readonly refusedHandshakes: number }
  readonly zones?: { readonly passed: number; readonly refused: number; readonly faults: readonly unknown[] }
  readonly failures?: {
    readonly all: number
    readonly tested: number
    readonly disagree: number
    readonly results: readonly {
      readonly component: string
      readonly agrees: boolean
      readonly healed: boolean
      readonly recoveryMs: number
      readonly leftovers: readonly string[]
    }[]
  }
}

function summary({ prefixes, zones, sources, floods, powerCut, failures }: Report): string {
  const slowest = Math.max(0, ...(failures?.results ?? []).map(({ recoveryMs }) => recoveryMs))
  const leftovers = new Set((failures?.results ?? []).flatMap(each => each.leftovers)).size
  return `lab verify: ${prefixes?.checkedV4} + ${prefixes?.checkedV6} prefixes, ${zones?.passed} packets passed, ${zones?.refused} refused, ${sources?.refused} dishonest refused and ${sources?.honest} honest passed, ${floods?.length} floods, a power cut with ${powerCut?.refusedHandshakes} handshakes refused, back ${powerCut?.backAfterLookMs} ms after the cores' first look, ${failures?.tested} of ${failures?.all} failures, ${failures?.disagree} disagree, slowest recovery ${slowest} ms, ${leftovers} transfer prefixes left over by ospf6d`
}
