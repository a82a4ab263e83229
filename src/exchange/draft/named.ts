import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { CableTypeDeclaration } from '../../model/cable-file.ts'
import { idFrom, nameKey } from '../values/ids.ts'
import type { Draft, Drafting } from './draft.ts'
import type { Standing, Structures } from './structures.ts'

type Bundle = Pick<CableTypeDeclaration, 'cores' | 'coresPerTube' | 'colours'>

/** A cable that is declared or drafted here, with what its type says of its cores. */
export interface NamedCable {
  readonly id: string
  readonly bundle: Bundle
}

/** The structure that a cell names, by its own reference or its id, where only one is called so. */
export function structureNamed({ byName }: Pick<Structures, 'byName'>, name: string): Standing | Bilingual {
  const found = byName.get(nameKey(name)) ?? byName.get(idFrom(name)) ?? []
  const [only] = found
  if (only === undefined) return { id: `tidak ada struktur "${name}"`, en: `there is no structure "${name}"` }
  return found.length === 1
    ? only
    : { id: `"${name}" dipakai ${found.length} kali`, en: `"${name}" is used ${found.length} times` }
}

export type CablesByName = ReadonlyMap<string, NamedCable>

/** Cables of the inventory and of this import, by reference and by id. */
export function cablesByName(drafts: readonly Draft[], { network }: Drafting): CablesByName {
  const found = new Map<string, NamedCable>()
  const add = (cable: NamedCable, names: readonly string[]): void => {
    for (const name of names) found.set(nameKey(name), cable)
  }
  const drafted = new Map(
    drafts.flatMap(({ kind, id, facts }) => (kind === 'cabletype' ? [[id, bundleIn(facts)] as const] : [])),
  )
  for (const { id, declared, type } of network.cables.values())
    if (declared.status !== 'retired') add({ id, bundle: type.declared }, [id, declared.source?.ref ?? id])
  for (const { kind, id, ref, facts, match } of drafts) {
    if (kind !== 'cable' || match !== undefined) continue
    const type = String(facts.find(({ key }) => key === 'type')?.value ?? '')
    const bundle = network.cableTypes.get(type)?.declared ?? drafted.get(type)
    if (bundle !== undefined) add({ id, bundle }, [id, ref])
  }
  return found
}

function bundleIn(facts: Draft['facts']): Bundle {
  const number = (key: string): number => Number(facts.find(each => each.key === key)?.value ?? 1)
  return { cores: number('cores'), coresPerTube: number('cores_per_tube'), colours: 'tia598' }
}

export function cableNamed(cables: CablesByName, name: string): NamedCable | Bilingual {
  return (
    cables.get(nameKey(name)) ??
    cables.get(idFrom(name)) ?? { id: `tidak ada kabel "${name}"`, en: `there is no cable "${name}"` }
  )
}
