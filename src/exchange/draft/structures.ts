import { geodesicM } from '../../model/geodesy.ts'
import type { Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { freeId, idFrom, nameKey } from '../values/ids.ts'
import { againstStructure, samePlaceM } from './against.ts'
import type { Classed } from './classify.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { ground, type Ground } from './near.ts'
import { positionOf } from './position.ts'
import { furtherFacts } from './structure-facts.ts'
import { textFrom } from './text.ts'
import { remarkOn } from '../table.ts'

/** A structure that cables can be laid along: one that is drafted here, or one that is declared. */
export interface Standing {
  readonly id: string
  readonly ref: string
  readonly point: Point
  readonly kind: string
}

export interface Structures {
  readonly drafts: readonly Draft[]
  readonly ground: Ground<Standing>
  /** By reference and by id, in lower case. */
  readonly byName: ReadonlyMap<string, readonly Standing[]>
  /** What the row of a structure became. */
  readonly standing: ReadonlyMap<MappedRow, Standing>
}

/** Two of a kind nearer than this are likely one, and people should look. */
const sameSpotM = 2
/** An id of the inventory means what is declared within this. */
const sameIdM = 500

interface State {
  readonly drafting: Drafting
  readonly drafts: Map<string, Draft>
  readonly ground: Ground<Standing>
  readonly declared: Ground<Standing>
  readonly byName: Map<string, Standing[]>
  readonly byRef: ReadonlyMap<string, Structure>
  readonly taken: Set<string>
  readonly matched: Set<string>
  readonly standing: Map<MappedRow, Standing>
}

export function structuresOf(rows: readonly (readonly [MappedRow, Classed])[], drafting: Drafting): Structures {
  const state = begin(drafting)
  for (const [mapped, as] of rows) draftOne(state, mapped, as)
  return { drafts: [...state.drafts.values()], ground: state.ground, byName: state.byName, standing: state.standing }
}

function begin(drafting: Drafting): State {
  const { network } = drafting
  const state: State = {
    drafting,
    drafts: new Map(),
    ground: ground(),
    declared: ground(),
    byName: new Map(),
    byRef: new Map(
      [...network.structures.values()].flatMap(each =>
        each.declared.source === undefined ? [] : [[each.declared.source.ref, each] as const],
      ),
    ),
    taken: new Set([
      ...network.structures.keys(),
      ...[...(network.missing.get('structure') ?? [])].filter(id => typeof id === 'string'),
    ]),
    matched: new Set(),
    standing: new Map(),
  }
  for (const { id, point, declared } of network.structures.values()) {
    if (declared.status === 'retired') continue
    const standing = { id, ref: declared.source?.ref ?? id, point, kind: declared.kind }
    state.declared.add(point, standing)
    state.ground.add(point, standing)
    known(state, standing)
  }
  return state
}

function known({ byName }: State, standing: Standing): void {
  for (const name of new Set([standing.id, nameKey(standing.ref)]))
    byName.set(name, [...(byName.get(name) ?? []), standing])
}

function draftOne(state: State, mapped: MappedRow, { structure = 'pole', isSaid }: Classed): void {
  const { drafting } = state
  const { row } = mapped
  const at = positionOf(mapped, drafting)
  const said = mapped.text('ref')
  if (!('key' in at)) {
    drafting.remark(remarkOn(row, 'left-out', at))
    return
  }
  const point = at.value
  const ref = textFrom(said) ?? ''
  const earlier = ref === '' ? [] : (state.byName.get(nameKey(ref)) ?? []).filter(({ id }) => state.drafts.has(id))
  const twin = earlier.find(each => geodesicM(each.point, point) <= sameSpotM)
  if (twin !== undefined) return tellAgain(state, mapped, twin)
  const match = matchOf(state, ref, point, structure)
  const id = match?.id ?? freeId(wantedId(ref, structure, state), id => state.taken.has(id))
  state.taken.add(id)
  state.matched.add(id)
  const standing = { id, ref: ref === '' ? id : ref, point, kind: structure }
  const facts: Fact[] = [
    ...refFacts(mapped, ref, earlier.length > 0),
    kindFact(mapped, structure, isSaid),
    crowded(state, standing, at),
    ...furtherFacts(mapped),
  ]
  const declared = match === undefined ? undefined : drafting.network.structures.get(match.id)
  state.drafts.set(id, {
    kind: 'structure',
    id,
    ref: standing.ref,
    at: row.at,
    facts: declared === undefined ? facts : againstStructure(declared, facts),
    ...(match === undefined ? {} : { match }),
  })
  state.ground.add(point, standing)
  state.standing.set(mapped, standing)
  known(state, standing)
}

function wantedId(ref: string, kind: string, { drafts }: State): string {
  const made = idFrom(ref)
  return made === '' ? `${kind}-${String(drafts.size + 1).padStart(3, '0')}` : made
}

/** The same reference at the same point once more: one thing, told twice. */
function tellAgain(state: State, mapped: MappedRow, { id }: Standing): void {
  const draft = state.drafts.get(id)
  if (draft === undefined) return
  const standing = [...(state.byName.get(id) ?? [])][0]
  if (standing !== undefined) state.standing.set(mapped, standing)
  state.drafting.remark(
    remarkOn(mapped.row, 'contradicted', {
      id: `${draft.ref} disebut dua kali di titik yang sama; dihitung sekali (${id})`,
      en: `${draft.ref} is told twice at the same point; counted once (${id})`,
    }),
  )
}

function matchOf(state: State, ref: string, point: Point, kind: string): Draft['match'] {
  const { drafting, byRef, matched } = state
  const free = (id: string): boolean => !matched.has(id)
  const byReference = byRef.get(ref)
  if (byReference !== undefined && free(byReference.id)) return { id: byReference.id, by: 'reference' }
  const own = drafting.network.structures.get(ref)
  // A number that a register begins anew in every regency: far away it is another thing.
  if (own !== undefined && free(own.id) && geodesicM(own.point, point) <= sameIdM) return { id: own.id, by: 'id' }
  // What has a reference of its own is another thing, however near.
  const near = state.declared.near(point, samePlaceM).filter(({ thing }) => thing.kind === kind && free(thing.id))
  const [only] = near
  if (
    only === undefined ||
    near.length > 1 ||
    drafting.network.structures.get(only.thing.id)?.declared.source !== undefined
  )
    return undefined
  return { id: only.thing.id, by: 'position' }
}

function refFacts(mapped: MappedRow, ref: string, isTwice: boolean): Fact[] {
  if (ref === '') {
    const why = { id: 'tanpa nama; diberi nama menurut urutan', en: 'without a name; named by its order' }
    return [factOf('id', '', [mapped.row.at], 'guessed', why)]
  }
  if (!isTwice) return [factOf('source.ref', ref, mapped.spot('ref'))]
  const why = { id: `${ref} dipakai dua kali di titik yang berbeda`, en: `${ref} is used twice, at different points` }
  return [factOf('source.ref', ref, mapped.spot('ref'), 'contradicted', why)]
}

function kindFact(mapped: MappedRow, kind: string, isSaid: boolean): Fact {
  const from = mapped.spot('kind')
  if (isSaid) return factOf('kind', kind, from)
  return factOf('kind', kind, from, 'guessed', { id: 'jenisnya tidak disebut', en: 'its kind is not said' })
}

/** The position, contradicted where another of its kind of this import stands there already. */
function crowded({ ground, drafts }: State, { point, kind, id }: Standing, at: Fact): Fact {
  const [other] = ground
    .near(point, sameSpotM)
    .filter(({ thing }) => thing.kind === kind && thing.id !== id && drafts.has(thing.id))
  if (other === undefined) return at
  const why = {
    id: `berjarak ${other.metres.toFixed(1)} m dari ${other.thing.ref}: dua di satu titik, atau satu yang ditulis dua kali`,
    en: `${other.metres.toFixed(1)} m from ${other.thing.ref}: two on one point, or one that was written twice`,
  }
  return { ...at, certainty: 'contradicted', why }
}
