import { compile, type Compilation } from '../../compile.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Cargo } from '../../render/page/cargo.ts'
import type { Source } from '../../source/source.ts'

/** An inventory as the page compiled it: the one that came with it, or one that somebody has edited. */
export interface World {
  readonly cargo: Cargo
  readonly sources: readonly Source[]
  readonly compilation: Compilation
  readonly network: Network
  readonly plan: Plan
}

/** A compilation whose network could not be loaded shows nothing but its findings. */
export type Unloaded = Pick<World, 'cargo' | 'sources' | 'compilation'>

/** No chance in a page: the ledger that it carries has every number already, and a try is thrown away. */
const entropy = new Uint8Array(16)

/** The files that came with the page, some of them edited. */
export function compiled(cargo: Cargo, edits: ReadonlyMap<string, string> = new Map()): World | Unloaded {
  const sources = sourcesOf(cargo, edits)
  const compilation = compile({
    sources,
    reading: cargo.reading,
    ledger: cargo.ledger,
    documents: new Map(cargo.documents),
    today: cargo.asOf,
    asOf: cargo.asOf,
    entropy,
    traces: 'none-wanted',
  })
  const { network, plan } = compilation
  return network === undefined || plan === undefined
    ? { cargo, sources, compilation }
    : { cargo, sources, compilation, network, plan }
}

/** Sorted by path as a folder is read: an edit does not move a file. */
function sourcesOf({ files }: Cargo, edits: ReadonlyMap<string, string>): Source[] {
  return files.map(([path, text]) => ({ path, text: edits.get(path) ?? text }))
}

export function isLoaded(world: World | Unloaded): world is World {
  return 'plan' in world
}
