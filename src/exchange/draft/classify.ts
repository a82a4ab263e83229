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

interface RowWords {
  readonly own: string
  readonly name: string
  /** Of its folder, its sheet and its file. */
  readonly around: readonly string[]
}

/** What a row is: what its mapping says, else its own words, else those of its folder, sheet and file. */
export function classed(mapped: MappedRow): Classed {
  const { mapping, row, text } = mapped
  const { as } = mapping
  if (as === 'cable' || row.shape?.kind === 'line') return { as: 'cable', isSaid: true }
  if (as === 'told' || as === 'address') return { as: 'address', isSaid: true }
  if (as !== 'structure' && as !== 'site' && as !== 'mixed') return { as, isSaid: true }
  const words: RowWords = {
    own: plainName(text('kind')),
    name: plainName(`${text('ref')} ${text('name')}`),
    around: [row.at.folder, row.at.sheet, row.at.file].map(each => plainName(each ?? '')),
  }
  if (as === 'structure') return structureIn(mapping, words)
  if (as === 'site') return { as, isSaid: true }
  if (row.shape === undefined && text('from') !== '' && text('to') !== '') return { as: 'cable', isSaid: true }
  return mixed(words)
}

/** In a table of structures each row is one: of the kind that it says, or that stands around it. */
function structureIn(
  { columns }: MappedRow['mapping'],
  { own, name, around: [folder = '', ...further] }: RowWords,
): Classed {
  const said = structureOf(own)
  // `Kode Tiang` says what its table is of, also on a sheet named for several things.
  const heading = [...columns].find(([, field]) => field === 'ref')?.[0] ?? ''
  const near = firstOf([folder, plainName(heading), ...further])
  return {
    as: 'structure',
    structure: said ?? structureOf(name) ?? near ?? 'pole',
    isSaid: said !== undefined || near !== undefined,
  }
}

function mixed({ own, name, around: [folder = '', ...further] }: RowWords): Classed {
  // Our own word for a kind means it, also that of a building.
  const exact = structureWords.find(([kind]) => kind === own)?.[0]
  if (exact !== undefined) return { as: 'structure', structure: exact, isSaid: true }
  for (const words of [own, folder, name, ...further]) {
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
