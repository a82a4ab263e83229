import { createHash } from 'node:crypto'
import type { Language } from '../../diagnostic/diagnostic.ts'
import { xmlText } from '../text/escape.ts'
import type { Block, TextTable } from './block.ts'

interface Paper {
  readonly title: string
  /** How it lies in a printer. */
  readonly page: 'A4 portrait' | 'A4 landscape' | 'A3 landscape'
  /** Of its texts; Indonesian where nothing is said. */
  readonly language?: Language
}

/**
 * A document as one HTML file that needs nothing else and runs nothing, with a style for paper: no table is cut at an
 * edge, headings of tables come again on each page, no row is broken, a signature stays with its last lines.
 */
export function documentHtml({ title, page, language = 'id' }: Paper, blocks: readonly Block[]): string {
  const style = styleOf(page)
  const hash = createHash('sha256').update(style).digest('base64')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<title>${xmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map(blockHtml).join('\n')}
</main>
</body>
</html>
`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${xmlText(block.text)}</h${block.level}>`
    case 'link': {
      const url = xmlText(encodeURI(block.url))
      return `<p>${xmlText(block.text)}: <a href="${url}" rel="noreferrer">${url}</a></p>`
    }
    case 'paragraph':
      return `<p>${xmlText(block.text)}</p>`
    case 'fields':
      return `<dl>${block.rows.map(([label, value]) => `<div><dt>${xmlText(label)}</dt><dd>${xmlText(value)}</dd></div>`).join('')}</dl>`
    case 'list':
      return `<ul>${block.items.map(item => `<li>${xmlText(item)}</li>`).join('')}</ul>`
    case 'table':
      return tableHtml(block.caption, block.table)
    case 'signature':
      return `<p class="signature">${xmlText(block.role)}<span>(..............................)</span></p>`
  }
}

function tableHtml(caption: string, { headings, rows }: TextTable): string {
  const classOf = (i: number): string => (headings[i]?.isNumber === true ? ' class="n"' : '')
  const head = headings.map(({ text }, i) => `<th scope="col"${classOf(i)}>${xmlText(text)}</th>`).join('')
  const body = rows.map(row => `<tr>${row.map((cell, i) => cellHtml(cell, i, classOf(i))).join('')}</tr>`).join('\n')
  return `<table><caption>${xmlText(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table>`
}

function cellHtml(cell: string, i: number, attributes: string): string {
  return i === 0 ? `<th scope="row">${xmlText(cell)}</th>` : `<td${attributes}>${xmlText(cell)}</td>`
}

function styleOf(page: Paper['page']): string {
  return `
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1b2426; font: 11pt/1.45 "Liberation Serif", "Times New Roman", serif; }
main { max-width: ${page === 'A4 portrait' ? '46rem' : '90rem'}; margin: 0 auto; padding: 1.5rem; }
h1 { margin: 0 0 1rem; padding-bottom: 0.5rem; border-bottom: 3px double #1b2426; font-size: 1.25rem; text-align: center; }
h2 { margin: 1.4rem 0 0.4rem; font-size: 1.05rem; }
p { margin: 0.6rem 0; overflow-wrap: anywhere; }
dl { margin: 0.8rem 0; }
dl div { display: flex; gap: 0.6rem; }
dt { flex: 0 0 7rem; }
dt::after { content: ":"; float: right; }
dd { margin: 0; flex: 1; overflow-wrap: anywhere; }
table { width: 100%; margin: 0.8rem 0; border-collapse: collapse; font-size: 9.5pt; }
caption { padding: 0.2rem 0; font-weight: bold; text-align: left; }
th, td { padding: 0.2rem 0.35rem; border: 1px solid #8d979a; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #eef1f0; overflow-wrap: normal; }
tbody th { font-weight: normal; }
.n { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
td.n { white-space: nowrap; }
.signature { margin: 2rem 0 0 auto; width: 20rem; text-align: center; break-inside: avoid; }
.signature span { display: block; margin-top: 4.5rem; }
@media print {
  @page { size: ${page}; margin: 18mm 16mm; }
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, dl, .signature { break-inside: avoid; }
  h2, caption { break-after: avoid; }
  h1:not(:first-child) { break-before: page; }
}
`
}
