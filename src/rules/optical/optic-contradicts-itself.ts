import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { OpticType } from '../../model/network.ts'
import type { Optic } from '../../model/optics.ts'
import { inside, type Place } from '../../source/source.ts'
import { rule } from '../define.ts'
import { decibels } from './decibels.ts'

export const opticContradictsItself = rule({
  code: 'OPT007',
  name: 'optic-contradicts-itself',
  severity: 'error',
  title: { id: 'Angka kelas optik saling bertentangan', en: 'Figures of an optics class that contradict each other' },
  *check({ network }) {
    for (const type of network.opticTypes.values())
      for (const { at, words } of [...ownFaults(type), ...mateFaults(type, network.optics)])
        yield { at, facts: { optic: type.id, words }, about: [type] }
  },
  message: ({ optic, words }) => ({
    id: `kelas optik ${optic}: ${words.id}`,
    en: `optics class ${optic}: ${words.en}`,
  }),
  hint: () => ({
    id: 'salin sekali lagi dari lembar data; daya kirim dan terima dalam dBm, anggaran dan redaman dalam dB',
    en: 'copy it from the data sheet once more; powers are in dBm, budgets and losses in dB',
  }),
})

interface Fault {
  readonly at: Place
  readonly words: Bilingual
}

function ownFaults({ declared, origin }: OpticType): Fault[] {
  const { transmitDbm, receiveDbm, budgetDb } = declared
  const faults: Fault[] = []
  if (transmitDbm !== undefined && transmitDbm.min > transmitDbm.max)
    faults.push({
      at: inside(origin, 'transmitDbm', 'min'),
      words: {
        id: 'daya kirim paling lemah lebih besar dari yang paling kuat',
        en: 'its weakest transmit power is above its strongest',
      },
    })
  if (receiveDbm?.overload !== undefined && receiveDbm.overload <= receiveDbm.sensitivity)
    faults.push({
      at: inside(origin, 'receiveDbm', 'overload'),
      words: {
        id: 'penerima rusak pada daya yang belum dapat dibacanya',
        en: 'its receiver burns at a power that it does not receive yet',
      },
    })
  const spanDb = transmitDbm && receiveDbm && transmitDbm.min - receiveDbm.sensitivity
  if (budgetDb !== undefined && spanDb !== undefined && budgetDb > spanDb + roundingDb)
    faults.push({
      at: inside(origin, 'budgetDb'),
      words: {
        id: `anggaran ${decibels(budgetDb).id} lebih dari ${decibels(spanDb).id} di antara daya kirim terlemah dan kepekaan penerima`,
        en:
          `a budget of ${decibels(budgetDb).en} is more than the ${decibels(spanDb).en} between its weakest ` +
          'transmit power and its sensitivity',
      },
    })
  return faults
}

/** Data sheets round each figure to half a decibel. */
const roundingDb = 0.5

function mateFaults({ declared, origin, optic }: OpticType, optics: ReadonlyMap<string, Optic>): Fault[] {
  const mate = optics.get(optic.mate)
  if (mate === undefined) return []
  const at = declared.mate === undefined ? inside(origin, 'optic') : inside(origin, 'mate')
  if (mate.mate !== optic.id)
    return [
      {
        at,
        words: {
          id: `pasangannya ${mate.id} berpasangan dengan ${mate.mate}`,
          en: `its mate ${mate.id} mates with ${mate.mate}`,
        },
      },
    ]
  if (mate.speedMbps !== optic.speedMbps || mate.strands !== optic.strands)
    return [
      {
        at,
        words: {
          id: `pasangannya ${mate.id} lain kecepatan atau jumlah serat`,
          en: `its mate ${mate.id} has another speed or number of strands`,
        },
      },
    ]
  if (mate.receiveNm === optic.transmitNm && mate.transmitNm === optic.receiveNm) return []
  return [
    {
      at,
      words: {
        id:
          `mengirim ${optic.transmitNm} nm dan menerima ${optic.receiveNm} nm, ` +
          `sedangkan ${mate.id} menerima ${mate.receiveNm} nm dan mengirim ${mate.transmitNm} nm`,
        en:
          `it sends ${optic.transmitNm} nm and receives ${optic.receiveNm} nm, ` +
          `and ${mate.id} receives ${mate.receiveNm} nm and sends ${mate.transmitNm} nm`,
      },
    },
  ]
}
