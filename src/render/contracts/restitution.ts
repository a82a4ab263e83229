import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { MonthDowntime } from '../../money/downtime.ts'
import { restitutionRupiah, type RestitutionFormula as Formula } from '../../money/restitution.ts'
import { decimalText, grouped, rupiahText } from '../text/numbers.ts'

interface Restitution {
  readonly formula: string
  readonly words: Bilingual
  /** What the signs of the formula mean. */
  readonly where: readonly string[]
}

/**
 * The three ways in which the contracts of regional governments give money back; the contract's text decides which one.
 */
export function restitutionOf(formula: Formula, availabilityPercent: number): Restitution {
  const sla = decimalText(availabilityPercent, 3)
  if (formula === 'excess-fraction') {
    return {
      formula: 'R = ((A − Av) ÷ C) × B; R = 0 bila A ≤ Av',
      words: {
        id: 'Dibayar kembali biaya bulanan titik sebanding dengan gangguan yang melebihi batas SLA.',
        en: 'The monthly fee of the point comes back in proportion to the downtime beyond what the SLA allows.',
      },
      where: [
        'A = menit gangguan efektif dalam bulan, dari tiket dibuka sampai ditutup, dikurangi yang dikecualikan',
        `Av = menit gangguan yang dibolehkan = (100 % − ${sla} %) × C`,
        'C = menit dalam bulan',
        'B = biaya bulanan titik sebelum PPN',
      ],
    }
  }
  if (formula === 'beibi') {
    return {
      formula: `R = (X × Y) ÷ (Z × ${sla} %)`,
      words: {
        id: 'Dibayar kembali biaya bulanan sebanding dengan jam gangguan terhadap jam layanan yang dijanjikan.',
        en: 'The monthly fee comes back in proportion to the hours of downtime over the hours that were promised.',
      },
      where: ['X = biaya bulanan titik sebelum PPN', 'Y = jam gangguan efektif dalam bulan', 'Z = jam dalam bulan'],
    }
  }
  return {
    formula: 'R = X × Y ÷ Z',
    words: {
      id: 'Dibayar kembali biaya bulanan sebanding dengan jam gangguan.',
      en: 'The monthly fee comes back in proportion to the hours of downtime.',
    },
    where: ['X = biaya bulanan titik sebelum PPN', 'Y = jam gangguan efektif dalam bulan', 'Z = jam dalam bulan'],
  }
}

/** The formula with the figures of one circuit and month put in. */
export function restitutionWorking({ contract, line, countedSeconds, secondsInMonth, rupiah }: MonthDowntime): string {
  const { sla } = contract.declared
  const [fee, result] = [rupiahText(line.monthlyRupiah), rupiahText(rupiah)]
  if (sla?.restitution === undefined) return `kontrak tidak menyebut rumus restitusi → ${result}`
  const [down, month] = [decimalText(countedSeconds / 60), grouped(secondsInMonth / 60)]
  const percent = decimalText(sla.availabilityPercent, 3)
  if (sla.restitution === 'beibi') {
    const [downHours, hours] = [decimalText(countedSeconds / 3600, 4), grouped(secondsInMonth / 3600)]
    return `(${fee} × ${downHours} jam) ÷ (${hours} jam × ${percent} %) = ${result}`
  }
  if (sla.restitution === 'prorata') return `${fee} × ${down} menit ÷ ${month} menit = ${result}`
  const allowed = decimalText(((100 - sla.availabilityPercent) / 100) * (secondsInMonth / 60))
  const excess = `((${down} − ${allowed}) menit ÷ ${month} menit) × ${fee}`
  return rupiah === 0 ? `${down} menit tidak melebihi ${allowed} menit → ${result}` : `${excess} = ${result}`
}

const exampleMinutes = 570
const exampleDays = 30

/** One sentence that puts figures into the formula: 9½ hours down in a month of 30 days. */
export function restitutionExample(formula: Formula, availabilityPercent: number, monthlyRupiah: number): string {
  const result = restitutionRupiah({
    formula,
    availabilityPercent,
    monthlyRupiah,
    downSeconds: exampleMinutes * 60,
    days: exampleDays,
  })
  return (
    `gangguan efektif ${exampleMinutes} menit dalam bulan ${exampleDays} hari (${grouped(exampleDays * 1440)} ` +
    `menit) pada titik berbiaya ${rupiahText(monthlyRupiah)} → ${rupiahText(result)}`
  )
}
