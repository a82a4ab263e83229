import type { StructureDeclaration } from '../../model/plant-file.ts'
import { plainName } from '../mapping/fields.ts'
import type { MappedRow } from './draft.ts'

type StructureKind = StructureDeclaration['kind']

const structureWords: readonly (readonly [StructureKind, RegExp])[] = [
  ['closure', /\b(closure|closures|jc|joint|joint box|sambungan|jb|splice|dome)\b/],
  ['odf', /\b(odf|otb|patch panel|rak odf)\b/],
  ['cabinet', /\b(odp|odc|cabinet|kabinet|fdt|fat|terminal|terminals|distribution point|rumah kabel)\b/],
  ['handhole', /\b(handhole|hand hole|hh|bak kontrol)\b/],
  ['manhole', /\b(manhole|man hole|mh)\b/],
  ['pole', /\b(tiang|tiangs|pole|poles|tiang besi|tiang beton|tiang pln|tiang telkom|tb|tl)\b/],
  ['building', /\b(gedung|building|bangunan)\b/],
]

const siteWords =
  /\b(kantor|dinas|badan|kecamatan|kec|sekretariat|inspektorat|puskesmas|rsud|sekolah|sdn|smpn|sma|kelurahan|desa|opd|skpd|situs|site|sites|office|pop|data cent(er|re)|noc|balai|uptd)\b/

export interface Classed {
  readonly as:
    | 'structure'
    | 'site'
    | 'cable'
    | 'device'
    | 'circuit'
    | 'address'
    | 'splice'
    | 'port'
    | 'trace'
    | 'event'
    | 'nothing'
  readonly structure?: StructureKind
  /** Whether its own words said so, or only where it stands. */
  readonly isSaid: boolean
}

/** What a row is: what its mapping says, else its own words, else those of its folder, sheet and file. */
export function classed(mapped: MappedRow): Classed {
  const { mapping, row, text } = mapped
  const { as } = mapping
  if (as === 'cable' || row.shape?.kind === 'line') return { as: 'cable', isSaid: true }
  if (as === 'told' || as === 'address') return { as: 'address', isSaid: true }
  if (as === 'device' || as === 'circuit' || as === 'splice' || as === 'port' || as === 'trace' || as === 'event')
    return { as, isSaid: true }
  if (as === 'nothing') return { as: 'nothing', isSaid: true }
  const own = plainName(text('kind'))
  const around = [row.at.folder, row.at.sheet, row.at.file].map(each => plainName(each ?? ''))
  const name = plainName(`${text('ref')} ${text('name')}`)
  if (as === 'structure') {
    const said = structureOf(own)
    // `Kode Tiang` says what its table is of, also on a sheet named for several things.
    const heading = [...mapping.columns].find(([, field]) => field === 'ref')?.[0] ?? ''
    const near = firstOf([around[0] ?? '', plainName(heading), ...around.slice(1)])
    return {
      as,
      structure: said ?? structureOf(name) ?? near ?? 'pole',
      isSaid: said !== undefined || near !== undefined,
    }
  }
  if (as === 'site') return { as, isSaid: true }
  if (row.shape === undefined && text('from') !== '' && text('to') !== '') return { as: 'cable', isSaid: true }
  return mixed(own, name, around)
}

function mixed(own: string, name: string, around: readonly string[]): Classed {
  // Our own word for a kind means it, also that of a building.
  const exact = structureWords.find(([kind]) => kind === own)?.[0]
  if (exact !== undefined) return { as: 'structure', structure: exact, isSaid: true }
  for (const words of [own, around[0] ?? '', name, ...around.slice(1)]) {
    const structure = structureOf(words)
    if (structure !== undefined && structure !== 'building')
      return { as: 'structure', structure, isSaid: words !== name }
    if (siteWords.test(words) || structure === 'building') return { as: 'site', isSaid: words !== name }
  }
  return { as: 'structure', structure: 'pole', isSaid: false }
}

function structureOf(words: string): StructureKind | undefined {
  return structureWords.find(([, pattern]) => pattern.test(words))?.[0]
}

function firstOf(around: readonly string[]): StructureKind | undefined {
  return around.map(structureOf).find(kind => kind !== undefined)
}
