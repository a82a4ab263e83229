import type { Cable, Structure } from '../../model/network.ts'
import { geodesicM } from '../../model/geodesy.ts'
import type { Point } from '../../model/scalars.ts'
import { structuresAlong } from '../export/tables.ts'
import type { Fact, Value } from './draft.ts'

/** What is declared within this is the same place. */
export const samePlaceM = 5

/** What a declared structure says otherwise, or does not say; the inventory stays as it is. */
export function againstStructure({ point, declared }: Structure, facts: readonly Fact[]): Fact[] {
  return facts.map(fact => {
    if (fact.key === 'at')
      return geodesicM(point, pointIn(fact.value)) <= samePlaceM ? fact : contradicted(fact, `${point[1]}, ${point[0]}`)
    if (fact.key === 'kind') return fact.certainty === 'sure' ? held(fact, declared.kind) : fact
    if (fact.key === 'height_m') return held(fact, declared.heightM)
    const key = (['owner', 'ports', 'trays', 'material', 'built', 'status'] as const).find(each => each === fact.key)
    return key === undefined ? fact : held(fact, declared[key])
  })
}

/** The same of a cable: its way by its structures, its type by its name. */
export function againstCable(cable: Cable, facts: readonly Fact[]): Fact[] {
  const { declared, type } = cable
  const known: Readonly<Record<string, string | number | undefined>> = {
    type: type.id,
    built: declared.built,
    status: declared.status,
    '(cores)': type.declared.cores,
    '(kind)': undefined,
    '(installation)': cable.spans[0]?.declared.kind,
    '(along)': structuresAlong(cable)
      .map(({ id }) => id)
      .join('; '),
  }
  return facts.map(fact =>
    fact.certainty !== 'contradicted' && Object.hasOwn(known, fact.key) ? held(fact, known[fact.key]) : fact,
  )
}

function held(fact: Fact, has: string | number | undefined): Fact {
  if (fact.value === has) return fact
  if (has !== undefined) return contradicted(fact, String(has))
  return {
    ...fact,
    key: bracketed(fact.key),
    certainty: 'contradicted',
    why: {
      id: 'inventaris tidak menyebutnya; tulis di sana bila benar',
      en: 'the inventory does not say it; write it there if it is true',
    },
  }
}

function contradicted(fact: Fact, has: string): Fact {
  return {
    ...fact,
    certainty: 'contradicted',
    why: { id: `inventaris berkata ${has}`, en: `the inventory says ${has}` },
  }
}

function bracketed(key: string): string {
  return key.startsWith('(') ? key : `(${key})`
}

function pointIn(value: Value): Point {
  return Array.isArray(value) ? [Number(value[0]), Number(value[1])] : [Number.NaN, Number.NaN]
}
