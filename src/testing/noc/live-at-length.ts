/**
 * `npm run test:noc-live -- [COUNT [SCALE]]`: boots the lab of the reference network, runs Debian's Prometheus,
 * exporters and Alertmanager on the generated files inside its namespaces (every stretch of time SCALE times shorter,
 * an SNMP agent in each router), and cuts COUNT components, one after the other. Twice the generated timings after a
 * cut exactly the cause's alert may be uninhibited, all that fires must be what the analysis foretells, and `serat noc
 * watch` must name the component; healed, everything must clear. Needs root, and that no other lab is up.
 */
import { join } from 'node:path'
import { alarmsOf, explainedBy } from '../../analysis/alarms/alarms.ts'
import { analysisOf } from '../../analysis/analysis.ts'
import { blueprintOf } from '../../lab/boot/blueprint.ts'
import { removeLab } from '../../lab/boot/down.ts'
import { untilReady } from '../../lab/boot/ready.ts'
import { runningLab, type Running } from '../../lab/boot/running.ts'
import { bootLab } from '../../lab/boot/up.ts'
import { labPlan } from '../../lab/inventory.ts'
import { apply, cutsOf } from '../../lab/verify/cuts.ts'
import { alertWaits } from '../../noc/waits.ts'
import { readKlaten, root } from '../klaten/inventory.ts'
import { chosenFaults, type Fault } from './chosen-faults.ts'
import { openDesk, type Desk } from './desk.ts'

const [asked = '12', factor = '10'] = process.argv.slice(2)
const scale = Number(factor)
/** The longest wait of a rule, a round of the exporters and one of the rules. */
const timingsMs = (1000 * (alertWaits.sign + 60 + 30)) / scale
const mostHealMs = 240_000

const planned = labPlan(readKlaten(), '2026-11-02')
if (planned === undefined) throw new Error('the reference network does not load')
const blueprint = blueprintOf(planned.plan)
const alarms = alarmsOf(planned.plan)
const explained = explainedBy(alarms)
const quiet = (): void => undefined
let failed = 0
try {
  const { state, seconds } = await bootLab(blueprint, { inventory: root, hash: 'noc-live' }, quiet)
  const lab = runningLab(state, blueprint)
  const ready = await untilReady(lab, quiet)
  console.log(
    `lab: ${blueprint.routers.length} routers in ${(seconds + ready.seconds).toFixed(0)} s; timings ${scale} times shorter`,
  )
  const desk = await openDesk(lab, scale)
  try {
    await settled(desk, [], mostHealMs)
    for (const fault of chosenFaults(planned.plan, Number(asked))) if (!(await isRight(lab, desk, fault))) failed++
  } finally {
    await desk.close()
  }
} finally {
  await removeLab()
}
console.log(failed === 0 ? 'all as foretold' : `${failed} not as foretold`)
process.exitCode = failed === 0 ? 0 : 1

async function isRight(lab: Running, desk: Desk, { component, alarm }: Fault): Promise<boolean> {
  const cuts = cutsOf(lab, analysisOf(lab.blueprint.plan).elements, component.elements)
  const cause = `cause:${alarm.id}`
  const foretold = [...alarm.takes, cause, ...(explained.get(alarm) ?? []).map(({ id }) => `cause:${id}`)].sort()
  const began = performance.now()
  await apply(lab, cuts, 'break')
  const single = await settled(desk, [cause], 2 * timingsMs)
  const alone = seconds(began)
  await sleep(Math.max(0, 2 * timingsMs - (performance.now() - began)))
  const { active, firing } = heard(desk)
  const named = watched(desk)
  const healing = performance.now()
  await apply(lab, cuts, 'heal')
  const cleared = await settled(desk, [], mostHealMs)
  const strange = difference(firing, foretold)
  const right = {
    single: single && active.join() === cause,
    foretold: strange.length === 0,
    named: named.some(components => components.includes(component.name)),
    cleared,
  }
  console.log(
    JSON.stringify({
      component: component.name,
      alike: alarm.components.length,
      routers: alarm.takes.filter(sign => sign.startsWith('router:')).length,
      routes: alarm.takes.filter(sign => sign.startsWith('route:')).length,
      aloneAfterSeconds: alone,
      clearedAfterSeconds: seconds(healing),
      ...right,
      ...(right.single ? {} : { active }),
      ...(right.foretold ? {} : { strange }),
      classes: named.map(({ length }) => length),
    }),
  )
  return Object.values(right).every(Boolean)
}

interface Heard {
  readonly active: readonly string[]
  /** With what is explained. */
  readonly firing: readonly string[]
}

function heard(desk: Desk): Heard {
  const alerts = desk.alerts().filter(({ labels: { subject } }) => subject !== 'watchdog')
  const subjects = (list: typeof alerts): string[] =>
    [...new Set(list.map(({ labels }) => labels['subject'] ?? ''))].sort()
  return { firing: subjects(alerts), active: subjects(alerts.filter(({ status }) => status.state === 'active')) }
}

/** Whether exactly these were uninhibited, and the watchdog heard, within so long. */
async function settled(desk: Desk, wanted: readonly string[], mostMs: number): Promise<boolean> {
  const until = performance.now() + mostMs
  do {
    const beats = desk.alerts().some(({ labels: { subject } }) => subject === 'watchdog')
    const { active, firing } = heard(desk)
    if (beats && active.join() === wanted.join() && (wanted.length > 0 || firing.length === 0)) return true
    await sleep(500)
  } while (performance.now() < until)
  return false
}

/** Names of the components of each explanation that a shift is given. */
function watched(desk: Desk): string[][] {
  const { out } = desk.run(
    process.execPath,
    join(root, 'src/cli/main.ts'),
    'noc',
    'watch',
    '--inventory',
    join(root, 'sites'),
    '--alertmanager',
    'http://127.0.0.1:9093',
    '--once',
    '--format',
    'json',
  )
  const { located } = JSON.parse(out) as { located: { explanations: { members: { components: string[] }[] }[] } }
  return located.explanations.map(({ members }) => members.flatMap(({ components }) => components))
}

function difference(a: readonly string[], b: readonly string[]): string[] {
  return [
    ...a.filter(one => !b.includes(one)).map(one => `+${one}`),
    ...b.filter(one => !a.includes(one)).map(one => `-${one}`),
  ]
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
