import { nMinusOne } from '../../analysis/failures/n-minus.ts'
import type { ComponentClass } from '../../analysis/graph/classes.ts'
import { isOut } from '../../analysis/graph/state.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Router } from '../../model/network.ts'
import { intentOf } from '../../intent/build.ts'
import { nocWayOf, type NocWay } from '../../platforms/changing/noc-way.ts'
import type { Plan } from '../../plan/plan.ts'
import { makers } from '../../platforms/changing/makers.ts'
import type { ChangeScript, RouterSides } from '../../platforms/changing/change-script.ts'
import { platformIds, type Folder, type PlatformId } from '../../platforms/reading/folder.ts'
import { readers } from '../../platforms/reading/readers.ts'
import { heldText } from '../../platforms/text/unresolved.ts'
import { mostSites } from '../../render/resilience/resilience.ts'
import { accessOf, type Access } from './access.ts'
import { cableMoves, type CableMove } from './cables.ts'
import { othersVlans, type OthersVlan } from './others.ts'
import { stoppedScript } from './stopped.ts'
import type { Change } from '../change.ts'
import { renamesOf, type NameAfter } from '../renames.ts'
import type { RouterChange, RouterFiles, Sides, State } from '../parts.ts'
import type { Step as Foretold } from '../order/order.ts'

/** How a change reaches live routers, one after the other. */
export interface Rollout {
  readonly steps: readonly Step[]
  /** Routers of which nothing is left. */
  readonly gone: readonly string[]
  /** `unknown`: the network is too large to foretell each step, and routers come by their names. */
  readonly order: 'least' | 'good' | 'unknown'
}

export type Step = Scripted | Whole

export interface Scripted {
  readonly what: 'script'
  readonly router: string
  readonly platform: string
  readonly script: ChangeScript
  readonly undo: ChangeScript
  readonly cables: readonly CableMove[]
  readonly others: readonly OthersVlan[]
  readonly access: Access
  readonly expects: Expected
  readonly foretold: Foretold | undefined
}

/** It is loaded whole: it is new, or cannot be changed command by command. */
export interface Whole {
  readonly what: 'whole'
  readonly router: string
  readonly platform: string
  readonly why: Bilingual
  readonly files: Folder
  /** The full files of what it runs now, on a device that stays: the way back. */
  readonly former: Folder | undefined
  /** Sites that have no service while it is not there; undefined where the network is too large to ask. */
  readonly without: readonly string[] | undefined
  readonly expects: Expected
  readonly foretold: Foretold | undefined
}

/** What a router has once it stands. */
interface Expected {
  readonly ospfNeighbours: number
  readonly bgpSessions: number
}

/** Scripts and their undo for every router that changes, in the order that loses least. */
export function rolloutOf({ routers, order, things }: Change, states: Sides<State>): Rollout {
  const nameAfter = renamesOf(things)
  const foretold = new Map(order?.steps.map((step, i) => [step.router, { step, i }]))
  const turn = ({ router }: RouterChange): number => foretold.get(router)?.i ?? 0
  const present = routers.filter(({ what }) => what !== 'removed').toSorted((a, b) => turn(a) - turn(b))
  return {
    steps: present.flatMap(change => stepOf(change, { ...states, nameAfter }, foretold.get(change.router)?.step)),
    gone: routers.filter(({ what }) => what === 'removed').map(({ router }) => router),
    order: order === undefined ? 'unknown' : order.isLeast ? 'least' : 'good',
  }
}

/** Both states, and what things of the old one are called in the new one. */
interface Renamed extends Sides<State> {
  readonly nameAfter: NameAfter
}

function stepOf(change: RouterChange, states: Renamed, foretold: Foretold | undefined): Step[] {
  const { router } = change
  const now = routerIn(states.after, router)
  const id = platformIds.find(each => each === now?.platform.id)
  if (now === undefined || id === undefined) return []
  const files = { before: folderOf(change.before), after: folderOf(change.after) }
  const common = { router, platform: now.platform.name, expects: expectedOf(id, files.after), foretold }
  const old = routerIn(states.before, change.formerId ?? router)
  const whole = (why: Bilingual): Step[] => [
    {
      ...{ what: 'whole', ...common, why, files: builtFiles(change.after) },
      former: old?.model === now.model ? builtFiles(change.before) : undefined,
      without: old === undefined ? [] : sitesWithout(states.before, old.id),
    },
  ]
  const reason = wholeReason(change, now, old)
  if (reason !== undefined) return whole(reason)
  const make = makers[id]
  const ways = { before: wayIn(states.before, change.formerId ?? router), after: wayIn(states.after, router) }
  const sides: RouterSides = { router, model: now.model, ...files, ways }
  const back = { before: files.after, after: files.before, ways: { before: ways.after, after: ways.before } }
  const [script, undo] = [make(sides), make({ ...sides, ...back })]
  if ('refused' in script) return whole(script.refused)
  if ('refused' in undo) return whole(undo.refused)
  const plans = plansOf(states)
  const names = { before: change.formerId ?? router, after: router }
  const networks = plans && { before: plans.before.network, after: plans.after.network }
  const cables = networks ? cableMoves(networks, names, states.nameAfter) : []
  const others = plans ? othersVlans(plans, names, states.nameAfter) : []
  const isBesideNoc = plans?.after.network.hub.router.id === router
  const access: Access = isBesideNoc ? { before: 'noc', after: 'noc' } : accessOf(id, sides, foretold)
  const scripts = { script: stoppedScript(id, script), undo: stoppedScript(id, undo) }
  return [{ what: 'script', ...common, ...scripts, cables, others, access }]
}

function plansOf({ before, after }: Sides<State>): Sides<Plan> | undefined {
  return before.plan && after.plan && { before: before.plan, after: after.plan }
}

function routerIn({ plan }: State, id: string): Router | undefined {
  return plan?.routers.get(id)?.router
}

function wayIn({ plan }: State, id: string): NocWay {
  const own = plan?.routers.get(id)
  return plan === undefined || own === undefined ? { calls: [], interfaces: [] } : nocWayOf(intentOf(plan, own))
}

function wholeReason({ what }: RouterChange, now: Router, former: Router | undefined): Bilingual | undefined {
  if (what === 'added' || former === undefined) return { id: 'router baru', en: 'a new router' }
  if (former.model !== now.model) return { id: 'perangkat lain', en: 'another device' }
  if (former.dialect.id !== now.dialect.id)
    return {
      id: 'versi dengan kata lain: pasang versi itu dahulu',
      en: 'a version with other words: install that version first',
    }
  return undefined
}

/** Of what runs today: whoever loses service while a router is loaded whole. */
function sitesWithout({ plan }: State, router: string): readonly string[] | undefined {
  if (plan === undefined || plan.network.sites.size > mostSites) return undefined
  const isIt = ({ components }: ComponentClass): boolean => components.some(({ name }) => name === `router:${router}`)
  const outcome = nMinusOne(plan).find(({ failed }) => failed.some(isIt))
  return (outcome?.changes ?? []).flatMap(({ site, after }) => (isOut(after.state) ? [site.site.id] : []))
}

function folderOf(files: RouterFiles): Folder {
  return new Map([...files].map(([name, artifact]) => [name, heldText(artifact.lines?.() ?? [])]))
}

/** As `serat build` writes them. */
function builtFiles(files: RouterFiles): Folder {
  return new Map(
    [...files].map(([name, artifact]) => {
      const content = artifact.content()
      return [name, typeof content === 'string' ? content : '']
    }),
  )
}

function expectedOf(id: PlatformId, folder: Folder): Expected {
  const facts = [...readers[id](folder).facts]
  const count = (pattern: RegExp): number => facts.filter(fact => pattern.test(fact)).length
  return { ospfNeighbours: count(/^ospf2 \S+ ptp /), bgpSessions: count(/^bgp \S+ as=\S+ own-as=/) }
}
