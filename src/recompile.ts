import { compile, type Compilation, type CompileInput } from './compile.ts'
import { placedIn } from './diagnostic/placed.ts'
import { sortDiagnostics } from './diagnostic/sort.ts'
import { saysTheSame } from './load/declare.ts'
import { memory } from './source/memory.ts'
import { staleRead } from './source/recorded.ts'
import type { Source } from './source/source.ts'

/** What a recompiler stands on: the texts that were compiled last, and what came of them. */
interface Standing {
  readonly input: CompileInput
  readonly compilation: Compilation
}

/**
 * The compiler for somebody who types: findings, ledger and plan are what `compile` makes of the same input. An edit
 * that says nothing new (a comment, an empty line, quotes) ends after its file was read: the last compilation stands,
 * and only its findings move to where their words now stand. Any other is linked, planned and looked at as far as
 * something is another value. Places in the network and the plan may be of the text before. Whoever gives the same
 * `Source` for a file that did not change has it read once.
 */
export function recompiler(isSame = saysTheSame, emptied = memory): (input: CompileInput) => Compilation {
  let standing: Standing | undefined
  let kept = emptied()
  const compiled = (input: CompileInput): Compilation => {
    try {
      return compile(input, kept)
    } catch (error) {
      if (!(error instanceof Error) || error.cause !== staleRead) throw error
      // Somebody holds on to an earlier network in a way that nobody foresaw: nothing of it is to be trusted.
      kept = emptied()
      return compile(input, kept)
    }
  }
  return input => {
    const before = new Map(standing?.input.sources.map(source => [source.path, source]))
    const sources = input.sources.map(source => standingFor(source, before.get(source.path), isSame))
    const settled = { ...input, sources }
    if (standing === undefined || !isSameInput(standing.input, settled))
      standing = { input: settled, compilation: compiled(settled) }
    return placedAnew(standing.compilation, input, sources)
  }
}

function standingFor(source: Source, before: Source | undefined, isSame: typeof saysTheSame): Source {
  return before !== undefined && (before === source || isSame(before, source)) ? before : source
}

/** Chance counts once in a network's life, and traces belong to their ledger: neither makes another compilation. */
function isSameInput(a: CompileInput, b: CompileInput): boolean {
  return (
    a.ledger === b.ledger &&
    a.today === b.today &&
    a.asOf === b.asOf &&
    a.application === b.application &&
    (a.traces === 'none-wanted') === (b.traces === 'none-wanted') &&
    isSameList(a.sources, b.sources) &&
    isSameList(a.reading ?? [], b.reading ?? []) &&
    isSameMap(a.documents, b.documents)
  )
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

function isSameMap(a: CompileInput['documents'], b: CompileInput['documents']): boolean {
  if (a === b || a === undefined || b === undefined) return a === b
  return a.size === b.size && [...a].every(([path, digest]) => b.get(path) === digest)
}

/**
 * The same compilation with its findings in the texts as they are now. Its artifacts, which may say at which line
 * something stands, are made anew if asked for.
 */
function placedAnew(compilation: Compilation, input: CompileInput, then: readonly Source[]): Compilation {
  const moved = new Map(input.sources.flatMap((source, i) => (source === then[i] ? [] : [[then[i] ?? source, source]])))
  const placed = placedIn(moved)
  const { diagnostics, waived, network, plan, asOf, ledger } = compilation
  const anew = lazily(() => compile(input))
  return {
    diagnostics: moved.size === 0 ? diagnostics : sortDiagnostics(diagnostics.map(placed)),
    waived: waived.map(placed),
    network,
    plan,
    asOf,
    ledger,
    artifacts: {
      *[Symbol.iterator]() {
        yield* anew().artifacts
      },
    },
    get page() {
      return anew().page
    },
    drafts: routers => anew().drafts(routers),
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
