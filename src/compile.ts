import { hasErrors, type Diagnostic } from './diagnostic/diagnostic.ts'
import { capped } from './diagnostic/cap.ts'
import { placedIn } from './diagnostic/placed.ts'
import { sortDiagnostics } from './diagnostic/sort.ts'
import { load } from './load/load.ts'
import type { Network } from './model/network.ts'
import { version } from './model/version.ts'
import { finishedRenames } from './plan/former-names.ts'
import { ledgerText, parseLedger, type Ledger } from './plan/ledger.ts'
import { lostAllocations, type Trace } from './plan/lost-allocations.ts'
import { makePlan } from './plan/make-plan.ts'
import { pastOf } from './plan/past.ts'
import type { Plan } from './plan/plan.ts'
import type { Artifact } from './render/artifact.ts'
import { documents } from './render/documents.ts'
import type { Application } from './render/page/application.ts'
import { page } from './render/page/page.ts'
import { renderers } from './platforms/index.ts'
import { hashesAmong } from './render/manifest.ts'
import { routerArtifacts } from './render/routers.ts'
import type { Subject } from './rules/define.ts'
import { runRules } from './rules/run.ts'
import { applyWaivers } from './rules/waivers.ts'
import { noMemory, type Memory } from './source/memory.ts'
import { viewed, type World } from './source/recorded.ts'
import { ledgerName } from './source/ledger-name.ts'
import type { Source } from './source/source.ts'

export interface CompileInput {
  readonly sources: readonly Source[]
  /** What was wrong with files that could not be read at all. */
  readonly reading?: readonly Diagnostic[]
  /** Text of `allocations.lock.yaml`; empty where there is none yet. */
  readonly ledger: string
  /** The date asked for by `--as-of`; else `as_of` of the network counts, else `today`. */
  readonly asOf?: string
  readonly today: string
  /** SHA-256 of the files in `documents/`, by path below it; absent where nobody has read them. */
  readonly documents?: ReadonlyMap<string, string>
  /** At least 5 random bytes, used once in a network's life: for its ULA /48 (RFC 4193). */
  readonly entropy: Uint8Array
  /** The application of the page, with what it carries; without it the page is tables alone. */
  readonly application?: (state: Found) => Application
  /**
   * Earlier ledgers of this network; looked for where the ledger would change. `none-wanted` begins anew on purpose.
   */
  readonly traces?: ((network: Network) => readonly Trace[]) | 'none-wanted'
}

/** What the page is told of the compilation that it is made of. */
interface Found extends Pick<Compilation, 'diagnostics' | 'waived' | 'asOf' | 'ledger'> {
  readonly network: Network
}

export interface Compilation {
  /** Sorted by place. Waived warnings are not among them. */
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  /** Undefined where the network file itself could not be loaded. */
  readonly network: Network | undefined
  readonly plan: Plan | undefined
  readonly asOf: string
  /** Text of the ledger after this compilation; unchanged where there are errors. */
  readonly ledger: string
  /** Made one at a time as they are asked for, in order of path within each part; none where there are errors. */
  readonly artifacts: Iterable<Artifact>
  /**
   * The last of them, which vouches for all others: with an application it carries all that they are made of, and the
   * compiler.
   */
  readonly page: Artifact | undefined
  /** Configurations of these routers as far as they can be written down, errors or not: to compare, never to load. */
  readonly drafts: (routers: Iterable<string>) => Iterable<Artifact>
}

/** The platforms that this compiler knows, by id. */
export const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))

/**
 * Files in, findings and artifacts out: the passes, top to bottom. No disk, clock or network inside. With what is
 * `kept` of an earlier run, findings stand where they are now, while places in the network and the plan may be those of
 * the earlier text: artifacts are then another run's.
 */
export function compile(input: CompileInput, kept = noMemory): Compilation {
  const passes = compiling(input, kept)
  for (;;) {
    const { done, value } = passes.next()
    if (done === true) return value
  }
}

/** The same with a halt between long passes, for who must look after something else meanwhile. */
export function* compiling(input: CompileInput, kept = noMemory): Generator<void, Compilation, void> {
  const recorded = parseLedger(input.ledger)
  const loaded = load(input.sources, platforms, input.reading, { ...input, past: pastOf(recorded.value), kept })
  const placed = placedIn(loaded.moved)
  const asOf = loaded.value?.day ?? input.asOf ?? input.today
  const isNewer = loaded.diagnostics.some(({ code }) => code === 'LOD029')
  const early = [...(isNewer ? [] : recorded.diagnostics), ...loaded.diagnostics]
  const network = loaded.value
  if (network === undefined)
    return {
      diagnostics: capped(sortDiagnostics(early.map(placed))),
      waived: [],
      network,
      plan: undefined,
      asOf,
      ledger: input.ledger,
      artifacts: [],
      page: undefined,
      drafts: () => [],
    }

  yield
  const seen = seenBy(kept, network)
  const made = makePlan({ network: seen.network, ledger: recorded.value, asOf, entropy: input.entropy, kept })
  const plan = { ...made, network }
  yield
  const remarks = runRules(seen.subject(made))
  const lost = hasErrors(recorded.diagnostics) ? [] : lossesOf(input, recorded.value, plan)
  const review = applyWaivers(
    network,
    [...early, ...lost, ...finishedRenames(network, recorded.value), ...remarks],
    asOf,
  )
  const diagnostics = capped(sortDiagnostics([...review.kept, ...review.findings].map(placed)))
  const waived = review.waived.map(placed)
  const drafts: Compilation['drafts'] = routers => routerArtifacts(plan, renderers, routers)
  if (hasErrors(diagnostics))
    return { diagnostics, waived, network, plan, asOf, ledger: input.ledger, artifacts: [], page: undefined, drafts }

  const ledger = writtenNow(input.ledger, plan.ledger)
  const hashOf = hashesAmong([...input.sources, { path: ledgerName, text: ledger }])
  const last = page(
    { network, plan, diagnostics, waived, asOf },
    input.application?.({ network, diagnostics, waived, asOf, ledger }),
  )
  const artifacts: Iterable<Artifact> = {
    *[Symbol.iterator]() {
      yield* routerArtifacts(plan, renderers)
      yield* documents(network, plan, hashOf)
      yield last
    },
  }
  return { diagnostics, waived, network, plan, asOf, ledger, artifacts, page: last, drafts }
}

/** What rules look at: with a memory, views that note what is read of them. */
function seenBy(
  { results }: Memory,
  network: Network,
): { readonly network: Network; readonly subject: (plan: Plan) => Subject } {
  if (results === undefined) return { network, subject: plan => ({ network, plan }) }
  const world: World = { parts: new Map(), views: new Map(), results }
  const seen = viewed(world, 'network', network, { index: viewed(world, 'index', network.index) })
  return {
    network: seen,
    subject: plan => ({ network: seen, plan: viewed(world, 'plan', plan, { network: seen }) }),
  }
}

/** What changes a ledger says so; one in which nothing changes stays as it is. */
function writtenNow(before: string, ledger: Ledger): string {
  const text = ledgerText(ledger)
  return text === before || ledger.writtenBy === undefined ? text : ledgerText({ ...ledger, writtenBy: version })
}

/** A run that hands out nothing new pays nothing for this question. */
function lossesOf({ traces = () => [], ledger }: CompileInput, before: Ledger, plan: Plan): readonly Diagnostic[] {
  if (traces === 'none-wanted' || ledgerText(plan.ledger) === ledger) return []
  return lostAllocations({ network: plan.network, before, after: plan.ledger, traces: traces(plan.network) })
}
