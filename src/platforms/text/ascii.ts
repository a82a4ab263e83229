/**
 * Printable ASCII for dialects that know no quoting: accents fall off, typographic signs become plain ones, and what
 * has no plain form is dropped. At most `limit` characters; `-` where nothing is left. Throws on a line break, which
 * would be a line of its own.
 */
export function plainText(text: string, limit = 80): string {
  if (/[\r\n\v\f\u0085\u2028\u2029]/.test(text)) throw new Error('line break in a text for a configuration')
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .normalize('NFKD')
    // Angle brackets are the sign of a secret on disk.
    .replace(/[^\x20-\x7e]|[<>]/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, limit)
    .trim()
  return plain === '' ? '-' : plain
}
