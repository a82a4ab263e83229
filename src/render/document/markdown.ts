import { markdownText } from '../text/escape.ts'
import type { Block, TextTable } from './block.ts'

/** A document as Markdown (CommonMark with GFM tables). */
export function documentMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownText(block.text)}`
    case 'paragraph':
      return markdownText(block.text)
    case 'link':
      // An autolink keeps its signs as they are (CommonMark 6.5), so that it can be copied from the file itself.
      return `${markdownText(block.text)}: <${encodeURI(block.url)}>`
    case 'fields':
      return block.rows.map(([label, value]) => `${markdownText(label)}: ${markdownText(value)}`).join('\\\n')
    case 'list':
      return block.items.map(item => `- ${markdownText(item)}`).join('\n')
    case 'table':
      return `**${markdownText(block.caption)}**\n\n${tableText(block.table)}`
    case 'signature':
      return `${markdownText(block.role)}\n\n&nbsp;\n\n(..............................)`
  }
}

function tableText({ headings, rows }: TextTable): string {
  const lines = [
    headings.map(({ text }) => markdownText(text)),
    headings.map(({ isNumber }) => (isNumber ? '---:' : '---')),
    ...rows.map(row => row.map(markdownText)),
  ]
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
