import { inside } from '../../source/source.ts'
import { rule } from '../define.ts'
import { oncePerLine } from './splice-ends.ts'
import { spliceCeilingDb } from '../../model/fibre.ts'
import { number } from '../../words/figures.ts'

export const spliceLossImplausible = rule({
  code: 'PLT111',
  name: 'splice-loss-implausible',
  severity: 'warning',
  title: { id: 'Redaman sambungan yang tidak masuk akal', en: 'Splice loss that cannot be right' },
  *check({ network }) {
    const implausible = network.splices.flatMap(splice => {
      const { lossDb, a, b } = splice.declared
      return lossDb !== undefined && lossDb > spliceCeilingDb.value ? [{ splice, lossDb, a, b }] : []
    })
    for (const {
      splice: { closure, origin },
      ...facts
    } of oncePerLine(implausible))
      yield { at: inside(origin, 'lossDb'), facts: { closure: closure.id, ...facts }, about: [closure] }
  },
  message: ({ closure, a, b, lossDb }) => ({
    id:
      `sambungan ${a} dengan ${b} di ${closure} tercatat ${number(lossDb).id} dB; ` +
      `sambungan fusi paling banyak ${number(spliceCeilingDb.value).id} dB`,
    en:
      `the splice of ${a} and ${b} in ${closure} is recorded with ${number(lossDb).en} dB; ` +
      `a fusion splice loses ${number(spliceCeilingDb.value).en} dB at most`,
  }),
  hint: () => ({
    id: 'periksa letak titik desimalnya, ukur ulang dari kedua arah, atau sambung ulang',
    en: 'look at its decimal point, measure it again from both ends, or splice it again',
  }),
})
