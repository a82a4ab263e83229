import type { Bilingual } from '../diagnostic/diagnostic.ts'
import type { Noun } from './things.ts'

/** What time is counted in. */
export const times = {
  day: { id: 'hari', en: 'day', many: 'days' },
  minute: { id: 'menit', en: 'minute', many: 'minutes' },
  month: { id: 'bulan', en: 'month', many: 'months' },
  year: { id: 'tahun', en: 'year', many: 'years' },
} as const satisfies Record<string, Noun>

export const months: readonly Bilingual[] = [
  { id: 'Januari', en: 'January' },
  { id: 'Februari', en: 'February' },
  { id: 'Maret', en: 'March' },
  { id: 'April', en: 'April' },
  { id: 'Mei', en: 'May' },
  { id: 'Juni', en: 'June' },
  { id: 'Juli', en: 'July' },
  { id: 'Agustus', en: 'August' },
  { id: 'September', en: 'September' },
  { id: 'Oktober', en: 'October' },
  { id: 'November', en: 'November' },
  { id: 'Desember', en: 'December' },
]

/** `31 Desember 2026` and `31 December 2026`, of `2026-12-31`. */
export function day(date: string): Bilingual {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const name = months[month - 1] ?? { id: String(month), en: String(month) }
  return { id: `${dayOfMonth} ${name.id} ${year}`, en: `${dayOfMonth} ${name.en} ${year}` }
}

/** `Maret 2026` and `March 2026`, of `2026-03`. */
export function monthName(month: string): Bilingual {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const name = months[number - 1] ?? { id: String(number), en: String(number) }
  return { id: `${name.id} ${year}`, en: `${name.en} ${year}` }
}

/** `1 Januari 2026 s.d. 31 Desember 2026`; both days count. */
export function period({ from, to }: { readonly from: string; readonly to: string }): Bilingual {
  return { id: `${day(from).id} s.d. ${day(to).id}`, en: `${day(from).en} to ${day(to).en}` }
}
