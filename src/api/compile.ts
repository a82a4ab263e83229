import { randomBytes } from 'node:crypto'
import { relative, resolve, sep } from 'node:path'
import { compile as compiled } from '../compile.ts'
import { hasErrors, type Language } from '../diagnostic/diagnostic.ts'
import { pretty } from '../diagnostic/pretty.ts'
import { count, spotOf } from '../diagnostic/spot.ts'
import { places } from '../load/kinds.ts'
import { readInventory as read } from '../source/read.ts'
import { decidedCircuit, decidedRoute, decidedSite } from './decided.ts'
import type { DecidedCircuit, DecidedRoute, DecidedSite } from './decisions.ts'
import { declared } from './declared.ts'
import { placed, seenFrom } from './findings.ts'
import type { FibreRoute, LeasedCircuit, Site, Thing } from './things.ts'

/** Files of an inventory, as `readInventory` reads them, or made by the program itself. */
export interface InventoryFiles {
  /** The folder that findings name files in. */
  readonly folder: string
  /** Paths inside the folder, with forward slashes. */
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** Text of `allocations.lock.yaml`; empty where there is none yet. */
  readonly ledger: string
}

/** What is compiled. The same things, files, ledger and date give the same bytes. */
export interface CompileOptions {
  readonly inventory: InventoryFiles
  /** What the program declares beside the files. */
  readonly things?: readonly Thing[]
  /** `YYYY-MM-DD`; else `as_of` of the network, else `today`. */
  readonly asOf?: string
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * What is wrong, and where: a line of a file, or of the program. Lines and columns count from 1, the end is exclusive.
 */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: { readonly id: string; readonly en: string }
  readonly help?: { readonly id: string; readonly en: string }
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** One file of the output; it is made when it is asked for. */
export interface OutputFile {
  readonly path: string
  readonly content: () => Promise<string | Uint8Array>
}

export interface Compiled {
  readonly findings: readonly Finding[]
  readonly errors: number
  readonly warnings: number
  /** All findings for people, each with its line; empty where there are none. */
  readonly report: (language: Language) => string
  /** What was decided; undefined where the thing could not be loaded. */
  readonly of: {
    (site: Site): DecidedSite | undefined
    (route: FibreRoute): DecidedRoute | undefined
    (circuit: LeasedCircuit): DecidedCircuit | undefined
  }
  /**
   * What the things say as files of the inventory. Laid below its folder they show `serat build`, `secrets` and CI the
   * whole network.
   */
  readonly files: readonly { readonly path: string; readonly text: string }[]
  /** Text of the ledger afterwards; unchanged where there are errors. Whoever hands numbers out writes it back. */
  readonly ledger: string
  /** Everything that is written for this network; nothing where there are errors. */
  readonly outputs: Iterable<OutputFile>
}

/** The inventory of a folder. Throws where there is no such folder. */
export function readInventory(folder: string): InventoryFiles {
  const { sources, ledger } = read(folder, places)
  return { folder, files: sources, ledger }
}

/**
 * Files and declared things in, findings, numbers and outputs out. It writes nothing.
 *
 * @example
 * const result = compile({ inventory: readInventory('sites'), things: [dishub, ring], today: '2026-06-01' })
 * if (result.errors > 0) console.error(result.report('en'))
 * else console.log(result.of(dishub)?.loopback)
 */
export function compile({ inventory, things = [], asOf, today }: CompileOptions): Compiled {
  const { sources, own, inProgram } = declared(inventory.files, things)
  const { diagnostics, plan, ledger, artifacts } = compiled({
    sources,
    ledger: inventory.ledger,
    today,
    entropy: randomBytes(16),
    ...(asOf === undefined ? {} : { asOf }),
  })
  const found = placed(diagnostics, seenFrom(inventory.folder, inProgram, shortPath))
  const { errors, warnings } = count(found)
  return {
    findings: found.map(({ code, severity, message, help, at }) => ({
      code,
      severity,
      message,
      ...(help === undefined ? {} : { help }),
      ...spotOf(at, ''),
    })),
    errors,
    warnings,
    report: language => pretty({ diagnostics: found, language, base: '' }),
    of: decidedBy(plan),
    files: own,
    ledger,
    outputs: hasErrors(found) ? [] : outputsOf(artifacts),
  }
}

function decidedBy(plan: ReturnType<typeof compiled>['plan']): Compiled['of'] {
  function of(site: Site): DecidedSite | undefined
  function of(route: FibreRoute): DecidedRoute | undefined
  function of(circuit: LeasedCircuit): DecidedCircuit | undefined
  function of({ kind, id }: Thing): DecidedSite | DecidedRoute | DecidedCircuit | undefined {
    if (plan === undefined) return undefined
    if (kind === 'site') return decidedSite(plan, id)
    return kind === 'route' ? decidedRoute(plan, id) : decidedCircuit(plan, id)
  }
  return of
}

function* outputsOf(artifacts: ReturnType<typeof compiled>['artifacts']): Generator<OutputFile> {
  for (const { path, content } of artifacts) yield { path, content: async () => content() }
}

/** As seen from the working directory, with forward slashes. */
function shortPath(path: string): string {
  const from = relative(process.cwd(), resolve(path))
  return (from.startsWith('..') ? resolve(path) : from).replaceAll(sep, '/')
}
