const ones = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
const powers: readonly (readonly [value: number, word: string])[] = [
  [1e15, 'kuadriliun'],
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1000, 'ribu'],
  [100, 'ratus'],
]

/**
 * A whole number from 0 to 10¹⁸ in Indonesian words, as letters and receipts spell their sums: `empat puluh tujuh ribu
 * sembilan ratus sebelas`.
 */
export function spelled(value: number): string {
  return value === 0 ? 'nol' : words(value).join(' ')
}

function words(value: number): string[] {
  if (value === 0) return []
  if (value < 12) return [ones[value] ?? '']
  if (value < 20) return [ones[value - 10] ?? '', 'belas']
  if (value < 100) return [ones[Math.floor(value / 10)] ?? '', 'puluh', ...words(value % 10)]
  const [power, word] = powers.find(([least]) => value >= least) ?? [100, 'ratus']
  const [count, rest] = [Math.floor(value / power), value % power]
  // One hundred and one thousand are single words; a million is not.
  return [...(count === 1 && power <= 1000 ? [`se${word}`] : [...words(count), word]), ...words(rest)]
}
