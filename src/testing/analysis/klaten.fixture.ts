import { load } from '../../load/load.ts'
import { linux } from '../../platforms/linux/platform.ts'
import { routeros } from '../../platforms/routeros/platform.ts'
import { parseLedger } from '../../plan/ledger.ts'
import { makePlan } from '../../plan/make-plan.ts'
import type { Plan } from '../../plan/plan.ts'
import { readSites } from '../reference-intents.ts'

/** A fresh plan of the reference network: nothing about it is analysed yet. */
export function klaten(): Plan {
  const { sources, ledger } = readSites()
  const network = load(sources, new Map([linux, routeros].map(platform => [platform.id, platform]))).value
  if (network === undefined) throw new Error('the reference network does not load')
  return makePlan({
    network,
    ledger: parseLedger(ledger).value,
    asOf: '2026-11-02',
    entropy: new Uint8Array(16).fill(7),
  })
}
