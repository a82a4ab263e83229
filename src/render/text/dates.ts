import type { Period } from '../../model/scalars.ts'

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
]

/** `2026-12-31` as `31 Desember 2026`. */
export function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`
}

/** Both days count. */
export function periodText({ from, to }: Period): string {
  return `${dateText(from)} s.d. ${dateText(to)}`
}
