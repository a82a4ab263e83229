import { compile, type Compilation } from '../../compile.ts'
import type { Language } from '../../diagnostic/diagnostic.ts'
import type { Sides } from '../../change/parts.ts'
import type { Inventory } from '../../source/read.ts'
import { compileInventory, type Compiled } from '../inventory.ts'
import { dayFault } from '../shell/day-fault.ts'
import { isRefusal, refuse, type Refusal } from '../shell/refusal.ts'
import type { Shell } from '../shell/shell.ts'
import { readBase, type Base } from './base.ts'

/** Nothing is kept of what is compared: a network without a ledger has the same numbers on both sides. */
const entropy = new Uint8Array(16)

interface Asked {
  readonly inventory: string | undefined
  readonly 'as-of': string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Two compilations, and what their sides are called. */
export interface Compared {
  readonly before: Compilation
  readonly after: Compilation
  readonly compiled: Compiled
  readonly inventories: Sides<Inventory>
  readonly names: Sides<string>
  readonly movedFrom?: string
}

/** A revision or a folder beside the working tree; with dates, one inventory on both. */
export function sidesOf(shell: Shell, given: Asked, word: string | undefined): Compared | Refusal {
  return given.from === undefined && given.to === undefined ? revisions(shell, given, word) : dates(shell, given, word)
}

function revisions(shell: Shell, given: Asked, word: string | undefined): Compared | Refusal {
  const after = compileInventory(shell, { ...given, entropy })
  if (isRefusal(after)) return after
  const base = readBase(shell, after, word)
  if (isRefusal(base)) return base
  const { asOf } = after.compilation
  return {
    before: compileOn(shared(base.inventory, after.inventory), asOf),
    after: after.compilation,
    compiled: after,
    inventories: { before: base.inventory, after: after.inventory },
    names: { before: base.name, after: namedNow(after) },
    ...movedOf(base),
  }
}

function movedOf({ movedFrom }: Base): { readonly movedFrom?: string } {
  return movedFrom === undefined ? {} : { movedFrom }
}

function namedNow({ base }: Compiled): string {
  return base === '' ? '.' : base
}

/** What the calendar changes: findings, payments, and what terms that begin or end change of a configuration. */
function dates(shell: Shell, given: Asked, word: string | undefined): Compared | Refusal {
  const [from, to] = [given.from ?? shell.today, given.to ?? shell.today]
  const fault = dayFault('--from', from) ?? dayFault('--to', to)
  if (fault !== undefined) return fault
  if (word !== undefined)
    return refuse(
      '--from dan --to membandingkan satu inventaris: tanpa BASE',
      '--from and --to compare one inventory: without BASE',
    )
  const after = compileInventory(shell, { ...given, 'as-of': to, entropy })
  if (isRefusal(after)) return after
  return {
    before: compileOn(after.inventory, from),
    after: after.compilation,
    compiled: after,
    inventories: { before: after.inventory, after: after.inventory },
    names: { before: from, after: to },
  }
}

/** Files that are the same on both sides are one value, so that nobody compares what they declare. */
function shared(old: Inventory, now: Inventory): Inventory {
  const known = new Map(now.sources.map(source => [source.path, source]))
  return {
    ...old,
    sources: old.sources.map(source => {
      const same = known.get(source.path)
      return same?.text === source.text ? same : source
    }),
  }
}

function compileOn({ sources, diagnostics, ledger }: Inventory, asOf: string): Compilation {
  return compile({ sources, reading: diagnostics, ledger, today: asOf, asOf, entropy })
}

export function subjectOf(
  { before, after }: Sides<string>,
  movedFrom: string | undefined,
): Readonly<Record<Language, string>> {
  return {
    id: `${before} → ${after}${movedFrom === undefined ? '' : ` (inventaris dahulu di ${movedFrom || '.'})`}`,
    en: `${before} → ${after}${movedFrom === undefined ? '' : ` (the inventory was in ${movedFrom || '.'})`}`,
  }
}
