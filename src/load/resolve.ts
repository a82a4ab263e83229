import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { inside, type Place } from '../source/source.ts'
import type { Kind } from '../model/kind.ts'
import { isMissing } from '../model/missing.ts'
import type { Item } from './item.ts'
import type { MissingSoFar } from './missing.ts'
import type { Memory } from '../source/memory.ts'
import { fateOf, type Fate, type Past } from './past.ts'
import { loadFault } from './fault.ts'
import { compareText } from '../text/order.ts'
import { nearest } from '../text/nearest.ts'
import { printable } from '../text/screen.ts'
import { nounOf, things } from '../words/things.ts'

/** What linking collects on its way: findings, and the names that are known to be missing. */
export interface Linking {
  readonly diagnostics: Diagnostic[]
  readonly missing: MissingSoFar
  /** What the ledger remembers of things that are gone. */
  readonly past: Past
  /** What was linked last time. */
  readonly kept: Memory
}

/**
 * A name to its thing. An unknown one is a finding, unless the thing was declared and left out: then that was the
 * finding.
 */
export function resolve<T>(
  linking: Linking,
  kind: Kind,
  table: ReadonlyMap<string, T>,
  id: string,
  at: Place,
): T | undefined {
  const found = table.get(id)
  if (found !== undefined) return found
  if (isMissing(linking.missing, kind, id)) return undefined
  const fate = fateOf(kind, id, table, linking.past)
  linking.diagnostics.push(
    fate === undefined ? unknownName(kind, id, [...table.keys()], at) : goneName(kind, id, fate, at),
  )
  return undefined
}

/** A name that something had once: another that is spelt alike would be the wrong thing. */
function goneName(kind: Kind, id: string, fate: Fate, at: Place): Diagnostic {
  const words = things[kind]
  const shown = printable(id)
  if (fate.kind === 'renamed')
    return loadFault(
      'LOD020',
      at,
      {
        id: `${words.id} \`${shown}\` sekarang bernama \`${fate.to}\``,
        en: `the ${words.en} \`${shown}\` is now named \`${fate.to}\``,
      },
      { id: `tulis \`${fate.to}\` di sini`, en: `write \`${fate.to}\` here` },
    )
  const since = fate.day === undefined ? { id: '', en: '' } : { id: ` pada ${fate.day}`, en: ` on ${fate.day}` }
  return loadFault(
    'LOD020',
    at,
    {
      id: `${words.id} \`${shown}\` sudah dihapus${since.id}`,
      en: `the ${words.en} \`${shown}\` was removed${since.en}`,
    },
    {
      id: 'pensiunkan atau hapus pula yang masih menyebutnya di sini; kalau hanya berganti nama, tulis `was:` pada nama barunya',
      en: 'retire or remove what still names it here as well; where it only has a new name, write `was:` beside that',
    },
  )
}

export function unknownName(kind: Kind, id: string, known: readonly string[], at: Place): Diagnostic {
  const { id: indonesian, en } = things[kind]
  const near = nearest(id, known)
  const shown = printable(id)
  return loadFault(
    'LOD020',
    at,
    { id: `${indonesian} \`${shown}\` tidak dikenal`, en: `unknown ${en} \`${shown}\`` },
    near === undefined
      ? {
          id:
            known.length === 0
              ? `belum ada ${indonesian} yang dinyatakan`
              : `periksa ejaannya; contoh yang ada: ${known.slice(0, 5).join(', ')}`,
          en:
            known.length === 0
              ? `no ${en} is declared yet`
              : `check the spelling; some that exist: ${known.slice(0, 5).join(', ')}`,
        }
      : { id: `mungkin maksudnya \`${near}\``, en: `did you mean \`${near}\`?` },
  )
}

/** Things by id, sorted by it. The second of two with one id is a finding that shows both, and the first counts. */
export function tableOf<T extends { readonly id: string; readonly origin: Place }>(
  linking: Linking,
  kind: Kind,
  key: string,
  things: readonly T[],
): Map<string, T> {
  const sorted = [...things].sort((a, b) => compareText(a.id, b.id) || comparePlaces(a.origin, b.origin))
  const table = new Map<string, T>()
  for (const thing of sorted) {
    const first = table.get(thing.id)
    if (first === undefined) table.set(thing.id, thing)
    else linking.diagnostics.push(twice(kind, thing.id, inside(thing.origin, key), inside(first.origin, key)))
  }
  return table
}

export function twice(kind: Kind, id: string, at: Place, first: Place): Diagnostic {
  const words = things[kind]
  return loadFault(
    'LOD021',
    at,
    { id: `${words.id} \`${printable(id)}\` sudah ada`, en: `the ${words.en} \`${printable(id)}\` exists already` },
    { id: 'beri salah satunya nama lain', en: 'give one of the two another name' },
    [{ at: first, message: { id: 'yang pertama di sini', en: 'the first one is here' } }],
  )
}

/** `was` may not name what is alive: its allocations cannot follow two things. */
export function checkFormerNames(
  linking: Linking,
  kind: Kind,
  things: Iterable<{
    readonly id: string
    readonly origin: Place
    readonly declared: { readonly was?: readonly string[] | undefined }
  }>,
  alive: ReadonlyMap<string, { readonly origin: Place }>,
): void {
  const heirs = new Map<string, Place>()
  for (const { declared, origin } of things) {
    for (const [i, former] of (declared.was ?? []).entries()) {
      const at = inside(origin, 'was', i)
      const other = alive.get(former)?.origin ?? heirs.get(former)
      heirs.set(former, at)
      if (other === undefined) continue
      const words = nounOf(kind)
      linking.diagnostics.push(
        loadFault(
          'LOD026',
          at,
          { id: `nama lama \`${former}\` masih dipakai`, en: `the earlier name \`${former}\` is still in use` },
          {
            id: `satu nama lama diwarisi satu ${words.id} saja, dan tidak boleh masih hidup`,
            en: `an earlier name has one heir and may not be alive itself`,
          },
          [{ at: other, message: { id: 'di sini', en: 'here' } }],
        ),
      )
    }
  }
}

function comparePlaces(a: Place, b: Place): number {
  const byFile = compareText(a.source.path, b.source.path)
  if (byFile !== 0) return byFile
  const i = a.path.findIndex((step, n) => step !== b.path[n])
  const left = a.path[i]
  const right = b.path[i]
  return typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right))
}

/** Items as they stand, for kinds that hold no names to resolve. */
export function plainThings<K extends string, T>(
  kind: K,
  items: readonly Item<T>[],
): { readonly kind: K; readonly id: string; readonly declared: T; readonly origin: Place }[] {
  return items.map(({ id, declared, origin }) => ({ kind, id, declared, origin }))
}
