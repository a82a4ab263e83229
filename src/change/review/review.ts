import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Waiver } from '../../model/network.ts'
import { coveringWaivers } from '../../rules/waivers.ts'
import { inside } from '../../source/source.ts'
import { reviewCodes } from './codes.ts'
import { management } from './management.ts'
import { budgets, yearlyCost } from './money.ts'
import { addresses } from './numbers.ts'
import type { Raised, Reviewed } from './raised.ts'
import { rings, singlePoints } from './service.ts'

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

const keys = ['singlePoints', 'rings', 'addresses', 'yearlyRupiah', 'budgets', 'management'] as const

/** The new state's `review` and waivers count: an acceptance comes with the change that needs it. */
export function reviewOf(reviewed: Reviewed, asOf: string): Review {
  const { after } = reviewed.networks
  const isAsked = (key: (typeof keys)[number]): boolean => {
    const wish = after.declared.review[key]
    return wish !== undefined && wish !== 'allow'
  }
  const findings = keys
    .filter(isAsked)
    .flatMap(key => [...ratchets[key](reviewed)].map(raised => ({ key, raised })))
    .map(
      ({ key, raised: { code, about, message, mend } }): Diagnostic => ({
        code,
        severity: reviewCodes[code].severity,
        message,
        at: inside(after.origin, 'review', key),
        about,
        help: {
          id: `${mend.id}; atau terima di waivers.yaml: code: ${code}, things: ["${about[0]}"]`,
          en: `${mend.en}; or accept it in waivers.yaml: code: ${code}, things: ["${about[0]}"]`,
        },
      }),
    )
  const judged = findings.map(finding => ({ finding, waiver: coveringWaivers(after, finding, asOf)[0] }))
  return {
    refused: judged.flatMap(({ finding, waiver }) => (waiver === undefined ? [finding] : [])),
    accepted: judged.flatMap(({ finding, waiver }) => (waiver === undefined ? [] : [{ finding, waiver }])),
  }
}
