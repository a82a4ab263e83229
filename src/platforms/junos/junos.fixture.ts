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

/** Replaces text in one file; throws where the file no longer holds it. */
export function replacing(path: string, from: string | RegExp, to: string): (source: Source) => Source {
  return source => {
    if (source.path !== path) return source
    const text = source.text.replace(from, () => to)
    if (text === source.text) throw new Error(`${path} holds no ${from}`)
    return { path, text }
  }
}

export function intentOfRouter(intents: ReadonlyMap<string, Intent>, id: string): Intent {
  const intent = intents.get(id)
  if (intent === undefined) throw new Error(`no router ${id}`)
  return intent
}
