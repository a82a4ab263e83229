import { describe, expect, it } from 'vitest'
import { dialectOf } from '../../model/platform.ts'
import { load } from '../../load/load.ts'
import { readSites } from '../../testing/reference-intents.ts'
import { linux } from '../linux/platform.ts'
import { routeros } from './platform.ts'
import { klaten, randomNetwork, refusals } from './routeros.versions.ts'
import { skipped, treesAbsent } from './routeros.tree.ts'

describe.skipIf(treesAbsent)(`every router of Klaten and of some random networks${skipped}`, () => {
  const intents = [...klaten(), ...[1, 2, 3].flatMap(randomNetwork)]
  it('are many', () => expect(intents.length).toBeGreaterThan(80))
  it.each(routeros.dialects)('is accepted by the command tree of dialect $id', async dialect =>
    expect(await refusals(intents, dialect)).toEqual([]),
  )
})

describe('the versions that are accepted', () => {
  it.each([
    ['7.12', '7.12'],
    ['7.16.2', '7.12'],
    ['7.17', '7.12'],
    ['7.18', '7.18'],
    ['7.19.6', '7.19'],
    ['7.20', '7.20'],
    ['7.24', '7.20'],
    ['7.24.3', '7.20'],
  ])('%s speaks as from %s', (version, dialect) => expect(dialectOf(routeros, version)?.id).toBe(dialect))

  it.each(['6.49.18', '7.11.3', '7.25', '7.25.1', '8.0', '7.19beta4', '7.20rc1', '7', 'stable', '7.22.3 (stable)'])(
    '%s is not one',
    version => expect(dialectOf(routeros, version)).toBeUndefined(),
  )
})

it('refuses another version where it stands, in both languages, with what is accepted', () => {
  const sources = readSites().sources.map(source => ({
    ...source,
    text: source.text.replace('"7.22.3"', '"7.25beta2"'),
  }))
  const touched = sources.find(({ text }) => text.includes('7.25beta2'))
  const platforms = new Map([routeros, linux].map(platform => [platform.id, platform]))
  const found = load(sources, platforms).diagnostics.filter(({ at }) => at.source.path === touched?.path)
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['LOD024', 'error']])
  expect(found[0]?.message.id).toMatch(/versi 7\.25beta2 tidak diterima/)
  expect(found[0]?.message.en).toMatch(/version 7\.25beta2 is not accepted/)
  expect(found[0]?.help?.en).toMatch(/7\.12 to 7\.24/)
})
