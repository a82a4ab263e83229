import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { isHarmed } from '../model/missing.ts'
import { ports, type Platform, type RouterModel } from '../model/platform.ts'
import type { ModelDeclaration } from '../model/type-file.ts'
import { inside } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { loadFault } from './fault.ts'
import { addMissing } from './missing.ts'
import { notAmong } from './router-faults.ts'
import type { Linking } from './resolve.ts'

type Platforms = ReadonlyMap<string, Platform>

/**
 * The platforms with the models that `types/` declares among their own. A model that is there already is a fault, and
 * one that is not whole is missing: what a router says about its ports would only follow from that.
 */
export function withModels(linking: Linking, { model: declared }: Declarations, platforms: Platforms): Platforms {
  if (declared.length === 0) return platforms
  const known = new Map(platforms)
  for (const item of declared) {
    const platform = known.get(item.declared.platform)
    if (platform === undefined)
      notAmong(linking, 'platform', item.declared.platform, [...known.keys()], inside(item.origin, 'platform'))
    else if (Object.hasOwn(platform.models, item.id)) {
      knownAlready(linking, item)
      continue
    }
    const model = platform === undefined ? undefined : modelOf(linking, item)
    if (platform === undefined || model === undefined) addMissing(linking.missing, 'model', item.id)
    else known.set(platform.id, { ...platform, models: { ...platform.models, [item.id]: model } })
  }
  return known
}

function modelOf(linking: Linking, { id, declared, origin }: Item<ModelDeclaration>): RouterModel | undefined {
  if (isHarmed(linking.missing, `model:${id}`)) return undefined
  const all = declared.ports.flatMap(({ prefix, first, last, speedMbps, medium }) =>
    ports(prefix, first, Math.min(last, first + mostPorts), speedMbps, medium),
  )
  const faults = portFaults(
    { declared, origin },
    all.map(({ name }) => name),
  )
  linking.diagnostics.push(...faults)
  if (faults.length > 0) return undefined
  const { trunk, lastingFolder, source } = declared
  return {
    ports: all,
    trunk,
    source,
    ...(declared.console ? { console: true } : {}),
    ...(lastingFolder === undefined ? {} : { lastingFolder }),
  }
}

/** Rows that name no port, or one twice; where rows are right, a trunk that is none of them. */
function portFaults(
  { declared, origin }: Pick<Item<ModelDeclaration>, 'declared' | 'origin'>,
  names: readonly string[],
): Diagnostic[] {
  const backwards = declared.ports.flatMap(({ first, last }, i) =>
    last >= first
      ? []
      : [
          loadFault(
            'LOD024',
            inside(origin, 'ports', i, 'last'),
            { id: `last ${last} sebelum first ${first}`, en: `last ${last} stands before first ${first}` },
            { id: 'tukar keduanya: first nomor terkecil', en: 'change them round: first is the lowest number' },
          ),
        ],
  )
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  const doubled =
    twice === undefined
      ? []
      : [
          loadFault(
            'LOD024',
            inside(origin, 'ports'),
            { id: `port \`${twice}\` ditulis dua kali`, en: `port \`${twice}\` is written twice` },
            { id: 'periksa first dan last', en: 'look at first and last' },
          ),
        ]
  if (backwards.length + doubled.length > 0 || names.includes(declared.trunk)) return [...backwards, ...doubled]
  return [
    loadFault(
      'LOD024',
      inside(origin, 'trunk'),
      { id: `model ini tidak punya port \`${declared.trunk}\``, en: `this model has no port \`${declared.trunk}\`` },
      { id: `yang ada: ${names.join(', ')}`, en: `it has: ${names.join(', ')}` },
    ),
  ]
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
