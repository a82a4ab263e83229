import type { Intent } from '../../intent/intent.ts'
import { junos } from './platform.ts'
import { routeros } from '../routeros/platform.ts'
import { linux } from '../linux/platform.ts'
import type { Source } from '../../source/source.ts'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { substitute } from '../../testing/substitute.ts'

/** For tests: the reference network with an SRX for every router. */

const inventory = readSites()
export const platforms = new Map([junos, linux, routeros].map(platform => [platform.id, platform]))
export const substituted: readonly Source[] = substitute(inventory.sources, 'junos')
export const ledger = inventory.ledger

export function intentsAfter(edit: (source: Source) => Source = source => source): ReadonlyMap<string, Intent> {
  return intentsOf({ sources: substituted.map(edit), ledger }, platforms)
}
