import { compare, questionsOf } from './compare.ts'
import { acrossDifferences, acrossExceptions, type AcrossException } from './across.ts'
import { factExceptions, probeExceptions } from './exceptions.ts'
import type { Meaning } from '../../platforms/reading/meaning.ts'
import { platformIds, type PlatformId } from '../../platforms/reading/folder.ts'
import { movedTo } from './moved.ts'
import { readers } from '../../platforms/reading/readers.ts'

/** For tests: routers on all platforms, each text against its intent and against the others. */
export interface Report {
  readonly differences: readonly string[]
  readonly routers: number
  readonly facts: number
  readonly probes: number
  readonly excepted: ReadonlyMap<string, number>
}

export function reportOn(routers: readonly string[]): Report {
  const differences: string[] = []
  const excepted = new Map<string, number>()
  let facts = 0
  let probes = 0
  const add = (id: string, n: number): void => void excepted.set(id, (excepted.get(id) ?? 0) + n)
  for (const router of routers) {
    const meanings = new Map<PlatformId, Meaning>()
    for (const id of platformIds) {
      const moved = movedTo(id)
      const intent = moved.intents.get(router)
      if (intent === undefined) throw new Error(`no router ${router}`)
      const meaning = readers[id](moved.folder(router))
      const result = compare(id, questionsOf(intent), meaning)
      meanings.set(id, meaning)
      differences.push(...result.differences.map(text => `${router} on ${id}: ${text}`))
      for (const [name, n] of result.excepted) add(`${id}: ${name}`, n)
      facts += result.facts
      probes += result.probes
    }
    const first = meanings.get('routeros')
    for (const [id, meaning] of meanings) {
      if (first === undefined || id === 'routeros') continue
      differences.push(
        ...acrossDifferences({ id: 'routeros', meaning: first }, { id, meaning }, (name: AcrossException) =>
          add(`routeros and ${id}: ${name}`, 1),
        ).map(text => `${router}: ${text}`),
      )
    }
  }
  return { differences, routers: routers.length, facts, probes, excepted }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ...[...factExceptions, ...probeExceptions].map(({ id, reason }): [string, string] => [id, reason]),
  ...Object.entries(acrossExceptions),
  ['RTE003', 'a tunnel from an address that nobody knows beforehand is refused there: only WireGuard passes it'],
])

export function printed({ differences, routers, facts, probes, excepted }: Report): string {
  return [
    `equivalence: ${routers} routers on ${platformIds.length} platforms, ${facts} sentences and ${probes} packets against the intent, ${differences.length} differences`,
    ...[...excepted]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, n]) => `  ${name} (${n}): ${reasons.get(name.slice(name.indexOf(': ') + 2)) ?? ''}`),
  ].join('\n')
}
