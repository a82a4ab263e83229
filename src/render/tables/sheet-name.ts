/**
 * A sheet's name within the limits of Excel: 31 characters, none of `[]:*?/\`, no apostrophe at either end, unique
 * without regard to case.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31) || 'Lembar'
  const lower = new Set(taken.map(name => name.toLowerCase()))
  if (!lower.has(clean.toLowerCase())) return clean
  return `${clean.slice(0, 27)} ${taken.length + 1}`
}
