import type { From, Port } from '../../../intent/intent.ts'

/** Where the words about a port come from: those of the local way are the same whatever port it has. */
export function describedFrom({ use, from }: Port): From {
  return use === 'local' ? [] : from
}
