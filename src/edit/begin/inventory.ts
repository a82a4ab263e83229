import type { Source } from '../../source/source.ts'
import type { Answers } from './answers.ts'
import { termsOf } from './days.ts'
import { leasedFiles } from './leases.ts'
import { networkText } from './network.ts'
import { plantFiles } from './plant.ts'
import { siteFiles } from './sites.ts'

/**
 * The inventory of a new network: a hub, an agency on fibre, a leased kecamatan, and what pays for them. It has no
 * finding.
 */
export function firstInventory(answers: Answers): Source[] {
  const terms = termsOf(answers.today)
  return [
    { path: 'network.yaml', text: networkText(answers, terms) },
    ...siteFiles(answers),
    ...plantFiles(answers),
    ...leasedFiles(answers, terms),
  ]
}
