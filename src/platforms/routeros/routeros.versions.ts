import type { Intent } from '../../intent/intent.ts'
import type { Dialect } from '../../model/platform.ts'
import { movedTo } from '../../testing/equivalence/moved.ts'
import { generate } from '../../testing/generate/generate.ts'
import { intentsOf } from '../../testing/reference-intents.ts'
import { linux } from '../linux/platform.ts'
import { lineText } from '../text/line.ts'
import { treeErrors } from './routeros.tree.ts'
import { routeros } from './platform.ts'
import { routerosRenderer } from './routeros.ts'

/** For tests: networks as RouterOS, whatever their routers are by the inventory. */

export function klaten(): readonly Intent[] {
  return [...movedTo('routeros').intents.values()]
}

export function randomNetwork(seed: number): readonly Intent[] {
  const platforms = new Map([routeros, linux].map(platform => [platform.id, platform]))
  const intents = intentsOf({ sources: generate(12 + (seed % 7), seed), ledger: '' }, platforms)
  return [...intents.values()].filter(({ router }) => router.platform.id === routeros.id)
}

/** What the command tree nearest to a dialect says against these routers, were they all of that dialect. */
export function refusals(intents: readonly Intent[], dialect: Dialect): Promise<readonly string[]> {
  return treeErrors(intents.map(intent => scriptOf(intent, dialect)).join(''), dialect.id)
}

export function scriptOf(intent: Intent, dialect = intent.router.dialect): string {
  const [file] = routerosRenderer.render({ ...intent, router: { ...intent.router, dialect } })
  return (file?.lines ?? []).map(line => `${lineText(line)}\n`).join('')
}
