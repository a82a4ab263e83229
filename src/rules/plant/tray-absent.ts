import { partsOfStep } from '../../model/strands.ts'
import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { oncePerLine } from './splice-ends.ts'

export const trayAbsent = rule({
  code: 'PLT112',
  name: 'tray-absent',
  severity: 'error',
  title: { id: 'Baki yang tidak ada di closure-nya', en: 'Tray that its closure does not have' },
  *check({ network }) {
    const absent = network.splices.flatMap(splice => {
      const { tray, a, b } = splice.declared
      const { trays } = splice.closure.declared
      return trays !== undefined && tray !== undefined && tray > trays ? [{ splice, tray, trays, a, b }] : []
    })
    for (const {
      splice: { closure, origin },
      ...facts
    } of oncePerLine(absent.toSorted((x, y) => coreOf(x.a) - coreOf(y.a))))
      yield { at: inside(origin, 'tray'), facts: { closure: closure.id, ...facts }, about: [closure] }
  },
  message: ({ closure, tray, trays, a, b }) => ({
    id: `sambungan ${a} dengan ${b} ada di baki ${tray}, padahal ${closure} hanya punya ${trays} baki`,
    en: `the splice of ${a} and ${b} lies on tray ${tray}, yet ${closure} has only ${trays}`,
  }),
  hint: ({ trays }) => ({
    id: `pilih baki 1 sampai ${trays}, atau perbaiki trays closure itu`,
    en: `choose a tray from 1 to ${trays}, or correct the trays of the closure`,
  }),
})

function coreOf(strand: string): number {
  return partsOfStep(strand).number ?? 0
}
