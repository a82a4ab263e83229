import type { ThingChange } from './parts.ts'

/**
 * Whether all that is new of a thing is the new name of another: `provider penyedia-b → penyedia-baru`, where that
 * provider is renamed so.
 */
export function onlyFollows({ what, edits }: ThingChange, things: readonly ThingChange[]): boolean {
  if (what !== 'edited' || edits.length === 0) return false
  const names = new Map(things.flatMap(({ formerId, id }) => (formerId === undefined ? [] : [[formerId, id]])))
  return names.size > 0 && edits.every(({ before, after }) => sameBut(before, after, names))
}

function sameBut(before: unknown, after: unknown, names: ReadonlyMap<string, string>): boolean {
  if (typeof before === 'string') return after === before || after === names.get(before)
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((one, i) => sameBut(one, after[i], names))
  return false
}
