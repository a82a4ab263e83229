import type { Cable, Splice, Structure } from '../model/network.ts'
import { unnamed } from '../model/missing.ts'
import type { SpliceDeclaration } from '../model/cable-file.ts'
import { partsOfStep, strandsOfRange } from '../model/strands.ts'
import { inside, type Place } from '../source/source.ts'
import { byText } from '../text/order.ts'
import type { Declarations } from './declare.ts'
import { loadFault } from './fault.ts'
import { addMissing } from './missing.ts'
import { resolve, type Linking } from './resolve.ts'

/** Splices, one for each pair of cores: a range is as many lines as it has cores, all at one place. */
export function linkSplices(
  linking: Linking,
  { plant, network }: Declarations,
  structures: ReadonlyMap<string, Structure>,
  cables: ReadonlyMap<string, Cable>,
): Splice[] {
  const usualRoom = network[0]?.declared.policy.splicesPerTray
  const splices = plant.flatMap(area =>
    area.declared.splices.flatMap((declared, i): Splice[] => {
      const origin = area.entry('splices', i)
      const closure = resolve(linking, 'structure', structures, declared.closure, inside(origin, 'closure'))
      const ends = (['a', 'b'] as const).map(end =>
        resolve(linking, 'cable', cables, partsOfStep(declared[end]).name, inside(origin, end)),
      )
      const pairs = pairsOf(linking, declared, origin)
      if (closure === undefined || ends.includes(undefined) || pairs === undefined) {
        addMissing(linking.missing, 'splice', unnamed)
        return []
      }
      const room = closure.declared.splicesPerTray ?? usualRoom
      return pairs.map(([a, b], n) => ({
        kind: 'splice',
        id: `${a}--${b}`,
        declared: { ...declared, a, b, tray: trayOf(declared.tray, room, n) },
        origin,
        closure,
      }))
    }),
  )
  return splices.sort(byText(({ id }) => id))
}

/** Tray of the `n`th splice of a range, where trays are filled one after the other. */
function trayOf(first: number | undefined, room: number | undefined, n: number): number | undefined {
  return first === undefined || room === undefined ? first : first + Math.floor(n / room)
}

function pairsOf(
  linking: Linking,
  { a, b }: SpliceDeclaration,
  origin: Place,
): (readonly [string, string])[] | undefined {
  const [left, right] = [strandsOfRange(a), strandsOfRange(b)]
  if (left.length === right.length) return left.map((strand, n) => [strand, right[n] ?? strand])
  linking.diagnostics.push(
    loadFault(
      'LOD013',
      inside(origin, 'b'),
      {
        id: `${a} adalah ${left.length} core, ${b} adalah ${right.length}`,
        en: `${a} are ${left.length} cores, and ${b} are ${right.length}`,
      },
      {
        id: 'sambungan berpasangan satu lawan satu: samakan banyaknya core kedua rentang',
        en: 'splices join one core with one: give both ranges the same number of cores',
      },
    ),
  )
  return undefined
}
