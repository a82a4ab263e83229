import type { Place, Source } from '../source/source.ts'
import { shared } from '../source/shared.ts'
import type { FileKindName } from './kinds.ts'
import type { Item } from './item.ts'

/** What a file declares. */
export interface Settled {
  /** The text that its places name: that of the first run, for all that come after it. */
  readonly handle: Source
  readonly things: ReadonlyMap<FileKindName, readonly Item<unknown>[]>
  /** Nothing of it was left out. */
  readonly isWhole: boolean
}

/**
 * What an edited file declares, on top of what it declared before: a thing that says what it said is the same value,
 * and so is each part of one that says something else. Its places keep naming the text of before, whose steps hold for
 * both; where a line is asked for, the new text is put in.
 */
export function settled(before: Settled | undefined, now: Settled): Settled {
  if (before === undefined) return now
  const { handle } = before
  const things = new Map(
    [...now.things].map(([kind, items]): [FileKindName, readonly Item<unknown>[]] => {
      const known = new Map((before.things.get(kind) ?? []).map(item => [placeOf(item), item]))
      const isWhole = before.isWhole && now.isWhole
      return [kind, items.map(item => settledItem(known.get(placeOf(item)), item, handle, isWhole))]
    }),
  )
  return { handle, things, isWhole: now.isWhole }
}

function placeOf({ id, origin }: Item<unknown>): string {
  return `${id} ${origin.path.join('/')}`
}

function settledItem<T>(before: Item<T> | undefined, now: Item<T>, handle: Source, isWhole: boolean): Item<T> {
  const declared = before === undefined ? now.declared : shared(before.declared, now.declared)
  if (isWhole && before !== undefined && declared === before.declared) return before
  const placed = (place: Place): Place => ({ ...place, source: handle })
  return {
    id: now.id,
    declared,
    origin: before?.origin ?? placed(now.origin),
    entry: (list, index) => placed(now.entry(list, index)),
  }
}
