import { unread, type Unread } from '../table.ts'
import { limits } from './limits.ts'

interface XmlHandler {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/**
 * Walks an XML text. A document type is refused: with it entities multiply (billion laughs) or fetch files (XXE), and
 * no format that is read here needs one. Prefixes of names are dropped.
 */
export async function walkXml(text: string, handler: XmlHandler): Promise<Unread | undefined> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  let fault: Unread | undefined
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1)
  parser.on('doctype', () => {
    fault ??= unread('XML ini punya DOCTYPE, yang tidak diterima', 'this XML has a DOCTYPE, which is not taken')
  })
  parser.on('error', () => {
    fault ??= notXml(parser.line)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > limits.depth) fault ??= unread('XML ini terlalu dalam', 'this XML is too deep')
    if (fault === undefined) handler.open(plain(name), attributes, parser.line)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    if (fault === undefined) handler.close(plain(name))
  })
  parser.on('text', found => void (fault === undefined && handler.text(found)))
  parser.on('cdata', found => void (fault === undefined && handler.text(found)))
  const step = 65_536
  for (let at = 0; at < text.length && fault === undefined; at += step) parser.write(text.slice(at, at + step))
  if (fault === undefined) parser.close()
  return fault
}

/**
 * The parser names dozens of reasons in its own words; its line and what most of them come from are what somebody can
 * use.
 */
function notXml(line: number): Unread {
  return unread(
    `XML ini rusak di baris ${line}: tag yang tidak ditutup atau tidak cocok, ` +
      `tanda \`<\` atau \`&\` di dalam teks, atau berkas yang terpotong; simpan ulang dari program asalnya`,
    `this XML is damaged at line ${line}: a tag that is not closed or not its pair, ` +
      `a sign \`<\` or \`&\` in a text, or a file that was cut off; save it again from where it came`,
  )
}
