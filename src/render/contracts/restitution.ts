import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { restitutionRupiah, type RestitutionFormula as Formula } from '../../money/restitution.ts'
import { decimalText, grouped, rupiahText } from '../text/numbers.ts'

export interface Restitution {
  readonly formula: string
  readonly words: Bilingual
  /** What the signs of the formula mean. */
  readonly where: readonly string[]
}

/** The three ways in which the contracts of regional governments give money back; the contract's text decides which one. */
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
  return `gangguan efektif ${exampleMinutes} menit dalam bulan ${exampleDays} hari (${grouped(exampleDays * 1440)} menit) pada titik berbiaya ${rupiahText(monthlyRupiah)} → ${rupiahText(result)}`
}
