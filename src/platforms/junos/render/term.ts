import type { From } from '../../../intent/intent.ts'
import type { PracticeId } from '../../../intent/practice.ts'
import type { Family } from '../../../model/ip.ts'
import { line, type Line } from '../../text/line.ts'
import { bounded, words } from '../text.ts'
import { inet, logical, longestName, portOf, unitOf } from './names.ts'

/** One term of a filter: what it matches and what it does, as words that are each bare. */
export interface Term {
  readonly name: string
  readonly from: From
  readonly practice?: PracticeId | undefined
  readonly matches: readonly string[]
  readonly actions: readonly string[]
}

/** The lines of a filter, one leaf a line. */
export function filterLines(family: Family, name: string, terms: readonly Term[]): Line[] {
  return terms.flatMap(term => {
    const write = line(term.from, term.practice)
    const head = words(
      'set',
      'firewall',
      'family',
      inet(family),
      'filter',
      name,
      'term',
      bounded(term.name, longestName),
    )
    return [
      ...term.matches.map(match => write`${head} from ${words(...match.split(' '))}`),
      ...term.actions.map(action => write`${head} then ${words(...action.split(' '))}`),
    ]
  })
}

/** Binds a filter to an interface. */
export function bind(
  family: Family,
  interfaceName: string,
  direction: 'input' | 'output',
  filter: string,
  from: From,
  practice?: PracticeId,
): Line {
  const [port, unit] = [portOf(logical(interfaceName)), unitOf(logical(interfaceName))]
  return line(from, practice)`set interfaces ${port} unit ${unit} family ${inet(family)} filter ${direction} ${filter}`
}
