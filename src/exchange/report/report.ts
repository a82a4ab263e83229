import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Draft, Fact } from '../draft/draft.ts'
import type { Proposal } from '../propose.ts'
import type { Spot } from '../spot.ts'
import type { Remark } from '../table.ts'

export type Certainty = Fact['certainty'] | 'left-out'

/** Everything of one reason, with every place of it. */
export interface Group {
  readonly certainty: Certainty
  readonly why: Bilingual
  readonly items: readonly Item[]
}

interface Item {
  readonly at: readonly Spot[]
  /** `structure:t-001 at`, where it is about a fact. */
  readonly about?: string
  readonly text?: string
}

interface Counts {
  readonly sure: number
  readonly guessed: number
  readonly contradicted: number
  readonly leftOut: number
}

/** What has to be read before a proposal is taken: by certainty, then by reason, in the order in which it came up. */
export function groupsOf({ drafts, remarks }: Pick<Proposal, 'drafts' | 'remarks'>): Group[] {
  const groups = new Map<string, { certainty: Certainty; why: Bilingual; items: Item[] }>()
  const add = (certainty: Certainty, why: Bilingual, item: Item): void => {
    const key = `${certainty} ${why.en}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { certainty, why, items: [item] })
    else group.items.push(item)
  }
  for (const draft of drafts)
    for (const fact of draft.facts)
      if (fact.certainty !== 'sure' && fact.why !== undefined) add(fact.certainty, fact.why, factItem(draft, fact))
  for (const remark of remarks) add(remark.certainty, remark.why, remarkItem(remark))
  const order: readonly Certainty[] = ['contradicted', 'left-out', 'guessed', 'sure']
  return order.flatMap(certainty => [...groups.values()].filter(group => group.certainty === certainty))
}

function factItem({ kind, id }: Draft, { key, from }: Fact): Item {
  return { at: from, about: `${kind}:${id} ${key}` }
}

function remarkItem({ at, text }: Remark): Item {
  return { at: [at], ...(text === undefined ? {} : { text }) }
}

export function countsOf({ drafts, remarks }: Pick<Proposal, 'drafts' | 'remarks'>): Counts {
  const facts = drafts.flatMap(draft => draft.facts)
  const of = (certainty: Certainty): number =>
    facts.filter(fact => fact.certainty === certainty).length +
    remarks.filter(remark => remark.certainty === certainty).length
  return { sure: of('sure'), guessed: of('guessed'), contradicted: of('contradicted'), leftOut: of('left-out') }
}
