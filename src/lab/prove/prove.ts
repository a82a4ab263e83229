import { analysisOf } from '../../analysis/analysis.ts'
import type { Change, Sides } from '../../change/change.ts'
import type { Marks } from '../../change/marks.ts'
import { renamesOf, type NameAfter } from '../../change/renames.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
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
import type { Failure } from '../verify/choose-failures.ts'
import { verifyFailures } from '../verify/verify-failures.ts'
import { claimsOf, markOf, type Claim } from './claims.ts'

/** What one side showed, by the names of the new state. */
interface Seen {
  /** Sites that were isolated, by the component that failed; a component that this side lacks, or that carries nothing, isolates none. */
  readonly isolated: ReadonlyMap<string, readonly string[]>
  readonly states: ReadonlyMap<string, string>
}

const sideWords: Sides<Bilingual> = {
  before: { id: 'sebelum', en: 'before' },
  after: { id: 'sesudah', en: 'after' },
}

/** Boots both sides, one after the other, and holds against packets what the change says of at most so many failures and of every site's state. */
export async function proveChange(
  inventories: Sides<LabInput>,
  { service, things }: Change,
  most: number,
  tell: Tell,
): Promise<Marks | CannotNow> {
  if (readState() !== undefined) return labIsUp
  if (service === undefined) return notCompared
  const claims = claimsOf(service, most)
  const before = await see(inventories.before, claims, renamesOf(things), sided(tell, 'before'))
  const after = await see(inventories.after, claims, name => name, sided(tell, 'after'))
  if ('cannot' in before) return before
  if ('cannot' in after) return after
  const isolatedBy = ({ isolated }: Seen, { component }: Claim): readonly string[] => isolated.get(component.name) ?? []
  const stateOf = ({ states }: Seen, site: string): readonly string[] => [states.get(site) ?? 'isolated']
  return {
    failures: new Map(
      claims.map(claim => [
        claim.component.name,
        markOf(claim.isolated, { before: isolatedBy(before, claim), after: isolatedBy(after, claim) }),
      ]),
    ),
    states: new Map(
      service.states.map(({ site, before: was, after: is }) => [
        site,
        markOf({ before: [was], after: [is] }, { before: stateOf(before, site), after: stateOf(after, site) }),
      ]),
    ),
  }
}

const labIsUp: CannotNow = {
  cannot: {
    id: 'sebuah lab sedang berjalan; hentikan dulu dengan `serat lab down`',
    en: 'a lab is up; end it first with `serat lab down`',
  },
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
  input: LabInput,
  claims: readonly Claim[],
  nameAfter: NameAfter,
  tell: Tell,
): Promise<Seen | CannotNow> {
  const planned = labPlan(input, input.today)
  if (planned === undefined)
    return { cannot: { id: 'jaringan tidak dapat dimuat di lab', en: 'the network cannot be loaded in the lab' } }
  const blueprint = blueprintOf(planned.plan)
  const { state } = await bootLab(blueprint, { inventory: input.folder, hash: input.hash }, tell)
  try {
    const lab = runningLab(state, blueprint)
    const { faults } = await untilReady(lab, tell)
    const [fault] = faults
    if (fault !== undefined)
      return { cannot: { id: `lab tidak siap: ${fault.id}`, en: `the lab is not ready: ${fault.en}` } }
    return await seen(lab, claims, nameAfter, tell)
  } finally {
    await removeLab()
  }
}

async function seen(lab: Running, claims: readonly Claim[], nameAfter: NameAfter, tell: Tell): Promise<Seen> {
  const siteAfter = (id: string): string => nameAfter(`site:${id}`).slice('site:'.length)
  const hosts = await connectHosts()
  try {
    const whole = await observeServices(lab, hosts, siteProbes(lab.blueprint))
    writeState({ ...lab.state, disturbed: true })
    const reports = await verifyFailures(lab, hosts, failuresOf(lab, claims, nameAfter), tell)
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

/** Those of the claims that can fail on this side. */
function failuresOf({ blueprint }: Running, claims: readonly Claim[], nameAfter: NameAfter): Failure[] {
  const { classes } = analysisOf(blueprint.plan)
  const failures = new Map(
    classes.flatMap(failed =>
      failed.elements.length === 0
        ? []
        : failed.components.map((named): [string, Failure] => [nameAfter(named.name), { failed, named }]),
    ),
  )
  return claims.flatMap(({ component }) => failures.get(component.name) ?? [])
}
