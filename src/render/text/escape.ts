/**
 * What XML 1.0 cannot hold at all, not even as a character reference: control characters, lone surrogates, U+FFFE and
 * U+FFFF.
 */
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const xmlSigns = /[&<>"'\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
const xmlNames: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for XML, SVG and HTML, as content or as a quoted attribute. */
export function xmlText(text: string): string {
  if (!xmlSigns.test(text)) return text
  return text.replace(notXml, '\ufffd').replace(/[&<>"']/g, sign => xmlNames[sign] ?? sign)
}

/**
 * Text inside a line or a table cell of Markdown (CommonMark with GFM tables): it cannot open a span, a link, a tag or
 * another cell.
 */
export function markdownText(text: string): string {
  return taglessText(text).replace(/[\\`*_[\]|~#$]/g, sign => `\\${sign}`)
}

/** Text in one line inside of a tag, where Markdown is not read: it can open no tag. */
export function taglessText(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replace(/[&<>]/g, sign => xmlNames[sign] ?? sign)
}

/** What a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV injection"). */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** A quoted string of Graphviz: a backslash would start an escape, an ampersand an HTML entity. */
export function dotString(text: string): string {
  return `"${dotInner(text)}"`
}

/** Lines of a label, each quoted, broken where the lines break. */
export function dotLabel(lines: readonly string[]): string {
  return `"${lines.map(dotInner).join('\\n')}"`
}

function dotInner(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
}
