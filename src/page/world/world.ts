import { compile, compiling, type Compilation, type CompileInput } from '../../compile.ts'
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

/**
 * The files that came with the page, sorted by path as a folder is read. Between the passes the page hears its reader.
 */
export async function opened(cargo: Cargo): Promise<World | Unloaded> {
  const sources = cargo.files.map(([path, text]) => ({ path, text }))
  const passes = compiling(inputOf(cargo, sources))
  for (;;) {
    const { done, value } = passes.next()
    if (done === true) return worldOf(cargo, sources, value)
    await new Promise(resolve => setTimeout(resolve))
  }
}

/**
 * Some of them edited: what was not is the same value, of which a compilation keeps what it has read. An edit does not
 * move a file.
 */
export function edited({ cargo, sources }: World, edits: ReadonlyMap<string, string>): World | Unloaded {
  const changed = sources.map(source => {
    const text = edits.get(source.path)
    return text === undefined ? source : { path: source.path, text }
  })
  return worldOf(cargo, changed, compile(inputOf(cargo, changed)))
}

function inputOf(cargo: Cargo, sources: readonly Source[]): CompileInput {
  return {
    sources,
    reading: cargo.reading,
    ledger: cargo.ledger,
    documents: new Map(cargo.documents),
    today: cargo.asOf,
    asOf: cargo.asOf,
    entropy,
    traces: 'none-wanted',
  }
}

function worldOf(cargo: Cargo, sources: readonly Source[], compilation: Compilation): World | Unloaded {
  const { network, plan } = compilation
  return network === undefined || plan === undefined
    ? { cargo, sources, compilation }
    : { cargo, sources, compilation, network, plan }
}

export function isLoaded(world: World | Unloaded): world is World {
  return 'plan' in world
}
