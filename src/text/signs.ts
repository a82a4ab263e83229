/**
 * Signs that nobody sees, or that look like others: what a reviewer reads would not be what a machine reads (Trojan
 * Source, CVE-2021-42574). Controls, marks of direction, all that Unicode lets a screen ignore, halves of pairs, what
 * has no meaning, spaces but the ordinary one, and two signs that are drawn as nothing. Letters and marks of every
 * script are no such signs.
 */
const hidden =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\p{Cn}\p{Co}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800\ufff9-\ufffc]/gu

const plain = /^[\x20-\x7e]*$/

/** A hidden sign, where it stands, and how long it is in the text. */
interface HiddenSign {
  readonly at: number
  readonly length: number
  /** `U+202E RIGHT-TO-LEFT OVERRIDE`. */
  readonly name: string
}

/** The hidden signs of a text that spans lines; line breaks, tabs and a mark of byte order at the start are none. */
export function* hiddenSigns(text: string): Generator<HiddenSign, undefined> {
  for (const { index, 0: sign } of text.matchAll(hidden)) {
    const isLayout = sign === '\n' || sign === '\r' || sign === '\t' || (sign === '\ufeff' && index === 0)
    if (!isLayout) yield { at: index, length: sign.length, name: nameOfSign(sign) }
  }
  return undefined
}

/** The name of the first sign that has no place in a text of one line: also a tab, or a line break. */
export function hiddenSignInLine(line: string): string | undefined {
  const [sign] = plain.test(line) ? [] : (line.match(hidden) ?? [])
  return sign === undefined ? undefined : nameOfSign(sign)
}

/** Whether a text of one line holds a hidden sign; a tab and a line break are such signs here. */
export function hasHiddenSign(line: string): boolean {
  return !plain.test(line) && line.search(hidden) >= 0
}

/** The name of the first hidden sign; undefined where there are none but line breaks and tabs. */
export function firstHiddenSign(text: string): string | undefined {
  return plain.test(text) ? undefined : hiddenSigns(text).next().value?.name
}

/** The text with something else in place of each hidden sign. */
export function withoutHidden(text: string, instead: (sign: string) => string): string {
  return plain.test(text) ? text : text.replace(hidden, instead)
}

/** Number and name, as Unicode writes them; of what has no name of its own, what it is. */
function nameOfSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${names.get(code) ?? classOf(code, sign)}`
}

function classOf(code: number, sign: string): string {
  if (code >= 0xfe00 && code <= 0xfe0f) return `VARIATION SELECTOR-${code - 0xfe00 + 1}`
  if (code >= 0xe0100 && code <= 0xe01ef) return `VARIATION SELECTOR-${code - 0xe0100 + 17}`
  if (code > 0xe0020 && code < 0xe007f) return `TAG ${String.fromCharCode(code - 0xe0000)}`
  return classes.find(([pattern]) => pattern.test(sign))?.[1] ?? 'INVISIBLE SIGN'
}

const classes: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'LONE SURROGATE'],
  [/\p{Noncharacter_Code_Point}/u, 'NONCHARACTER'],
  [/\p{Cn}/u, 'UNASSIGNED'],
  [/\p{Co}/u, 'PRIVATE USE'],
  [/\p{Cc}/u, 'CONTROL CHARACTER'],
  [/\p{Zs}/u, 'SPACE OF ANOTHER WIDTH'],
]

/** Names of the Unicode Character Database for the signs that occur. */
const names: ReadonlyMap<number, string> = new Map([
  [0x00, 'NULL'],
  [0x07, 'BELL'],
  [0x08, 'BACKSPACE'],
  [0x09, 'TAB'],
  [0x0a, 'LINE FEED'],
  [0x0b, 'LINE TABULATION'],
  [0x0c, 'FORM FEED'],
  [0x0d, 'CARRIAGE RETURN'],
  [0x1b, 'ESCAPE'],
  [0x7f, 'DELETE'],
  [0x85, 'NEXT LINE'],
  [0x9b, 'CONTROL SEQUENCE INTRODUCER'],
  [0xa0, 'NO-BREAK SPACE'],
  [0xad, 'SOFT HYPHEN'],
  [0x34f, 'COMBINING GRAPHEME JOINER'],
  [0x61c, 'ARABIC LETTER MARK'],
  [0x115f, 'HANGUL CHOSEONG FILLER'],
  [0x1160, 'HANGUL JUNGSEONG FILLER'],
  [0x1680, 'OGHAM SPACE MARK'],
  [0x17b4, 'KHMER VOWEL INHERENT AQ'],
  [0x17b5, 'KHMER VOWEL INHERENT AA'],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR'],
  [0x2007, 'FIGURE SPACE'],
  [0x2009, 'THIN SPACE'],
  [0x200a, 'HAIR SPACE'],
  [0x200b, 'ZERO WIDTH SPACE'],
  [0x200c, 'ZERO WIDTH NON-JOINER'],
  [0x200d, 'ZERO WIDTH JOINER'],
  [0x200e, 'LEFT-TO-RIGHT MARK'],
  [0x200f, 'RIGHT-TO-LEFT MARK'],
  [0x2028, 'LINE SEPARATOR'],
  [0x2029, 'PARAGRAPH SEPARATOR'],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, 'POP DIRECTIONAL FORMATTING'],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE'],
  [0x202f, 'NARROW NO-BREAK SPACE'],
  [0x205f, 'MEDIUM MATHEMATICAL SPACE'],
  [0x2060, 'WORD JOINER'],
  [0x2061, 'FUNCTION APPLICATION'],
  [0x2062, 'INVISIBLE TIMES'],
  [0x2063, 'INVISIBLE SEPARATOR'],
  [0x2064, 'INVISIBLE PLUS'],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE'],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE'],
  [0x2068, 'FIRST STRONG ISOLATE'],
  [0x2069, 'POP DIRECTIONAL ISOLATE'],
  [0x2800, 'BRAILLE PATTERN BLANK'],
  [0x3000, 'IDEOGRAPHIC SPACE'],
  [0x3164, 'HANGUL FILLER'],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, 'HALFWIDTH HANGUL FILLER'],
  [0xfff9, 'INTERLINEAR ANNOTATION ANCHOR'],
  [0xfffa, 'INTERLINEAR ANNOTATION SEPARATOR'],
  [0xfffb, 'INTERLINEAR ANNOTATION TERMINATOR'],
  [0xfffc, 'OBJECT REPLACEMENT CHARACTER'],
  [0xe0001, 'LANGUAGE TAG'],
  [0xe0020, 'TAG SPACE'],
  [0xe007f, 'CANCEL TAG'],
])
