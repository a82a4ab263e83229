import { allocation, type Allocation } from '../../plan/allocate.ts'
import type { Claim } from '../../plan/space.ts'
import { emptyLedger, type Ledger } from '../../plan/ledger.ts'

interface Faulty {
  readonly allocate: (before: Ledger) => Allocation
  /** What the properties must say about it. */
  readonly complaint: RegExp
}

/** Allocators with the mistakes that the properties are there to catch. */
export const faultyAllocators: Readonly<Record<string, Faulty>> = {
  'ignores the ledger': { allocate: () => allocation(emptyLedger), complaint: /moved from|is gone from the ledger/ },
  'numbers by position': { allocate: () => byPosition(), complaint: /moved from/ },
  'keeps the ledger, and gives away what is retired': { allocate: forgettingRetired, complaint: /share a place/ },
  'does not follow a rename': {
    allocate: before => withClaims(allocation(before), claim => ({ ...claim, formerKeys: [] })),
    complaint: /^rename .* (moved from|is gone from the ledger|was retired)/m,
  },
  'keeps every other entry': {
    allocate: before => allocation({ entries: new Map([...before.entries].filter((_, i) => i % 2 === 0)) }),
    complaint: /moved from|is gone from the ledger/,
  },
  'forgets what is gone instead of retiring it': {
    allocate: forgettingWhatIsGone,
    complaint: /^delete .* is gone from the ledger/m,
  },
}

function forgettingWhatIsGone(before: Ledger): Allocation {
  const real = allocation(before)
  return {
    ...real,
    ledger: asOf => ({
      entries: new Map([...real.ledger(asOf).entries].filter(([, { retired }]) => retired === undefined)),
    }),
  }
}

/** The first claim gets the first place, the second the second. */
function byPosition(): Allocation {
  const entries = new Map<string, { value: string }>()
  const real = allocation(emptyLedger)
  return {
    ...real,
    allocate: (space, _group, claims) =>
      new Map(
        claims.map((claim, i) => {
          const value = space.valueAt(claim.size, i)
          entries.set(claim.key, { value: space.text(value) })
          return [claim.key, value]
        }),
      ),
    ledger: asOf => ({ entries: new Map([...real.ledger(asOf).entries, ...entries]) }),
  }
}

function forgettingRetired(before: Ledger): Allocation {
  const retired = [...before.entries].filter(([, entry]) => entry.retired !== undefined)
  const real = allocation({ entries: new Map([...before.entries].filter(([, entry]) => entry.retired === undefined)) })
  return { ...real, ledger: asOf => ({ entries: new Map([...retired, ...real.ledger(asOf).entries]) }) }
}

function withClaims(real: Allocation, changed: <Size>(claim: Claim<Size>) => Claim<Size>): Allocation {
  return {
    ...real,
    allocate: (space, group, claims, asked) =>
      real.allocate(
        space,
        group,
        claims.map(claim => changed(claim)),
        asked,
      ),
  }
}
