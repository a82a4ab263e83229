import { analysisOf } from '../../analysis/analysis.ts'
import type { Component } from '../../analysis/graph/component.ts'
import type { Change } from '../../change/change.ts'
import type { ServiceChange, Sides } from '../../change/parts.ts'
import type { Mark, Marks } from '../../change/marks.ts'
import { renamesOf, type NameAfter } from '../../change/renames.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Plan } from '../../plan/plan.ts'
import { connectHosts } from '../agent/agent-client.ts'
import { blueprintOf } from '../boot/blueprint.ts'
import { removeLab } from '../boot/down.ts'
import { untilReady } from '../boot/ready.ts'
import { runningLab, type Running } from '../boot/running.ts'
import { observeServices, siteProbes } from '../boot/services.ts'
import { readState, writeState } from '../boot/state.ts'
import { bootLab, type Tell } from '../boot/up.ts'
import { labPlan } from '../inventory.ts'
import type { CannotNow, LabInput } from '../lab.ts'
import { chooseFailures, type Failure } from '../verify/choose-failures.ts'
import { verifyFailures } from '../verify/verify-failures.ts'
import { claimsOf, markOf, steadyMark, type Claim } from './claims.ts'

/** What one side showed, by the names of the new state. */
interface Seen {
  /**
   * Sites that were isolated, by the component that failed; a component that this side lacks, or that carries nothing,
   * isolates none.
   */
  readonly isolated: ReadonlyMap<string, readonly string[]>
  readonly states: ReadonlyMap<string, string>
}

const sideWords: Sides<Bilingual> = {
  before: { id: 'sebelum', en: 'before' },
  after: { id: 'sesudah', en: 'after' },
}

/**
 * Boots both sides, one after the other, and holds against packets what the change says of every site and of at most so
 * many failures: first those whose effect it says to change, then others, of which it says by its silence that they do
 * not.
 */
export async function proveChange(
  inventories: Sides<LabInput>,
  { service, things }: Change,
  most: number,
  tell: Tell,
): Promise<Marks | CannotNow> {
  if (readState() !== undefined) return labIsUp
  if (service === undefined) return notCompared
  const [old, now] = [planFor(inventories.before), planFor(inventories.after)]
  if (old === undefined || now === undefined) return notLoaded
  const nameAfter = renamesOf(things)
  const claims = claimsOf(service, most)
  const steady = steadyComponents(service, { before: old, after: now }, nameAfter).slice(0, most - claims.length)
  const tried = [...claims.map(({ component }) => component), ...steady]
  const before = await see({ ...inventories.before, plan: old }, tried, nameAfter, sided(tell, 'before'))
  if ('cannot' in before) return before
  const after = await see({ ...inventories.after, plan: now }, tried, name => name, sided(tell, 'after'))
  if ('cannot' in after) return after
  return marksOf({ before, after }, { claims, steady, states: service.states })
}

function planFor(input: LabInput): Plan | undefined {
  return labPlan(input, input.today)?.plan
}

/** Components of both sides that the report has no row for; of each kind some, as a sample of `verify` has them. */
function steadyComponents({ failures }: ServiceChange, plans: Sides<Plan>, nameAfter: NameAfter): Component[] {
  const told = new Set(failures.flatMap(({ components }) => components.map(({ name }) => name)))
  const known = new Set([...failuresByName(plans.before, nameAfter).keys()])
  return chooseFailures(analysisOf(plans.after), { sample: mostSteady, seed: 1 })
    .map(({ named }) => named)
    .filter(({ name }) => known.has(name) && !told.has(name))
}

const mostSteady = 100

interface Sentences {
  readonly claims: readonly Claim[]
  readonly steady: readonly Component[]
  readonly states: ServiceChange['states']
}

function marksOf({ before, after }: Sides<Seen>, { claims, steady, states }: Sentences): Marks {
  const isolatedBy = ({ name }: Component): Sides<readonly string[]> => ({
    before: before.isolated.get(name) ?? [],
    after: after.isolated.get(name) ?? [],
  })
  const stateOf = (site: string): Sides<readonly string[]> => ({
    before: [before.states.get(site) ?? 'isolated'],
    after: [after.states.get(site) ?? 'isolated'],
  })
  const told = new Set(states.map(({ site }) => site))
  const others = [...after.states.keys()].filter(site => before.states.has(site) && !told.has(site))
  return {
    failures: new Map(
      claims.map(({ component, isolated }) => [component.name, markOf(isolated, isolatedBy(component))]),
    ),
    states: new Map(
      states.map(({ site, before: was, after: is }) => [site, markOf({ before: [was], after: [is] }, stateOf(site))]),
    ),
    unchanged: new Map([
      ...steady.map((component): [string, Mark] => [component.name, steadyMark(isolatedBy(component))]),
      ...others.map((site): [string, Mark] => [`site:${site}`, steadyMark(stateOf(site))]),
    ]),
  }
}

const labIsUp: CannotNow = {
  cannot: {
    id: 'sebuah lab sedang berjalan; hentikan dulu dengan `serat lab down`',
    en: 'a lab is up; end it first with `serat lab down`',
  },
}

const notLoaded: CannotNow = {
  cannot: { id: 'jaringan tidak dapat dimuat di lab', en: 'the network cannot be loaded in the lab' },
}

const notCompared: CannotNow = {
  cannot: {
    id: 'layanan kedua sisi tidak dapat dibandingkan, jadi tidak ada yang dapat dibuktikan',
    en: 'the service of both sides could not be compared, so that there is nothing to prove',
  },
}

function sided(tell: Tell, side: keyof Sides<unknown>): Tell {
  return ({ id, en }) => tell({ id: `${sideWords[side].id}: ${id}`, en: `${sideWords[side].en}: ${en}` })
}

async function see(
  input: LabInput & { readonly plan: Plan },
  tried: readonly Component[],
  nameAfter: NameAfter,
  tell: Tell,
): Promise<Seen | CannotNow> {
  const blueprint = blueprintOf(input.plan)
  const { state } = await bootLab(blueprint, { inventory: input.folder, hash: input.hash }, tell)
  try {
    const lab = runningLab(state, blueprint)
    const { faults } = await untilReady(lab, tell)
    const [fault] = faults
    if (fault !== undefined)
      return { cannot: { id: `lab tidak siap: ${fault.id}`, en: `the lab is not ready: ${fault.en}` } }
    return await seen(lab, tried, nameAfter, tell)
  } finally {
    await removeLab()
  }
}

async function seen(lab: Running, tried: readonly Component[], nameAfter: NameAfter, tell: Tell): Promise<Seen> {
  const siteAfter = (id: string): string => nameAfter(`site:${id}`).slice('site:'.length)
  const hosts = await connectHosts()
  try {
    const whole = await observeServices(lab, hosts, siteProbes(lab.blueprint))
    writeState({ ...lab.state, disturbed: true })
    const reports = await verifyFailures(lab, hosts, failuresOf(lab, tried, nameAfter), tell)
    return {
      states: new Map([...whole].map(([site, { state }]) => [siteAfter(site), state])),
      isolated: new Map(
        reports.map(({ component, sites }) => [
          nameAfter(component),
          sites.flatMap(({ site, observed }) =>
            observed.state === 'isolated' && whole.get(site)?.state !== 'isolated' ? [siteAfter(site)] : [],
          ),
        ]),
      ),
    }
  } finally {
    hosts.close()
  }
}

/** Those that can fail on this side. */
function failuresOf({ blueprint }: Running, tried: readonly Component[], nameAfter: NameAfter): Failure[] {
  const failures = failuresByName(blueprint.plan, nameAfter)
  return tried.flatMap(({ name }) => failures.get(name) ?? [])
}

function failuresByName(plan: Plan, nameAfter: NameAfter): ReadonlyMap<string, Failure> {
  return new Map(
    analysisOf(plan).classes.flatMap(failed =>
      failed.elements.length === 0
        ? []
        : failed.components.map((named): [string, Failure] => [nameAfter(named.name), { failed, named }]),
    ),
  )
}
