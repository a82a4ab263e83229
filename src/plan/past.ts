import type { Past } from '../load/past.ts'
import type { Kind } from '../model/kind.ts'
import { remembered } from '../source/remembered.ts'
import type { Ledger } from './ledger.ts'

/** Whose allocations the ledger's kinds are; the name of the first owner stands behind the kind. */
const owners: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['router', ['site', 'router']],
  ['segment', ['site']],
  ['link', ['route']],
  ['tunnel', ['circuit']],
  ['transfer', ['circuit']],
])

/**
 * Everything that the ledger has ever given something to. A thing is gone since the last of its allocations was found
 * unused.
 */
export const pastOf = remembered(({ entries }: Ledger): Past => {
  const past = new Map<Kind, Map<string, string | undefined>>()
  for (const [key, { retired }] of entries) {
    const [kind = '', id = ''] = key.split('/')
    for (const owner of owners.get(kind) ?? []) {
      const lived = past.get(owner) ?? new Map<string, string | undefined>()
      past.set(owner, lived)
      const known = lived.get(id)
      lived.set(id, lived.has(id) && (known === undefined || retired === undefined) ? undefined : later(known, retired))
    }
  }
  return past
})

function later(known: string | undefined, day: string | undefined): string | undefined {
  return known !== undefined && day !== undefined && known > day ? known : day
}
