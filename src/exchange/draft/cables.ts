import { geodesicM } from '../../model/geodesy.ts'
import type { Cable } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { hopsAlong } from '../export/tables.ts'
import { plainName } from '../mapping/fields.ts'
import { freeId, idFrom } from '../values/ids.ts'
import { countOf, numberOf } from '../values/numbers.ts'
import { againstCable } from './against.ts'
import { between, installationOf, spanOf, waypointsIn, wayOf, type Laying } from './cable-way.ts'
import { cableTypeOf } from './cable-type.ts'
import { factIf, factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { structureNamed } from './named.ts'
import { dayOf, statusOf } from './structure-facts.ts'
import type { Structures } from './structures.ts'
import { textFrom } from './text.ts'
import { remarkOn } from '../table.ts'

/** Cables of lines and tables, the spans that they hang on, and ends that nobody had told. */
export function cablesOf(rows: readonly MappedRow[], structures: Structures, drafting: Drafting): Draft[] {
  const { network } = drafting
  const state: Laying = {
    drafting,
    structures,
    drafts: new Map(),
    spans: new Map([...network.spans.values()].map(({ id, from, to }) => [between(from.id, to.id), id])),
    taken: new Set([
      ...network.cables.keys(),
      ...network.spans.keys(),
      ...network.structures.keys(),
      ...structures.drafts.map(({ id }) => id),
    ]),
  }
  for (const mapped of rows) draftOne(state, mapped)
  return [...state.drafts.values()]
}

function draftOne(state: Laying, mapped: MappedRow): void {
  const { drafting, taken } = state
  const ref = textFrom(mapped.text('ref')) ?? textFrom(mapped.text('name')) ?? ''
  const same = declaredCable(drafting, ref)
  if (same !== undefined) return void state.drafts.set(same.id, knownCable(state, same, ref, mapped))
  const id = freeId(idFrom(ref) || `kabel-${state.drafts.size + 1}`, id => taken.has(id))
  const way = wayOf(state, mapped, id)
  if (!('hops' in way)) {
    drafting.remark(remarkOn(mapped.row, 'left-out', way))
    return
  }
  const type = cableTypeOf(drafting.network, mapped)
  if (!('fact' in type)) {
    drafting.remark(remarkOn(mapped.row, 'left-out', type))
    return
  }
  taken.add(id)
  if (type.draft !== undefined) state.drafts.set(type.draft.id, type.draft)
  const spans = way.hops.map((hop, i) => spanOf(state, mapped, id, hop, i))
  const first = way.hops[0]
  state.drafts.set(id, {
    kind: 'cable',
    id,
    ref: ref === '' ? id : ref,
    at: mapped.row.at,
    facts: [
      ...(ref === '' || ref === id ? [] : [factOf('source.ref', ref, mapped.spot('ref', 'name').slice(0, 1))]),
      type.fact,
      factOf('spans', spans, way.from, way.certainty, way.why),
      ...(spans.length === 1 && first !== undefined ? [factOf('from', first.from.id, way.from)] : []),
      ...dateAndStatus(mapped),
      ...factIf('(kind)', mapped.text('kind'), mapped.spot('kind')),
      ...lengthFacts(
        mapped,
        way.hops.map(({ from, to, via }) => [from.point, ...via, to.point]),
      ),
    ],
  })
}

function declaredCable({ network }: Drafting, ref: string): Cable | undefined {
  if (ref === '') return undefined
  return network.cables.get(ref) ?? [...network.cables.values()].find(({ declared }) => declared.source?.ref === ref)
}

/** A cable that is declared: whatever the row says of it is held against the inventory. */
function knownCable(state: Laying, cable: Cable, ref: string, mapped: MappedRow): Draft {
  const { id } = cable
  const told = countOf(mapped.cell('cores'), mapped.decimal('cores'))
  const said = plainName(mapped.text('cableType'))
  const isOwnType = said === plainName(cable.type.id) || said === plainName(cable.type.declared.name)
  const installation = installationOf(mapped.text('installation'))
  return {
    kind: 'cable',
    id,
    ref,
    at: mapped.row.at,
    facts: [
      factOf('source.ref', ref, mapped.spot('ref', 'name')),
      ...againstCable(cable, [
        ...factIf('(cores)', told?.value, mapped.spot('cores')),
        ...(said === '' ? [] : [factOf('type', isOwnType ? cable.type.id : said, mapped.spot('cableType'))]),
        ...factIf('(installation)', installation, mapped.spot('installation')),
        ...dateAndStatus(mapped),
        ...wayFacts(state, mapped),
      ]),
      ...lengthFacts(
        mapped,
        hopsAlong(cable).map(({ points }) => points),
      ),
    ],
    match: { id, by: id === ref ? 'id' : 'reference' },
  }
}

/** The structures that a row names, as far as they are known: its ends, or its whole way. */
function wayFacts({ structures }: Laying, mapped: MappedRow): Fact[] {
  const named = mapped.text('along') === '' ? [] : waypointsIn(mapped.text('along'))
  const ids = named.map(name => {
    const standing = structureNamed(structures, name)
    return 'point' in standing ? standing.id : name
  })
  return ids.length < 2 ? [] : [factOf('(along)', ids.join('; '), mapped.spot('along'))]
}

function dateAndStatus(mapped: MappedRow): Fact[] {
  const built = dayOf(mapped.text('built'))
  const status = statusOf(mapped.text('status'))
  return [...factIf('built', built, mapped.spot('built')), ...factIf('status', status, mapped.spot('status'))]
}

/** A length that was told has no place of its own: it is held against the drawn one. */
function lengthFacts(mapped: MappedRow, hops: readonly (readonly Point[])[]): Fact[] {
  const told =
    countOf(mapped.cell('lengthM'), mapped.decimal('lengthM')) ??
    numberOf(mapped.cell('lengthM'), mapped.decimal('lengthM'))
  if (told === undefined || told.value <= 0) return []
  const drawnM = hops.reduce((sum, points) => {
    return sum + points.slice(1).reduce((part, point, i) => part + geodesicM(points[i] ?? point, point), 0)
  }, 0)
  const isAlike = Math.abs(told.value - drawnM) <= Math.max(20, drawnM * 0.1)
  const why = {
    id: `${told.value} m tertulis, ${drawnM.toFixed(0)} m menurut jalannya`,
    en: `${told.value} m told, ${drawnM.toFixed(0)} m by its way`,
  }
  return [
    factOf(
      '(length_m)',
      told.value,
      mapped.spot('lengthM'),
      isAlike ? 'sure' : 'contradicted',
      isAlike ? undefined : why,
    ),
  ]
}
