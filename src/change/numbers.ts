import type { Ledger } from '../plan/ledger.ts'
import { byText } from '../text/order.ts'
import type { NumberChange, Sides } from './parts.ts'

/**
 * What the ledger gives, keeps and takes back. A value that goes from a key that ends to one that begins is carried by
 * a rename.
 */
export function compareNumbers({ before, after }: Sides<Ledger>): NumberChange[] {
  const freed = new Map(
    [...before.entries]
      .filter(([key]) => !after.entries.has(key))
      .map(([key, { value }]) => [`${spaceOf(key)} ${value}`, key]),
  )
  const carried = new Set<string>()
  const changes: NumberChange[] = []
  for (const [key, { value, retired }] of after.entries) {
    const old = before.entries.get(key)
    if (old === undefined) {
      const formerKey = freed.get(`${spaceOf(key)} ${value}`)
      if (formerKey !== undefined) carried.add(formerKey)
      if (formerKey !== undefined) changes.push({ key, what: 'carried', formerKey, before: value, after: value })
      else if (retired === undefined) changes.push({ key, what: 'taken', after: value })
    } else if (old.value !== value) changes.push({ key, what: 'moved', before: old.value, after: value })
    else if (old.retired === undefined && retired !== undefined)
      changes.push({ key, what: 'retired', before: value, after: value })
    else if (old.retired !== undefined && retired === undefined)
      changes.push({ key, what: 'revived', before: value, after: value })
  }
  for (const [key, { value }] of before.entries)
    if (!after.entries.has(key) && !carried.has(key)) changes.push({ key, what: 'given-back', before: value })
  return changes.sort(byText(({ key }) => key))
}

/** Kind and purpose of a key, without its owner. */
function spaceOf(key: string): string {
  const steps = key.split('/')
  return `${steps[0]} ${steps.at(-1)}`
}
