import type { Sides } from './parts.ts'

/**
 * What packets in a lab said of the sentences about service: of a failure by the name of a component, of a site by its
 * id.
 */
export interface Marks {
  readonly failures: ReadonlyMap<string, Mark>
  readonly states: ReadonlyMap<string, Mark>
  /**
   * Of what the report passes over since nothing changes there, by its name (`router:core-1`, `site:dishub`): confirmed
   * where both sides showed the same.
   */
  readonly unchanged: ReadonlyMap<string, Mark>
}

/** What was seen on both sides: sites that a failure isolates, or the one state of a site. */
export interface Mark {
  readonly isConfirmed: boolean
  readonly seen: Sides<readonly string[]>
}

export function isRefuted({ failures, states, unchanged }: Marks): boolean {
  return [...failures.values(), ...states.values(), ...unchanged.values()].some(({ isConfirmed }) => !isConfirmed)
}
