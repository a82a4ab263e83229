export interface FlatCell {
  readonly type: 'number' | 'date' | 'string'
  readonly value: string | number
}

interface FlatTable {
  readonly name: string
  /** Rows that are printed on every page. */
  readonly printTitles: number
  readonly rows: readonly (readonly (FlatCell | undefined)[])[]
}

/** Tables of a flat OpenDocument spreadsheet, as LibreOffice writes one. */
export function flatTables(xml: string): FlatTable[] {
  return [...xml.matchAll(/<table:table table:name="([^"]*)".*?<\/table:table>/gs)].map(([table, name = '']) => ({
    name: plain(name),
    printTitles: rowsIn(/<table:table-header-rows>(.*?)<\/table:table-header-rows>/s.exec(table)?.[1] ?? '').length,
    rows: rowsIn(table),
  }))
}

function rowsIn(xml: string): (FlatCell | undefined)[][] {
  return [...xml.matchAll(/<table:table-row\b([^>]*?)(?:\/>|>(.*?)<\/table:table-row>)/gs)].flatMap(
    ([, attributes = '', cells = '']) => {
      const row = [...cells.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
        ([, own = '', inner = '']) => repeated(cellOf(own, inner), own, 'columns'),
      )
      return repeated(row, attributes, 'rows')
    },
  )
}

function cellOf(attributes: string, inner: string): FlatCell | undefined {
  const of = (key: string): string | undefined => new RegExp(`office:${key}="([^"]*)"`).exec(attributes)?.[1]
  const type = of('value-type')
  if (type === undefined) return undefined
  if (type === 'date') return { type, value: (of('date-value') ?? '').slice(0, 10) }
  if (type !== 'string') return { type: 'number', value: Number(of('value')) }
  const lines = [...inner.matchAll(/<text:p\b[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)].map(([, text = '']) => plain(text))
  return { type, value: lines.join('\n') }
}

/** What is said once for many; the empty rest of a sheet is not drawn out. */
function repeated<T>(item: T, attributes: string, what: 'columns' | 'rows'): T[] {
  const count = Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1)
  return count > 1000 ? [] : Array.from({ length: count }, () => item)
}

function plain(xml: string): string {
  return xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
