import { describe, expect, it } from 'vitest'
import { serat, withCopy } from '../../testing/klaten/cli.ts'
import { lineText } from '../../render/config/line.ts'
import { nameFaults } from '../../render/platforms/routeros.names.ts'
import { entriesOf } from '../../testing/klaten/entries.ts'
import { factsOf } from '../../testing/klaten/facts.ts'
import { features } from '../../testing/klaten/features/index.ts'
import { compiled, configurations, readKlaten } from '../../testing/klaten/inventory.ts'
import { linuxNameFaults } from '../../testing/klaten/linux-names.ts'
import { complaints, viewOf, type World } from '../../testing/klaten/world.ts'

const files = readKlaten()
const compilation = compiled(files)
const folders = new Map<string, Map<string, string>>()
for (const [path, lines] of configurations(compilation)) {
  const [, router = '', name = ''] = /^routers\/([^/]+)\/(.*)$/.exec(path) ?? []
  folders.set(router, (folders.get(router) ?? new Map()).set(name, lines.map(line => lineText(line) + '\n').join('')))
}
const world: World = { facts: factsOf(files), entries: new Map([...folders].map(([router, texts]) => [router, entriesOf(texts)])) }
const ids = [...world.facts.routers.keys()].sort()
const applying = (id: string) => features.filter(feature => feature.platform === viewOf(world, id).router.platform && feature.applies(viewOf(world, id)))

describe('folders', () => {
  it('are those that `show routers` lists: 45 sites and two cores', () => {
    const shown = JSON.parse(withCopy(folder => serat(folder, 'show', 'routers', '--format', 'json').out)) as readonly { readonly router: string }[]
    expect(shown.map(({ router }) => router)).toEqual(ids)
    expect([...folders.keys()].sort()).toEqual(ids)
    expect(ids).toHaveLength(47)
  })
})

describe('features', () => {
  it.each(ids)('%s has every feature that applies to it, and its far ends agree', id => {
    expect(applying(id).length).toBeGreaterThan(15)
    expect(complaints(viewOf(world, id), features)).toEqual([])
  })

  it('each feature applies to some router', () => {
    const used = new Set(ids.flatMap(applying))
    expect(features.filter(feature => !used.has(feature)).map(({ platform, name }) => `${platform} ${name}`)).toEqual([])
  })
})

describe('taking the lines of a feature out', () => {
  const removals = ids.flatMap(id => applying(id).map(feature => ({ id, feature })))

  it(`of any file is noticed (${removals.length} removals)`, () => {
    const silent = removals.filter(({ id, feature }) => {
      const view = viewOf(world, id)
      const rest = view.entries.filter(entry => !feature.owns(entry, view))
      if (rest.length === view.entries.length) return !feature.name.startsWith('no default') && !(feature.name.startsWith('default from') && !view.router.core)
      const mutant = viewOf({ ...world, entries: new Map(world.entries).set(id, rest) }, id)
      return complaints(mutant, [feature]).length === 0
    })
    expect(silent.map(({ id, feature }) => `${id}: ${feature.name}`)).toEqual([])
  })
})

describe('names', () => {
  it.each(ids)('%s uses no name that its files do not make', id => {
    const texts = folders.get(id) ?? new Map<string, string>()
    expect(viewOf(world, id).router.platform === 'linux' ? linuxNameFaults(texts) : nameFaults(texts.get(`${id}.rsc`) ?? '')).toEqual([])
  })

  it('a name taken away is missed', () => {
    const arpus = folders.get('dinas-arpus') ?? new Map<string, string>()
    const without = (file: string, pattern: RegExp): ReadonlyMap<string, string> => new Map(arpus).set(file, (arpus.get(file) ?? '').replace(pattern, ''))
    expect(linuxNameFaults(without('frr.conf', /^ profile .*\n/m))).toEqual(['no BFD profile every-300ms-times-3'])
    expect(linuxNameFaults(without('nftables.conf', /^ {2}set net4-noc \{\n/m))).toEqual(['no set net4-noc'])
    expect(linuxNameFaults(without('networkd/40-vlan110.netdev', /^Name=.*\n/m))).toEqual([])
    expect(nameFaults((folders.get('dishub')?.get('dishub.rsc') ?? '').replace(/^\/ip pool add name=dhcp-data .*\n/m, ''))).toHaveLength(1)
  })
})
