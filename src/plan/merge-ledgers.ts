import { compareVersions } from '../model/platform.ts'
import { overlaps, parseAddress, parsePrefix, hostPrefix, type Prefix } from '../model/ip.ts'
import { ledgerText, parseLedger, type Ledger, type LedgerEntry } from './ledger.ts'

interface Merged {
  readonly text: string
  /** Keys of newcomers whose place the other side had taken; the next build allocates them anew. */
  readonly moved: readonly string[]
}

interface Sides {
  readonly ancestor: string
  readonly ours: string
  readonly theirs: string
  /** The ledger of the branch that is merged into, where it is known: its numbers stay. */
  readonly kept?: string | undefined
}

/**
 * Three ledgers into one, key by key: what only one side changed is as that side has it. Where both sides gave one
 * place away, the entry that the kept branch has stays and the other is marked as released. Undefined where a ledger
 * cannot be read.
 */
export function mergeLedgers({ ancestor, ours, theirs, kept }: Sides): Merged | undefined {
  const [o, a, b] = [ancestor, ours, theirs].map(parseLedger)
  if (o === undefined || a === undefined || b === undefined) return undefined
  if ([o, a, b].some(({ diagnostics }) => diagnostics.length > 0)) return undefined
  const base = parseLedger(kept ?? ours).value
  const first = agreesMore(base, a.value, b.value) ? a.value : b.value
  const second = first === a.value ? b.value : a.value
  const union = unionOf(o.value, first, second)
  const newcomers = [...union.entries.keys()].filter(key => !o.value.entries.has(key))
  const moved = losersAmong(union, newcomers, key => first.entries.has(key))
  const entries = new Map([...union.entries].filter(([key]) => !moved.includes(key)))
  return { text: ledgerText({ ...union, entries, released: new Set([...(union.released ?? []), ...moved]) }), moved }
}

/** Whether the kept branch has more of what `a` adds than of what `b` adds. */
function agreesMore({ entries }: Ledger, a: Ledger, b: Ledger): boolean {
  const shared = (ledger: Ledger): number =>
    [...ledger.entries].filter(([key, { value }]) => entries.get(key)?.value === value).length
  return shared(a) >= shared(b)
}

function unionOf(ancestor: Ledger, first: Ledger, second: Ledger): Ledger {
  const entries = new Map<string, LedgerEntry>()
  const released = new Set<string>()
  const keys = new Set(
    [ancestor, first, second].flatMap(ledger => [...ledger.entries.keys(), ...(ledger.released ?? [])]),
  )
  for (const key of keys) {
    const [o, x, y] = [ancestor, first, second].map(ledger => stateOf(ledger, key))
    const state = same(x, o) ? y : same(y, o) ? x : (x ?? y)
    if (state === 'released') released.add(key)
    else if (state !== undefined) entries.set(key, state)
  }
  return { entries, released, writtenBy: newestOf([first.writtenBy, second.writtenBy]) }
}

/** The later of two versions; one that says none is the oldest. */
function newestOf(versions: readonly (string | undefined)[]): string | undefined {
  return versions
    .filter(each => each !== undefined)
    .toSorted(compareVersions)
    .at(-1)
}

type State = LedgerEntry | 'released' | undefined

function stateOf({ entries, released }: Ledger, key: string): State {
  return released?.has(key) === true ? 'released' : entries.get(key)
}

function same(a: State, b: State): boolean {
  if (a === undefined || b === undefined || a === 'released' || b === 'released') return a === b
  return a.value === b.value && a.retired === b.retired
}

/** Of the newcomers those that hold a place of another entry; of two newcomers the one that gives way. */
function losersAmong(
  { entries }: Ledger,
  newcomers: readonly string[],
  stays: (key: string) => boolean,
): readonly string[] {
  const places = new Map([...entries].map(([key, { value }]) => [key, placeOf(key, value)]))
  const byGroup = Map.groupBy(entries.keys(), key => places.get(key)?.group ?? '')
  const losers = new Set<string>()
  for (const key of newcomers.toSorted((x, y) => Number(stays(x)) - Number(stays(y)))) {
    const place = places.get(key)
    if (place === undefined) continue
    const others = byGroup.get(place.group) ?? []
    const other = others.find(name => name !== key && !losers.has(name) && clash(place, places.get(name)))
    if (other !== undefined) losers.add(key)
  }
  return [...losers]
}

interface LedgerPlace {
  /** Places of one group are held once each. */
  readonly group: string
  readonly value: string | Prefix
}

/** What nobody else may hold; undefined for what is no place, as a key. */
function placeOf(key: string, value: string): LedgerPlace | undefined {
  const parts = key.split('/')
  const purpose = parts.at(-1)
  const address = parseAddress(value)
  const prefix = parsePrefix(value) ?? (address === undefined ? undefined : hostPrefix(address))
  if (parts[0] === 'network') return undefined
  if (prefix !== undefined) return { group: 'prefix', value: prefix }
  if (purpose === 'as' || purpose === 'v6') return { group: purpose, value }
  if (purpose === 'port') return { group: `port/${parts.at(-2)}`, value }
  if (purpose === 'vlan') return { group: `vlan/${parts[1]}`, value }
  return undefined
}

function clash({ value }: LedgerPlace, other: LedgerPlace | undefined): boolean {
  if (other === undefined) return false
  if (typeof value === 'string' || typeof other.value === 'string') return value === other.value
  return overlaps(value, other.value)
}
