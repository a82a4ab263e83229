/** Words that make a sentence and name nothing. */
const fillers = wordsIn(
  `yang dan atau dari di ke untuk dengan pada oleh dalam ini itu apa apakah siapa berapa kapan bagaimana mengapa saja
  kita kami ada adalah akan harus boleh bisa dapat sudah belum masih segera paling setiap semua lagi juga bukan
  the a an of to in on at by and or for from with what which who whom whose when why how does do did is are was were
  has have had can may must will should still soon any our we its this that them they there`,
)

export function isFiller(word: string): boolean {
  return fillers.has(word)
}

/** Words that say what is asked of a thing, and stand in no cell of its table. */
const verbs = wordsIn('berakhir habis mulai bulan tanggal hari ends end expires begins starts month day')

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/))
}

/** The words of a question that name something, without its marks; all of them where none does. */
export function namingWords(query: string): readonly string[] {
  const words = query
    .split(/\s+/)
    .map(word => word.replace(/[?!]+$/, ''))
    .filter(Boolean)
  const naming = words.filter(word => !fillers.has(word))
  return naming.length === 0 ? words : naming
}

/** Those of them that a table can be filtered by. */
export function filteringWords(words: readonly string[]): readonly string[] {
  return words.filter(word => !fillers.has(word) && !verbs.has(word))
}
