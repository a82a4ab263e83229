import { ports, type Platform, type RouterModel } from '../model/platform.ts'
import type { ModelDeclaration } from '../model/type-file.ts'
import { inside } from '../source/source.ts'
import type { Declarations, Item } from './declare.ts'
import { loadFault } from './fault.ts'
import { notAmong } from './router-faults.ts'
import type { Linking } from './resolve.ts'

type Platforms = ReadonlyMap<string, Platform>

/** The platforms with the models that `types/` declares among their own. A model that is there already is a fault. */
export function withModels(linking: Linking, { model: declared }: Declarations, platforms: Platforms): Platforms {
  if (declared.length === 0) return platforms
  const known = new Map(platforms)
  for (const item of declared) {
    const platform = known.get(item.declared.platform)
    if (platform === undefined) {
      notAmong(linking, 'platform', item.declared.platform, [...known.keys()], inside(item.origin, 'platform'))
      continue
    }
    const model = modelOf(linking, item)
    if (Object.hasOwn(platform.models, item.id)) knownAlready(linking, item)
    else if (model !== undefined)
      known.set(platform.id, { ...platform, models: { ...platform.models, [item.id]: model } })
  }
  return known
}

function modelOf(linking: Linking, { declared, origin }: Item<ModelDeclaration>): RouterModel | undefined {
  const all = declared.ports.flatMap(({ prefix, first, last, speedMbps, medium }) =>
    ports(prefix, first, Math.min(last, first + mostPorts), speedMbps, medium),
  )
  const names = all.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined)
    linking.diagnostics.push(
      loadFault(
        'LOD024',
        inside(origin, 'ports'),
        { id: `port \`${twice}\` ditulis dua kali`, en: `port \`${twice}\` is written twice` },
        { id: 'periksa first dan last', en: 'look at first and last' },
      ),
    )
  if (!names.includes(declared.trunk))
    linking.diagnostics.push(
      loadFault(
        'LOD024',
        inside(origin, 'trunk'),
        { id: `model ini tidak punya port \`${declared.trunk}\``, en: `this model has no port \`${declared.trunk}\`` },
        { id: `yang ada: ${names.join(', ')}`, en: `it has: ${names.join(', ')}` },
      ),
    )
  const { trunk, lastingFolder, source } = declared
  return {
    ports: all,
    trunk,
    source,
    ...(declared.console ? { console: true } : {}),
    ...(lastingFolder === undefined ? {} : { lastingFolder }),
  }
}

/** No router has more of one kind; a slip of the pen makes no list of millions. */
const mostPorts = 512

function knownAlready(linking: Linking, { id, origin }: Item<ModelDeclaration>): void {
  linking.diagnostics.push(
    loadFault(
      'LOD024',
      inside(origin, 'model'),
      { id: `model \`${id}\` sudah ada di katalog`, en: `the catalogue has the model \`${id}\` already` },
      { id: 'hapus berkas ini, atau beri nama lain', en: 'remove this file, or give it another name' },
    ),
  )
}
