import { describe, expect, it } from 'vitest'
import { serat, withCopy } from '../../klaten/cli.ts'
import { lineText } from '../../../platforms/text/line.ts'
import { nameFaults } from '../../../platforms/routeros/routeros.names.ts'
import { entriesOf } from '../../klaten/entries.ts'
import { factsOf } from '../../klaten/facts.ts'
import { features } from '../../klaten/features/index.ts'
import { compiled, configurations, readKlaten } from '../../klaten/inventory.ts'
import { linuxNameFaults } from '../../klaten/linux-names.ts'
import { complaints, viewOf, type World } from '../../klaten/world.ts'

const files = readKlaten()
const compilation = compiled(files)
const folders = new Map<string, Map<string, string>>()
for (const [path, lines] of configurations(compilation)) {
  const [, router = '', name = ''] = /^routers\/([^/]+)\/(.*)$/.exec(path) ?? []
  folders.set(router, (folders.get(router) ?? new Map()).set(name, lines.map(line => lineText(line) + '\n').join('')))
}
const world: World = {
  facts: factsOf(files),
  entries: new Map([...folders].map(([router, texts]) => [router, entriesOf(texts)])),
}
const ids = [...world.facts.routers.keys()].sort()
const applying = (id: string) =>
  features.filter(
    feature => feature.platform === viewOf(world, id).router.platform && feature.applies(viewOf(world, id)),
  )

describe('folders', () => {
  it('are those that `show routers` lists: 45 sites and two cores', async () => {
    const shown = JSON.parse(
      await withCopy(folder => serat(folder, 'show', 'routers', '--format', 'json').out),
    ) as readonly {
      readonly router: string
    }[]
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
    expect(features.filter(feature => !used.has(feature)).map(({ platform, name }) => `${platform} ${name}`)).toEqual(
      [],
    )
  })
})

describe('taking the lines of a feature out', () => {
  const removals = ids.flatMap(id => applying(id).map(feature => ({ id, feature })))

  it(`of any file is noticed (${removals.length} removals)`, () => {
    const silent = removals.filter(({ id, feature }) => {
      const view = viewOf(world, id)
      const rest = view.entries.filter(entry => !feature.owns(entry, view))
      if (rest.length === view.entries.length)
        return !feature.name.startsWith('no default') && !(feature.name.startsWith('default from') && !view.router.core)
      const mutant = viewOf({ ...world, entries: new Map(world.entries).set(id, rest) }, id)
      return complaints(mutant, [feature]).length === 0
    })
    expect(silent.map(({ id, feature }) => `${id}: ${feature.name}`)).toEqual([])
  })
})

describe('a value that the far end does not share', () => {
  const swaps: readonly (readonly [string, RegExp, string, RegExp])[] = [
    ['dishub', /(sfp-sfpplus1 type=ptp cost=)100/, '$1101', /cost of sfp-sfpplus1/],
    ['dinas-arpus', /ip ospf cost 100/, 'ip ospf cost 99', /cost/],
    ['kec-bayat', /mtu=1420/, 'mtu=1400', /MTU of wg-ckt-kec-bayat-core-1/],
    ['kec-bayat', /listen-port=\d+/, 'listen-port=51000', /port of wg-ckt-kec-bayat-core-1/],
    [
      'core-2',
      /(interfaces=wg-ckt-kec-bayat-core-2 min-rx=1000ms min-tx=)1000ms/,
      '$1900ms',
      /interval of wg-ckt-kec-bayat-core-2/,
    ],
    ['kec-wedi', /remote.as=4200000000/, 'remote.as=4200000001', /remote.as/],
    ['dishub', /auth=sha256/, 'auth=md5', /kind and key/],
    ['kec-tulung', /max-limit=\d+k/, 'max-limit=1k', /max-limit/],
    ['pemda-2', /src-address=!10/, 'src-address=!11', /foreign sources/],
  ]

  it.each(swaps)('%s: %s is noticed', (id, from, to, complaint) => {
    const texts = new Map(
      [...(folders.get(id) ?? [])].map(([name, text]) => [
        name,
        /\.rsc$|^frr/.test(name) ? text.replace(from, to) : text,
      ]),
    )
    const found = complaints(
      viewOf({ ...world, entries: new Map(world.entries).set(id, entriesOf(texts)) }, id),
      features,
    )
    expect(found.join('\n')).toMatch(complaint)
  })
})

describe('names', () => {
  it.each(ids)('%s uses no name that its files do not make', id => {
    const texts = folders.get(id) ?? new Map<string, string>()
    expect(
      viewOf(world, id).router.platform === 'linux' ? linuxNameFaults(texts) : nameFaults(texts.get(`${id}.rsc`) ?? ''),
    ).toEqual([])
  })

  it('a name taken away is missed', () => {
    const arpus = folders.get('dinas-arpus') ?? new Map<string, string>()
    const without = (file: string, pattern: RegExp): ReadonlyMap<string, string> =>
      new Map(arpus).set(file, (arpus.get(file) ?? '').replace(pattern, ''))
    expect(linuxNameFaults(without('frr.conf', /^ profile .*\n/m))).toEqual(['no BFD profile every-300ms-times-3'])
    expect(linuxNameFaults(without('nftables.conf', /^ {2}set net4-noc \{\n/m))).toEqual(['no set net4-noc'])
    expect(linuxNameFaults(without('networkd/40-vlan110.netdev', /^Name=.*\n/m))).toEqual([])
    expect(
      nameFaults((folders.get('dishub')?.get('dishub.rsc') ?? '').replace(/^\/ip pool add name=dhcp-data .*\n/m, '')),
    ).toHaveLength(1)
  })
})
