import { nocGetsIn } from '../../platforms/changing/noc-gets-in.ts'
import type { NocWay } from '../../platforms/changing/noc-way.ts'
import type { Meaning } from '../../platforms/reading/meaning.ts'

interface Ways {
  readonly before: NocWay
  readonly after: NocWay
}

/** Over one of the two ways, from what a reader understood: the maker of the script is not asked. */
export function nocGetsInEitherWay(meaning: Meaning, { before, after }: Ways): boolean {
  return nocGetsIn(meaning, before) || nocGetsIn(meaning, after)
}
