import { xmlText } from '../text/escape.ts'
import { encode, joined } from './bytes.ts'
import type { SharedTexts } from './sheet-xml.ts'

const run = 10_000

/** The part of a workbook that holds its texts. */
export function sharedTextsXml({ numbers, uses }: SharedTexts): Uint8Array {
  const chunks = [
    encode(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${numbers.size}">`,
    ),
  ]
  const texts = [...numbers.keys()]
  for (let start = 0; start < texts.length; start += run)
    chunks.push(
      encode(
        texts
          .slice(start, start + run)
          .map(item)
          .join(''),
      ),
    )
  return joined([...chunks, encode('</sst>')])
}

function item(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''
  return `<si><t${space}>${spreadsheetText(text)}</t></si>`
}

/** `_x0041_` would be read as a letter A (ECMA-376, ST_Xstring), so its underscore is written that way itself. */
function spreadsheetText(text: string): string {
  return xmlText(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text)
}
