import type { MoneyRow, Operand } from '../../money/by-axis.ts'
import { isDue } from '../../money/postings.ts'
import { locate } from '../../source/locate.ts'
import { placeKey, type Place } from '../../source/source.ts'

/** Where the figures of a money row come from: the same sums of one value together, with its file and line. */
interface OperandLine {
  readonly kind: 'committed' | 'paid' | 'rent'
  /** Undefined of rent, which has a permit. */
  readonly contract: string | undefined
  readonly permit?: string
  readonly circuit: string | undefined
  readonly payment: string | undefined
  readonly months: readonly string[]
  readonly exclPpnRupiah: number
  readonly ppnRupiah: number
  /** Of these months, what is due on the day, with PPN. */
  readonly dueRupiah: number
  readonly file: string
  readonly line: number
}

/** The operands of a row; their sums are the row's figures. */
export function operandsOf({ operands }: MoneyRow, day: string, lineOf: (place: Place) => number): OperandLine[] {
  const groups = Map.groupBy(operands, ({ posting }) =>
    [posting.kind, ...Object.values(partiesOf(posting)), placeKey(posting.at)].join(' '),
  )
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (first === undefined) return []
    const { kind, at } = first.posting
    return {
      kind,
      ...partiesOf(first.posting),
      months: group.map(({ posting }) => posting.month),
      exclPpnRupiah: sum(group, ({ exclPpnRupiah }) => exclPpnRupiah),
      ppnRupiah: sum(group, ({ ppnRupiah }) => ppnRupiah),
      dueRupiah: sum(
        group.filter(({ posting }) => isDue(posting, day)),
        ({ exclPpnRupiah, ppnRupiah }) => exclPpnRupiah + ppnRupiah,
      ),
      file: at.source.path,
      line: lineOf(at),
    }
  })
}

function partiesOf(posting: Operand['posting']): Pick<OperandLine, 'contract' | 'permit' | 'circuit' | 'payment'> {
  if (posting.kind === 'rent')
    return { contract: undefined, permit: posting.permit, circuit: undefined, payment: undefined }
  const { contract, line, payment } = posting
  return { contract: contract.id, circuit: line?.bought.id, payment: payment?.id }
}

/** Lines of places, each looked up once. */
export function lineFinder(): (place: Place) => number {
  const known = new Map<string, number>()
  return place => {
    const key = placeKey(place)
    const line = known.get(key) ?? locate(place).line
    known.set(key, line)
    return line
  }
}

function sum(operands: readonly Operand[], figureOf: (operand: Operand) => number): number {
  return operands.reduce((total, operand) => total + figureOf(operand), 0)
}
