import type { From } from '../../../intent/intent.ts'

/** Places of several items in order, each once. */
export function places(...froms: readonly From[]): From {
  return [...new Set(froms.flat())]
}
