import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Service } from '../../analysis/graph/state.ts'
import { isOut } from '../../analysis/graph/state.ts'
import { changeLinux } from '../../platforms/linux/change/change.ts'
import { linux } from '../../platforms/linux/platform.ts'
import type { Folder } from '../../platforms/reading/folder.ts'
import { frrDifference, normaliseFrr } from '../../testing/frr-compare.ts'
import { atLength } from '../../testing/at-length.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { connectHosts, type Hosts } from '../agent/agent-client.ts'
import type { Blueprint } from '../boot/blueprint.ts'
import { removeLab } from '../boot/down.ts'
import { sleep, untilReady } from '../boot/ready.ts'
import { runningLab, type Running } from '../boot/running.ts'
import { observeServices, serviceFlows, siteProbes, type Observed } from '../boot/services.ts'
import { writeState } from '../boot/state.ts'
import { bootLab } from '../boot/up.ts'
import { freshLoad } from './fresh-load.fixture.ts'
import { klatenChange, type Inventory } from './klaten-changes.fixture.ts'
import { liveRouter, type LiveRouter } from './live-router.fixture.ts'
import { overflows } from './overflows.fixture.ts'
import { confOf, labRollout, lossesOf, type LabRollout, type Turn } from './rollout.fixture.ts'

/**
 * Rollouts of a booted Klaten, one change after the other, each router by the script of `serat rollout` and the agent that deploys: what is foretold of
 * service holds at every step, sites that no change touches lose no packet, and each router ends at what a fresh load of the new file gives. In the
 * worst order sites are out in between, which says that the test would see them. `npm run test:rollouts` tries thirty, or `SERAT_ROLLOUTS`, of the
 * random changes from `SERAT_FIRST` on: a slice for a machine that has little time at once.
 */
const wanted = { rollouts: Number(process.env['SERAT_ROLLOUTS'] ?? atLength(2, 30)), turnedRound: atLength(1, 5) }
const first = Number(process.env['SERAT_FIRST'] ?? 1)
const today = '2026-06-15'
const everyMs = 50
const mostStreams = 12
/** Sessions over a tunnel that went away without a sign are noticed by then, and FRR has settled. */
const hopeMs = 60_000

const [model] = Object.values(linux.models)
if (model === undefined) throw new Error('no model of Linux')
const way = { calls: [], interfaces: [] }

const tally = {
  rollouts: 0,
  steps: 0,
  lossesForetold: 0,
  packetsLost: 0,
  streams: 0,
  overflows: 0,
  kinds: new Map<string, number>(),
}

describeWithPeers('Rollouts of a booted Klaten', ['root', 'network namespaces', 'FRR', 'nftables'], () => {
  let lab: Running
  let hosts: Hosts
  let inventory: Inventory
  const routers = new Map<string, LiveRouter>()
  const files = new Map<string, Folder>()

  beforeAll(async () => {
    await removeLab()
    const { sources, ledger } = readSites()
    inventory = { sources, ledger }
    const rollout = firstRollout(inventory)
    const { state } = await bootLab(rollout.blueprints.before, { inventory: 'sites', hash: 'sites' }, () => undefined)
    lab = runningLab(state, rollout.blueprints.before)
    const { faults } = await untilReady(lab, () => undefined, { limitMs: 240_000 })
    expect(faults).toEqual([])
    hosts = await connectHosts()
    writeState({ ...state, disturbed: true })
  }, 600_000)

  afterAll(async () => {
    hosts?.close()
    await removeLab()
  }, 120_000)

  it(
    'go as foretold, step by step',
    async () => {
      await rollouts('least', wanted.rollouts)
      console.log(JSON.stringify({ ...tally, kinds: Object.fromEntries(tally.kinds) }))
    },
    atLength(300_000, 5_400_000),
  )

  it(
    'in the worst order of all, sites are out at the steps at which that is foretold',
    async () => {
      const before = tally.lossesForetold
      await rollouts('most', wanted.turnedRound)
      const lost = tally.lossesForetold - before
      console.log(JSON.stringify({ turnedRound: wanted.turnedRound, lossesForetoldAndSeen: lost }))
      expect(lost).toBeGreaterThanOrEqual(wanted.turnedRound)
    },
    atLength(300_000, 1_800_000),
  )

  /** Of the worst orders those that lose what a better one would not. */
  async function rollouts(turn: Turn, count: number): Promise<void> {
    for (let [seed, done] = [first, 0]; done < count; seed++) {
      const after = klatenChange(inventory, seed)
      const sides = after && { before: inventory, after }
      const rollout = sides && labRollout(sides, today, turn)
      if (sides === undefined || rollout === undefined || rollout.steps.length > 6) continue
      if (turn === 'most' && lossesOf(rollout.steps) === lossesOf(labRollout(sides, today)?.steps ?? [])) continue
      await rolledOut(rollout, `seed ${seed}, ${sides.after.name}`)
      inventory = { sources: sides.after.sources, ledger: sides.after.ledger }
      done++
      tally.rollouts++
      tally.kinds.set(sides.after.name, (tally.kinds.get(sides.after.name) ?? 0) + 1)
    }
  }

  async function rolledOut({ blueprints, steps, services, unaffected }: LabRollout, name: string): Promise<void> {
    lab = runningLab(lab.state, blueprints.after)
    const probes = siteProbes(blueprints.after)
    const { flows } = serviceFlows(probes.filter(({ site }) => unaffected.includes(site)).slice(0, mostStreams / 2))
    await hosts.stream(flows, everyMs)
    await sleep(500)
    await hosts.mark()
    const overflowsBefore = await overflows(lab)
    for (const [i, { router, losses }] of steps.entries()) {
      const predicted = services[i] ?? new Map<string, Service>()
      const texts = await filesOf(blueprints, router)
      await routerOf(router, texts.before).apply(
        changeLinux({ router, model: model as NonNullable<typeof model>, ...texts, ways: { before: way, after: way } }),
      )
      files.set(router, texts.after)
      const observed = await untilAgreed(probes, predicted)
      expect(outs(observed), `${name}, step ${i + 1} ${router}`).toEqual(outs(predicted))
      tally.steps++
      tally.lossesForetold += losses.length
    }
    await sleep(2000)
    const lost = (await hosts.gaps()).filter(({ lost: count }) => count > 0)
    tally.overflows += (await overflows(lab)) - overflowsBefore
    tally.streams += flows.length
    tally.packetsLost += lost.reduce((sum, { lost: count }) => sum + count, 0)
    expect(lost, `${name}: packets of sites that it does not touch`).toEqual([])
    for (const { router } of steps) {
      const live = routerOf(router, new Map())
      const declared = files.get(router)?.get('frr.conf') ?? ''
      expect(frrDifference(normaliseFrr(declared), normaliseFrr(live.running())), `${name}: ${router}`).toEqual([])
      const [running, filters] = live.rulesets(files.get(router)?.get('nftables.conf') ?? '')
      expect(running, `${name}: filters of ${router}`).toBe(filters)
    }
  }

  function routerOf(id: string, texts: Folder): LiveRouter {
    const found = routers.get(id) ?? liveRouter(lab, id, texts)
    routers.set(id, found)
    return found
  }

  /** What a router has, and what a fresh load of its new file gives. */
  async function filesOf({ before, after }: LabRollout['blueprints'], id: string) {
    return { before: files.get(id) ?? (await textsOf(before, id)), after: await textsOf(after, id) }
  }

  async function textsOf(blueprint: Blueprint, id: string): Promise<Folder> {
    const router = blueprint.routers.find(each => each.id === id)
    if (router === undefined) throw new Error(`no router ${id}`)
    const conf = await freshLoad(confOf(blueprint, id), router.daemons)
    return new Map([
      ['frr.conf', conf],
      ['nftables.conf', router.nftables],
      ['sysctl.conf', router.sysctl],
    ])
  }

  async function untilAgreed(
    probes: ReturnType<typeof siteProbes>,
    predicted: ReadonlyMap<string, Service>,
  ): Promise<ReadonlyMap<string, Observed>> {
    const until = performance.now() + hopeMs
    for (;;) {
      await sleep(1500)
      const observed = await observeServices(lab, hosts, probes)
      if (outs(observed).join() === outs(predicted).join() || performance.now() > until) return observed
    }
  }
})

/** Sites without service, and what each lacks. */
function outs(services: ReadonlyMap<string, { readonly state: Service['state'] }>): string[] {
  return [...services].flatMap(([site, { state }]) => (isOut(state) ? [`${site}: ${state}`] : [])).sort()
}

/** The first that can be carried out: the lab boots from where it begins. */
function firstRollout(inventory: Inventory): LabRollout {
  for (let seed = first; ; seed++) {
    const next = klatenChange(inventory, seed)
    const rollout = next && labRollout({ before: inventory, after: next }, today)
    if (rollout !== undefined) return rollout
  }
}
