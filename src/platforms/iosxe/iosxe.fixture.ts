import type { Intent } from '../../intent/intent.ts'
import { iosxe } from './platform.ts'
import { junos } from '../junos/platform.ts'
import { linux } from '../linux/platform.ts'
import { routeros } from '../routeros/platform.ts'
import type { Source } from '../../source/source.ts'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { substitute } from '../../testing/substitute.ts'

/** For tests: the reference network with IOS XE for every router, or for some. */

const inventory = readSites()
export const platforms = new Map([iosxe, junos, linux, routeros].map(platform => [platform.id, platform]))
export const ledger = inventory.ledger

/** Addresses that a provider changes, which no tunnel of IOS XE passes, made fixed ones. */
const fixed: readonly (readonly [from: string, to: string])[] = [
  ['address: { kind: dynamic }', 'address: { kind: fixed, v4: 192.0.2.230/30, gateway: 192.0.2.229 }'],
  ['address: { kind: cgnat }', 'address: { kind: fixed, v4: 192.0.2.234/30, gateway: 192.0.2.233 }'],
]

export function sourcesAfter(
  edit: (source: Source) => Source = source => source,
  asked?: (router: string) => boolean,
): Source[] {
  const settled = inventory.sources.map(({ path, text }) => ({
    path,
    text: fixed.reduce((now, [from, to]) => now.replace(from, to), text),
  }))
  return substitute(settled.map(edit), 'iosxe', asked)
}

/** Intents of the routers with IOS XE. */
export function intentsAfter(
  edit?: (source: Source) => Source,
  asked?: (router: string) => boolean,
): ReadonlyMap<string, Intent> {
  const all = intentsOf({ sources: sourcesAfter(edit, asked), ledger }, platforms)
  return new Map([...all].filter(([, { router }]) => router.platform.id === iosxe.id))
}
