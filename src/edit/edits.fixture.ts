import { compile, type Compilation } from '../compile.ts'
import type { Source } from '../source/source.ts'

/** What edits are held against: an inventory, compiled as a build of its day would. */
export interface Ground {
  readonly sources: readonly Source[]
  readonly ledger: string
  readonly today: string
}

export function compiled({ sources, ledger, today }: Ground): Compilation {
  return compile({ sources, ledger, today, entropy: new Uint8Array(5) })
}

export function errorsOf(compilation: Compilation): string[] {
  return compilation.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code} ${message.en}`)
}

/** Numbers from a seed (mulberry32), so that a run that failed can be run again. */
export function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** How many random calls: few in every run of the tests, as many as `SERAT_CASES` says at length. */
export const cases = Number(process.env['SERAT_CASES'] ?? 24)

/** Values of a ledger, sorted: what numbers are out, whoever has them. */
export function numbersOf(ledger: string): string[] {
  return ledger
    .split('\n')
    .filter(line => line.includes('/'))
    .map(line => line.replace(/^\S+ /, ''))
    .sort()
}

/** Lines that one text has and the other lacks. */
export function linesOnlyIn(text: string, other: string): string[] {
  const known = new Set(other.split('\n'))
  return text.split('\n').filter(line => !known.has(line))
}
