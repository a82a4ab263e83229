import { platforms } from '../../compile.ts'
import { rotated, rotationSteps } from '../../edit/rotate.ts'
import { blueprintOf, type Blueprint } from '../../lab/boot/blueprint.ts'
import type { LabTimers } from '../../lab/boot/overlay.ts'
import { labPlan } from '../../lab/inventory.ts'
import { load } from '../../load/load.ts'
import type { Source } from '../../source/source.ts'
import { readSites } from '../reference-intents.ts'

const today = '2026-11-02'
/** The network's own of OSPF, and a BFD that takes a busy machine for no cut. */
const ownTimers: LabTimers = { hello: 10, dead: 40, missedBfd: 50 }
const { sources, ledger } = readSites()

/** The reference network as it stands, and after each step of `serat secrets rotate`; its neighbours wait as long as they do without a lab. */
export function rotationBlueprints(): readonly Blueprint[] {
  const states = [sources]
  for (const step of rotationSteps) {
    const last = states.at(-1) ?? sources
    const network = load(last, platforms).value
    if (network === undefined) throw new Error('the reference network does not load')
    const edited = rotated(last, network, { step, to: undefined })
    if (!('sources' in edited)) throw new Error(edited.map(({ en }) => en).join('; '))
    states.push([...edited.sources])
  }
  return states.map(blueprintFrom)
}

/** The same network with a key that nobody else has. */
export function strangeBlueprint(): Blueprint {
  const network = sources.map(source =>
    source.path === 'network.yaml'
      ? { ...source, text: source.text.replace('ospf_key: { secret: ospf/backbone', 'ospf_key: { secret: ospf/lain') }
      : source,
  )
  return blueprintFrom(network)
}

function blueprintFrom(files: readonly Source[]): Blueprint {
  return blueprintOf(planOf(files), ownTimers)
}

function planOf(files: readonly Source[]) {
  const planned = labPlan({ sources: files, ledger }, today)
  if (planned === undefined) throw new Error('the reference network does not load')
  return planned.plan
}

/** Routers that have fibre, each soon after its neighbours: what one key lets the two ends of a link differ in is short then. */
export function nearOnesTogether({ routers }: Blueprint): readonly string[] {
  const linksOf = new Map(routers.map(({ id, intent }) => [id, intent.fibre.map(link => link.id)]))
  const ordered: string[] = []
  for (const { id } of routers) {
    if (ordered.includes(id) || linksOf.get(id)?.length === 0) continue
    const waiting = [id]
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (ordered.includes(next)) continue
      ordered.push(next)
      const links = new Set(linksOf.get(next))
      waiting.push(...[...linksOf].flatMap(([other, own]) => (own.some(link => links.has(link)) ? [other] : [])))
    }
  }
  return ordered
}
