import { compile, platforms } from '../../compile.ts'
import { load } from '../../load/load.ts'
import type { allocation } from '../../plan/allocate.ts'
import { parseLedger, ledgerText } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import type { Artifact } from '../../render/artifact.ts'
import { renderers } from '../../platforms/index.ts'
import { routerArtifacts } from '../../render/routers.ts'
import type { Source } from '../../source/source.ts'

/** What a build left behind, as far as neighbours care. */
export interface Built {
  /** One line for each error. */
  readonly errors: readonly string[]
  readonly ledger: string
  /** All rendered text of each router, by id. */
  readonly routers: ReadonlyMap<string, string>
}

export type Build = (sources: readonly Source[], ledger: string, today?: string) => Built

export const entropy = new Uint8Array(8).fill(7)
const someDay = '2026-06-02'

/** The real compiler, whole. */
export const realBuild: Build = (sources, ledger, today = someDay) => {
  const { diagnostics, artifacts, ledger: after } = compile({ sources, ledger, today, entropy })
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message.en}`)
  return { errors, ledger: after, routers: textsOfRouters(artifacts) }
}

/** The same passes around another allocator, without the rules. */
export function buildWith(allocate: typeof allocation): Build {
  return (sources, ledger, today = someDay) => {
    const { value: network, diagnostics } = load(sources, platforms)
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message }) => `${code} ${message.en}`)
    if (network === undefined) return { errors, ledger, routers: new Map() }
    const plan = makePlan({ network, ledger: parseLedger(ledger).value, asOf: today, entropy }, allocate)
    return {
      errors: [...errors, ...plan.conflicts.map(({ kind, key }) => `${kind} ${key}`)],
      ledger: ledgerText(plan.ledger),
      routers: textsOfRouters(routerArtifacts(plan, renderers)),
    }
  }
}

/** Configurations come first; what follows them is not made. */
function textsOfRouters(artifacts: Iterable<Artifact>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { path, content } of artifacts) {
    const [folder, router = ''] = path.split('/')
    if (folder !== 'routers') break
    texts.set(router, `${texts.get(router) ?? ''}== ${path}\n${content() as string}`)
  }
  return texts
}
