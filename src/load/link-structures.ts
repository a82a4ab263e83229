import type { Ground, Structure } from '../model/network.ts'
import { isMissing } from '../model/missing.ts'
import { addMissing } from './missing.ts'
import type { StructureDeclaration } from '../model/plant-file.ts'
import type { Point } from '../model/scalars.ts'
import { inside, type Place } from '../source/source.ts'
import type { Declarations } from './declare.ts'
import { loadFault } from './fault.ts'
import { entriesOf, type Entry } from './plant-entries.ts'
import { resolve, tableOf, type Linking } from './resolve.ts'

/** Structures, each at the one place where it stands. */
export function linkStructures(
  linking: Linking,
  areas: Declarations['plant'],
  sites: ReadonlyMap<string, Ground>,
): Map<string, Structure> {
  const entries = tableOf(linking, 'structure', 'id', entriesOf(areas, 'structures').map(withPresentName))
  for (const area of areas) warnOfOldNames(linking, area)
  const structures = new Map<string, Structure>()
  for (const { id, declared, origin } of entries.values()) {
    const standing = standingOf(declared)
    const site =
      declared.site === undefined ? undefined : resolve(linking, 'site', sites, declared.site, inside(origin, 'site'))
    const harmed = isMissing(linking.missing, 'structure', id)
    const point =
      standing.length === 1
        ? pointOf(linking, { id, declared, origin }, entries, site)
        : harmed
          ? undefined
          : notOnePlace(linking, origin, standing)
    if (point === undefined) addMissing(linking.missing, 'structure', id)
    else structures.set(id, { kind: 'structure', id, declared, origin, point, site })
  }
  return structures
}

/** `on` is read as `at_structure`, which took its place. */
function withPresentName(entry: Entry<StructureDeclaration>): Entry<StructureDeclaration> {
  const { declared } = entry
  return declared.on === undefined || declared.atStructure !== undefined
    ? entry
    : { ...entry, declared: { ...declared, atStructure: declared.on } }
}

function standingOf({ at, atStructure, on, site }: StructureDeclaration): string[] {
  return [
    ...(at === undefined ? [] : ['at']),
    ...(atStructure === undefined ? [] : [on === undefined ? 'at_structure' : 'on']),
    ...(on === undefined || on === atStructure ? [] : ['at_structure']),
    ...(site === undefined ? [] : ['site']),
  ]
}

/** Once for each file, at the first. */
function warnOfOldNames(linking: Linking, area: Declarations['plant'][number]): void {
  const old = [...area.declared.structures.entries()].filter(([, { on }]) => on !== undefined)
  const [first] = old
  if (first === undefined) return
  const [index, { on }] = first
  const more = old.length - 1
  linking.diagnostics.push(
    loadFault(
      'LOD028',
      inside(area.entry('structures', index), 'on'),
      {
        id:
          `kunci \`on\` kini bernama \`at_structure\`: pembaca YAML 1.1 menganggap \`on\` sebagai ` +
          `true${more === 0 ? '' : ` (dan ${more} lagi di berkas ini)`}`,
        en:
          `the key \`on\` is now called \`at_structure\`: readers of YAML 1.1 take \`on\` for ` +
          `true${more === 0 ? '' : ` (and ${more} more in this file)`}`,
      },
      {
        id: `tulis at_structure: ${on}, atau jalankan serat upgrade; \`on\` masih dibaca`,
        en: `write at_structure: ${on}, or run serat upgrade; \`on\` is still read`,
      },
    ),
  )
}

function pointOf(
  linking: Linking,
  entry: Entry<StructureDeclaration>,
  entries: ReadonlyMap<string, Entry<StructureDeclaration>>,
  site: Ground | undefined,
): Point | undefined {
  const { declared, origin } = entry
  if (declared.at !== undefined) return declared.at
  if (site !== undefined) return [site.declared.location.lon, site.declared.location.lat]
  if (declared.atStructure === undefined) return undefined
  const at = inside(origin, declared.on === undefined ? 'atStructure' : 'on')
  const carrier = resolve(linking, 'structure', entries, declared.atStructure, at)
  if (carrier === undefined) return undefined
  // One step only: what hangs on something stands on the ground by itself.
  if (carrier.declared.at !== undefined) return carrier.declared.at
  return isMissing(linking.missing, 'structure', carrier.id) ? undefined : notOnePlace(linking, at, [])
}

function notOnePlace(linking: Linking, at: Place, standing: readonly string[]): undefined {
  linking.diagnostics.push(
    loadFault(
      'LOD013',
      at,
      standing.length > 1
        ? {
            id: `struktur ini berdiri di lebih dari satu tempat: ${standing.join(', ')}`,
            en: `this structure stands in more than one place: ${standing.join(', ')}`,
          }
        : { id: 'tempat struktur ini tidak dapat ditentukan', en: 'the place of this structure cannot be told' },
      {
        id: 'beri tepat satu dari at (titik), at_structure (struktur yang punya titik sendiri), site (bangunan situs)',
        en: "give exactly one of at (a point), at_structure (a structure with a point of its own), site (a site's building)",
      },
    ),
  )
  return undefined
}
