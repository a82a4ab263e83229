import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { isHarmed } from '../model/missing.ts'
import { standing, worldOf } from '../source/recorded.ts'
import type { Subject } from './define.ts'
import { rules } from './index.ts'

/**
 * All findings of all rules. What is about a thing of which a part could not be loaded is kept back: the fault of
 * loading comes first, and what only follows from it is no finding.
 */
export function runRules(subject: Subject): Diagnostic[] {
  const { missing } = subject.network
  const world = worldOf(subject.network)
  const findings = rules.flatMap(rule =>
    world === undefined ? rule.run(subject) : standing(world, rule, () => rule.run(subject)),
  )
  return missing.size === 0
    ? findings
    : findings.filter(({ about }) => about === undefined || !about.some(thing => isHarmed(missing, thing)))
}
