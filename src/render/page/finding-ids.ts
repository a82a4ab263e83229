import { hash } from 'node:crypto'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { placeKey } from '../../source/source.ts'

/**
 * An address for each finding that stays while it says the same of the same thing; of equal ones the later are counted.
 */
export function findingIds(diagnostics: readonly Diagnostic[]): readonly string[] {
  const taken = new Map<string, number>()
  return diagnostics.map(({ code, at, message }) => {
    const name = `${code}-${hash('sha1', `${placeKey(at)} ${message.en}`).slice(0, 8)}`
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  })
}
