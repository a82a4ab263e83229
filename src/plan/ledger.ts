import type { Checked } from '../diagnostic/diagnostic.ts'
import type { Place, Source } from '../source/source.ts'
import { version } from '../model/version.ts'
import { conflictMarker, heldTwice, tell, toldOf, tooNew, unreadable, type LineFaults } from './ledger-faults.ts'
import { latest, remembered } from '../source/remembered.ts'
import { compareText } from '../text/order.ts'

export const ledgerPath = 'allocations.lock.yaml'

/**
 * Everything that was ever handed out, by the identity of who has it: `kind/id/purpose`. Decisions only: what follows
 * from another entry is not stored. An entry that nobody asks for any more is retired, dated, and not given away until
 * a person releases it.
 */
export interface Ledger {
  readonly entries: ReadonlyMap<string, LedgerEntry>
  /**
   * Keys that a person gave back while they were in use: they get a new place with the next build, and that is no loss.
   */
  readonly released?: ReadonlySet<string>
  /** Version of the Serat that wrote it last; undefined in the first format, which does not say. */
  readonly writtenBy?: string | undefined
}

export interface LedgerEntry {
  readonly value: string
  /** Day on which it was found unused. */
  readonly retired?: string
}

export const emptyLedger: Ledger = { entries: new Map(), writtenBy: version }

/**
 * A ledger without entries in which the first keys of a new network are being made: a kill in between leaves this one,
 * and private halves in the store, and nothing was lost.
 */
export function begunLedger(): string {
  return `${begunLine}${ledgerText(emptyLedger)}`
}

export function isBegun(text: string): boolean {
  return text.startsWith(begunLine)
}

const begunLine = '# The first tunnel keys are being made: `serat keys`. It may be run again.\n'

/**
 * Of the first format, and of the one that says who wrote it. Both are read; a ledger keeps its own until `serat
 * upgrade`.
 */
const newestFormat = 2
const formats = [1, newestFormat]
/** In place of a value: given back, to be allocated anew. */
const releasedWord = 'released'
const title =
  '# Allocations, by identity. Written by serat, reviewed by people; see `serat release` and `serat repair`.\n'
const formatLine = /^format: (\d+)$/
const writerLine = /^serat: (\d+\.\d+\.\d+)$/
// A subset of YAML: one line a key, the value plain or with the day of its retirement.
const entryLine =
  /^([a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*){2,4}): (?:([A-Za-z0-9+/=][A-Za-z0-9.:/+=-]{0,79})|\{ value: ([A-Za-z0-9+/=][A-Za-z0-9.:/+=-]{0,79}), retired: (\d{4}-\d{2}-\d{2}) \})$/

/**
 * Reads a ledger in one pass over its lines. Every line that is not understood is a finding; an unreadable ledger is
 * never overwritten.
 */
export const parseLedger = latest(readLedger)

function readLedger(text: string): Checked<Ledger> {
  if (text === '') return { value: emptyLedger, diagnostics: [] }
  const source: Source = { path: ledgerPath, text }
  let writtenBy: string | undefined
  const entries = new Map<string, LedgerEntry>()
  const released = new Set<string>()
  const firsts = new Map<string, Place>()
  const faults: LineFaults = new Map()
  let offset = 0
  let conflict = false
  for (const line of text.split('\n')) {
    const at: Place = { source, path: [], offsets: [offset, offset + Math.max(line.length, 1)] }
    offset += line.length + 1
    const content = line.endsWith('\r') ? line.slice(0, -1) : line
    if (content === '' || content.startsWith('#') || isKnownFormat(content)) continue
    const writer = writerLine.exec(content)?.[1]
    if (writer !== undefined) {
      writtenBy = writer
      continue
    }
    if (/^(<{7}|={7}|>{7}|\|{7})/.test(content)) {
      if (!conflict) tell(faults, 'LOD031', () => conflictMarker(at))
      conflict = true
      continue
    }
    if (formatLine.test(content)) {
      tell(faults, 'LOD030', () => tooNew(at, content, newestFormat))
      break
    }
    const match = entryLine.exec(content)
    const key = match?.[1]
    const value = match?.[2] ?? match?.[3]
    if (key === undefined || value === undefined) tell(faults, 'LOD030', () => unreadable(at, content))
    else if (value === releasedWord) released.add(key)
    else if (entries.has(key) && !conflict) tell(faults, 'LOD032', () => heldTwice(at, key, firsts.get(key) ?? at))
    else if (!entries.has(key)) {
      firsts.set(key, at)
      entries.set(key, match?.[4] === undefined ? { value } : { value, retired: match[4] })
    }
  }
  for (const key of entries.keys()) released.delete(key)
  return { value: { entries, ...(released.size === 0 ? {} : { released }), writtenBy }, diagnostics: toldOf(faults) }
}

/** Whether a ledger has a format that this Serat does not know. */
export function isOfNewer(text: string): boolean {
  const written = /^format: (\d+)$/m.exec(text)?.[1]
  return written !== undefined && !isKnownFormat(`format: ${written}`)
}

function isKnownFormat(line: string): boolean {
  return formats.some(format => line === `format: ${format}`)
}

/** Sorted by key, so that two branches that add things rarely touch the same lines. */
export const ledgerText = remembered(({ entries, released = new Set(), writtenBy }: Ledger): string => {
  const lines = [...entries.keys(), ...released].sort(compareText).map(key => {
    const entry = entries.get(key)
    if (entry === undefined) return `${key}: ${releasedWord}\n`
    return entry.retired === undefined
      ? `${key}: ${entry.value}\n`
      : `${key}: { value: ${entry.value}, retired: ${entry.retired} }\n`
  })
  const head = writtenBy === undefined ? 'format: 1\n' : `format: ${newestFormat}\nserat: ${writtenBy}\n`
  return title + head + lines.join('')
})

export interface Released {
  readonly text: string
  readonly released: readonly string[]
  /** Asked for, and not there or not retired. */
  readonly refused: readonly { readonly key: string; readonly reason: 'unknown' | 'in-use' }[]
}

/**
 * Gives allocations back: retired ones, or, where `from` is `in-use`, also what somebody still has and gets anew with
 * the next build; that is marked in the ledger. A key that ends in `/` stands for all below it that may be released.
 */
export function releaseEntries(
  text: string,
  keys: readonly string[],
  from: 'retired' | 'in-use' = 'retired',
): Released {
  const parsed = parseLedger(text).value
  const { entries, released: waiting = new Set() } = parsed
  const isRetired = (key: string): boolean => entries.get(key)?.retired !== undefined
  const released = new Set<string>()
  const refused: Released['refused'][number][] = []
  for (const key of keys) {
    const named = key.endsWith('/') ? [...entries.keys()].filter(entry => entry.startsWith(key)) : [key]
    const known = named.filter(name => entries.has(name))
    const free = known.filter(name => from === 'in-use' || isRetired(name))
    if (known.length === 0) refused.push({ key, reason: 'unknown' })
    else if (free.length === 0) refused.push({ key, reason: 'in-use' })
    for (const name of free) released.add(name)
  }
  const rest = new Map([...entries].filter(([key]) => !released.has(key)))
  const anew = [...released].filter(key => !isRetired(key))
  return {
    text:
      released.size === 0 ? text : ledgerText({ ...parsed, entries: rest, released: new Set([...waiting, ...anew]) }),
    released: [...released],
    refused,
  }
}

interface Repaired {
  readonly text: string
  /** Keys whose place another branch had already taken; they are allocated anew by the next build. */
  readonly moved: readonly string[]
}

/**
 * Mends a merged ledger: what the base had stays, and an entry that came after it and stands in the way of another
 * gives way. `clashing` says which entries of a ledger hold one place twice.
 */
export function repairLedger(
  merged: string,
  base: string,
  clashing: (ledger: Ledger) => ReadonlyMap<string, string>,
): Repaired {
  const kept = parseLedger(base).value.entries
  const parsed = parseLedger(merged).value
  const entries = new Map(parsed.entries)
  const renamed = renamedIn(parsed.entries, kept)
  for (const [key, { value }] of kept) {
    if (renamed.has(`${shapeOf(key)} ${value}`) && !entries.has(key)) continue
    const retired = entries.get(key)?.retired
    entries.set(key, retired === undefined ? { value } : { value, retired })
  }
  const moved: string[] = []
  for (;;) {
    const losers = [...clashing({ entries })]
      .map(([key, other]) => (kept.has(key) ? other : key))
      .filter(key => !kept.has(key) && entries.has(key))
    if (losers.length === 0) {
      const waiting = parsed.released ?? []
      return {
        text: ledgerText({
          ...parsed,
          entries,
          released: new Set([...waiting, ...moved].filter(key => !entries.has(key))),
        }),
        moved,
      }
    }
    for (const key of losers) if (entries.delete(key)) moved.push(key)
  }
}

/** Places that entries unknown to the base hold: one of the base's that is gone went to a new name with its place. */
function renamedIn(merged: Ledger['entries'], base: Ledger['entries']): ReadonlySet<string> {
  return new Set([...merged].filter(([key]) => !base.has(key)).map(([key, { value }]) => `${shapeOf(key)} ${value}`))
}

/** Kind and purpose of a key, and how many names stand between. */
function shapeOf(key: string): string {
  const parts = key.split('/')
  return `${parts[0]} ${parts.length} ${parts.at(-1)}`
}
