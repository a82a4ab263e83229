import { parseDocument } from 'yaml'
import { load } from '../load/load.ts'
import { parseLedger } from '../plan/ledger.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Plan } from '../plan/plan.ts'
import { renderers } from '../platforms/index.ts'
import type { Source } from '../source/source.ts'
import { asLinux } from './boot/as-linux.ts'

export interface LabInventory {
  readonly sources: readonly Source[]
  readonly ledger: string
}

interface LabPlan {
  readonly plan: Plan
  /** Kinds of segment that the inventory keeps off and that the lab switches on, to prove that guests stay out. */
  readonly switchedOn: readonly string[]
}

/**
 * The plan of the lab: every router speaks as Linux does, and guest segments are on. Undefined where the network cannot
 * be loaded.
 */
export function labPlan({ sources, ledger }: LabInventory, today: string): LabPlan | undefined {
  const { sources: own, switchedOn } = withGuests(sources)
  const platforms = asLinux(new Map(renderers.map(({ platform }) => [platform.id, platform])))
  const network = load(own, platforms).value
  if (network === undefined) return undefined
  // Whatever is not in the ledger yet is decided here for the lab alone; the same bytes give the same numbers in `up`
  // and in `verify`.
  const plan = makePlan({
    network,
    ledger: parseLedger(ledger).value,
    asOf: network.declared.asOf ?? today,
    entropy: new Uint8Array(16).fill(7),
  })
  return { plan, switchedOn }
}

interface Guests {
  readonly sources: readonly Source[]
  readonly switchedOn: readonly string[]
}

/** The sources with every kind of guest segment active: its `status` is taken out of `network.yaml`. */
function withGuests(sources: readonly Source[]): Guests {
  const file = sources.find(({ path }) => path === 'network.yaml' || path.endsWith('/network.yaml'))
  if (file === undefined) return { sources, switchedOn: [] }
  const document = parseDocument(file.text)
  // What is wrong with it is said by whoever loads it.
  if (document.errors.length > 0) return { sources, switchedOn: [] }
  const { zones = {}, segments = {} } = (document.toJS() ?? {}) as NetworkText
  const switchedOn = Object.entries(segments)
    .filter(
      ([, { zone, status }]) => status !== undefined && status !== 'active' && zones[zone ?? '']?.kind === 'guest',
    )
    .map(([id]) => id)
  if (switchedOn.length === 0) return { sources, switchedOn }
  for (const id of switchedOn) document.deleteIn(['segments', id, 'status'])
  const changed = { ...file, text: document.toString({ lineWidth: 0 }) }
  return { sources: sources.map(source => (source === file ? changed : source)), switchedOn }
}

interface NetworkText {
  readonly zones?: Readonly<Record<string, { readonly kind?: string }>>
  readonly segments?: Readonly<Record<string, { readonly zone?: string; readonly status?: string }>>
}
