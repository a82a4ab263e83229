/**
 * `npm run test:rotation`: boots the lab of the reference network with the network's own timers of OSPF and rotates its key in the steps of
 * `serat secrets rotate`, each router by the script of `serat rollout` and the agent that deploys, a few at a time, neighbours soon after each other.
 * No adjacency of either version may be lost and no packet of either family between a site on fibre and the hub. At the end one router alone is given a
 * key that nobody else has: its adjacencies must be seen to go, or the test would see nothing. Needs root, and that no other lab is up.
 */
import { connectHosts, type Hosts } from '../../lab/agent/agent-client.ts'
import type { Flow } from '../../lab/agent/agent-config.ts'
import type { Blueprint } from '../../lab/boot/blueprint.ts'
import { removeLab } from '../../lab/boot/down.ts'
import { sleep, untilReady } from '../../lab/boot/ready.ts'
import { runningLab, type Running } from '../../lab/boot/running.ts'
import { siteProbes } from '../../lab/boot/services.ts'
import { bootLab } from '../../lab/boot/up.ts'
import { freshLoad } from '../../lab/prove/fresh-load.fixture.ts'
import { liveRouter, type LiveRouter } from '../../lab/prove/live-router.fixture.ts'
import { overflows } from '../../lab/prove/overflows.fixture.ts'
import { confOf } from '../../lab/prove/rollout.fixture.ts'
import { inParallel } from '../../lab/run.ts'
import { textOf } from '../../lab/verify/verify-zones.ts'
import { changeLinux } from '../../platforms/linux/change/change.ts'
import { linux } from '../../platforms/linux/platform.ts'
import type { Folder } from '../../platforms/reading/folder.ts'
import { root } from '../klaten/inventory.ts'
import { fullSince, lostOf } from './adjacencies.ts'
import { nearOnesTogether, rotationBlueprints, strangeBlueprint } from './steps.ts'

const everyMs = 50
const jobs = 4
const goneWithinMs = 120_000

const [model] = Object.values(linux.models)
const states = rotationBlueprints()
const [first] = states
if (model === undefined || first === undefined) throw new Error('no model of Linux, or no network')
const routers = nearOnesTogether(first)
const files = new Map<string, Folder>()
const live = new Map<string, LiveRouter>()
let failed = 0

await removeLab()
try {
  const { state } = await bootLab(first, { inventory: root, hash: 'rotation' }, () => undefined)
  const lab = runningLab(state, first)
  const { faults, seconds } = await untilReady(lab, () => undefined, { limitMs: 240_000 })
  if (faults.length > 0) throw new Error(faults.map(({ en }) => en).join('\n'))
  const foretold = await Promise.all(states.map(state => textsOf(state)))
  for (const [id, folder] of foretold[0] ?? []) {
    files.set(id, folder)
    live.set(id, liveRouter(lab, id, folder))
  }
  console.log(`lab: ${routers.length} routers on fibre, ready in ${seconds.toFixed(0)} s`)
  const hosts = await connectHosts()
  try {
    await rotate(lab, hosts, foretold.slice(1))
    await control(lab)
  } finally {
    hosts.close()
  }
} finally {
  await removeLab()
}
console.log(failed === 0 ? 'no adjacency lost' : `${failed} not as foretold`)
process.exitCode = failed === 0 ? 0 : 1

type Texts = ReadonlyMap<string, Folder>

async function rotate(lab: Running, hosts: Hosts, steps: readonly Texts[]): Promise<void> {
  const flows = flowsOf(lab.blueprint)
  await hosts.stream(flows, everyMs)
  await sleep(500)
  await hosts.mark()
  const [before, late] = [await fullSince(lab, routers), await overflows(lab)]
  for (const [i, texts] of steps.entries()) {
    const began = performance.now()
    const betweenEndsMs = await deploy(lab.blueprint, texts)
    // Whoever no longer believes its neighbour says so once the neighbour has been silent for 40 s; the next step waits for that.
    await sleep(45_000)
    const lost = lostOf(before, await fullSince(lab, routers))
    if (lost.length > 0) failed++
    console.log(
      JSON.stringify({
        step: i + 1,
        routers: routers.length,
        seconds: Math.round((performance.now() - began) / 1000),
        longestBetweenEndsSeconds: Math.round(betweenEndsMs / 1000),
        adjacencies: before.size,
        lost,
      }),
    )
  }
  const gaps = await hosts.gaps()
  const lostPackets = gaps.reduce((sum, { lost }) => sum + lost, 0)
  const tooLate = (await overflows(lab)) - late
  if (lostPackets > 0) failed++
  console.log(JSON.stringify({ streams: flows.length, perSecond: 1000 / everyMs, lostPackets, tooLate }))
  await hosts.stream([], everyMs)
}

/** Between every site on fibre and the hub, in both families. */
function flowsOf(blueprint: Blueprint): readonly Flow[] {
  return siteProbes(blueprint)
    .filter(({ site }) =>
      blueprint.routers.some(({ id, intent }) => intent.router.siteId === site && routers.includes(id)),
    )
    .flatMap(({ toHub }) =>
      toHub === undefined ? [] : ([4, 6] as const).map(family => toHub.map(host => textOf(host, family))),
    )
    .map(([from = '', to = ''], id) => ({ id, from, to }))
}

/** Gives every router its new files; and the longest that the two ends of a link differed at most. */
async function deploy({ routers: all }: Blueprint, texts: Texts): Promise<number> {
  const spans = new Map<string, readonly [began: number, ended: number]>()
  await inParallel(routers, jobs, async router => {
    const began = performance.now()
    await change(router, texts)
    spans.set(router, [began, performance.now()])
  })
  const ends = Map.groupBy(
    all.flatMap(({ id, intent }) => intent.fibre.map(link => ({ link: link.id, span: spans.get(id) ?? [0, 0] }))),
    ({ link }) => link,
  )
  return Math.max(
    ...[...ends.values()].map(
      both => Math.max(...both.map(({ span: [, ended] }) => ended)) - Math.min(...both.map(({ span: [from] }) => from)),
    ),
  )
}

async function change(router: string, texts: Texts): Promise<void> {
  const [before, after] = [files.get(router), texts.get(router)]
  if (model === undefined || before === undefined || after === undefined) throw new Error(`no files of ${router}`)
  const way = { calls: [], interfaces: [] }
  await live.get(router)?.apply(changeLinux({ router, model, before, after, ways: { before: way, after: way } }))
  files.set(router, after)
}

/** One end alone: its neighbours must be seen to leave it. */
async function control(lab: Running): Promise<void> {
  const router = routers.at(-1) ?? ''
  const own = [...(await fullSince(lab, [router])).keys()]
  await change(router, await textsOf(strangeBlueprint(), [router]))
  const until = performance.now() + goneWithinMs
  let left = own
  while (left.length > 0 && performance.now() < until) {
    await sleep(1000)
    left = [...(await fullSince(lab, [router])).keys()]
  }
  if (own.length === 0 || left.length > 0) failed++
  console.log(JSON.stringify({ control: router, adjacencies: own.length, leftWithStrangeKey: left.length }))
}

/** What a fresh load of each router's file gives, beside the files that are not FRR's. */
async function textsOf(blueprint: Blueprint, names: readonly string[] = routers): Promise<Texts> {
  const texts = new Map<string, Folder>()
  for (const { id, daemons, nftables, sysctl } of blueprint.routers) {
    if (!names.includes(id)) continue
    const conf = await freshLoad(confOf(blueprint, id), daemons)
    texts.set(
      id,
      new Map([
        ['frr.conf', conf],
        ['nftables.conf', nftables],
        ['sysctl.conf', sysctl],
      ]),
    )
  }
  return texts
}
