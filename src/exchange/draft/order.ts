import { geodesicM } from '../../model/geodesy.ts'
import type { Classed } from './classify.ts'
import type { Drafting, MappedRow } from './draft.ts'
import type { Standing, Structures } from './structures.ts'

interface Walked {
  readonly mapped: MappedRow
  readonly standing: Standing
  readonly number: number | undefined
}

/** Says of every table of poles whether its rows and its numbers walk the same way, and which of the two is shorter. */
export function sayWalkingOrder(
  rows: readonly (readonly [MappedRow, Classed])[],
  { standing, drafts }: Structures,
  { remark }: Drafting,
): void {
  const fresh = new Set(drafts.filter(({ match }) => match === undefined).map(({ id }) => id))
  const walked = rows.flatMap(([mapped, { structure }]): Walked[] => {
    const own = standing.get(mapped)
    return own === undefined || structure !== 'pole' ? [] : [{ mapped, standing: own, number: numberIn(mapped) }]
  })
  const groups = Map.groupBy(walked, ({ mapped: { row, text } }) =>
    JSON.stringify([row.at.file, row.at.sheet, row.at.folder, text('line')]),
  )
  for (const group of groups.values()) {
    // What is declared already has its spans.
    if (!group.some(each => fresh.has(each.standing.id))) continue
    const [first] = group
    if (first === undefined || group.length < 3 || group.some(({ number }) => number === undefined)) continue
    const byNumber = group.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    const [rowsM, numbersM] = [lengthM(group), lengthM(byNumber)]
    if (Math.abs(rowsM - numbersM) < 1) continue
    const { file, sheet, folder } = first.mapped.row.at
    remark({
      at: { file, ...(sheet === undefined ? {} : { sheet }), ...(folder === undefined ? {} : { folder }) },
      certainty: 'contradicted',
      why: {
        id:
          `${group.length} tiang: ${numbersM.toFixed(1)} m menurut nomor, ${rowsM.toFixed(1)} m menurut baris; ` +
          'tidak ada bentang yang diusulkan dari urutannya',
        en: `${group.length} poles: ${numbersM.toFixed(1)} m by number, ${rowsM.toFixed(1)} m by row; no span is proposed from their order`,
      },
    })
  }
}

/** The number that orders a pole: its column, else the last digits of its name. */
function numberIn({ text }: MappedRow): number | undefined {
  const said = text('order') === '' ? /(\d+)\D*$/.exec(text('ref'))?.[1] : text('order')
  const number = Number(said ?? Number.NaN)
  return Number.isFinite(number) ? number : undefined
}

function lengthM(group: readonly Walked[]): number {
  return group
    .slice(1)
    .reduce((sum, { standing }, i) => sum + geodesicM(group[i]?.standing.point ?? standing.point, standing.point), 0)
}
