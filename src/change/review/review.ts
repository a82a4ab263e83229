import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Network, Waiver } from '../../model/network.ts'
import { coveringWaivers } from '../../rules/waivers.ts'
import { inside } from '../../source/source.ts'
import { reviewCodes } from './codes.ts'
import { management } from './management.ts'
import { budgets, yearlyCost } from './money.ts'
import { addresses } from './numbers.ts'
import type { Raised, Reviewed } from './raised.ts'
import { rings, singlePoints } from './service.ts'
import { loosened, termKeys, termsOf } from './terms.ts'

/** What the network's `review` holds against a change. */
export interface Review {
  /** Not accepted: the change must not be merged yet. */
  readonly refused: readonly Diagnostic[]
  readonly accepted: readonly Accepted[]
}

interface Accepted {
  readonly finding: Diagnostic
  readonly waiver: Waiver
}

/** By key of `review`. */
const ratchets = {
  singlePoints,
  rings,
  addresses,
  budgets,
  management,
  yearlyRupiah: yearlyCost,
} as const satisfies Readonly<Record<string, (reviewed: Reviewed) => Iterable<Raised>>>

/**
 * The stricter of both states' terms hold, and one that goes is raised itself. The new state's waivers count: an
 * acceptance comes with the change that needs it.
 */
export function reviewOf(reviewed: Omit<Reviewed, 'terms'>, asOf: string): Review {
  const { after } = reviewed.networks
  const terms = termsOf(reviewed.networks)
  const asked = termKeys.filter(key => terms[key] !== undefined && terms[key] !== 'allow')
  const whole = { ...reviewed, terms }
  const raised = asked.flatMap(key => [...ratchets[key](whole)].map(each => [key, each] as const))
  const findings = [
    ...raised.map(([key, each]) => findingOf(after, each, key)),
    ...[...loosened(whole)].map(each => findingOf(after, each)),
  ]
  const judged = findings.map(finding => ({ finding, waiver: coveringWaivers(after, finding, asOf)[0] }))
  return {
    refused: judged.flatMap(({ finding, waiver }) => (waiver === undefined ? [finding] : [])),
    accepted: judged.flatMap(({ finding, waiver }) => (waiver === undefined ? [] : [{ finding, waiver }])),
  }
}

/** At the term that asks; where several are meant at all of them. */
function findingOf(after: Network, { code, about, message, mend }: Raised, ...keys: readonly string[]): Diagnostic {
  return {
    code,
    severity: reviewCodes[code].severity,
    message,
    at: inside(after.origin, 'review', ...keys),
    about,
    help: {
      id: `${mend.id}; atau terima di waivers.yaml: code: ${code}, things: ["${about[0]}"]`,
      en: `${mend.en}; or accept it in waivers.yaml: code: ${code}, things: ["${about[0]}"]`,
    },
  }
}
