import type { PDFFont, PDFOperator, PDFPage } from '@cantoo/pdf-lib'
import { itemAt } from '../../text/item-at.ts'
import type { Label } from './labels.ts'
import { placeOnSheet, type LabelSheet } from './sheets.ts'

type Pdf = typeof import('@cantoo/pdf-lib')

const a4Mm = { width: 210, height: 297 } as const
/** Points of 1/72 inch in a millimetre. */
const mm = 72 / 25.4
/** Empty border of a QR code (ISO/IEC 18004, 9.1), in modules. */
const quietZone = 4
/** From the edge of a label to what is printed on it. */
const marginMm = 1.5

interface LabelPrint {
  readonly title: string
  /** `YYYY-MM-DD`; the only time in the file. */
  readonly asOf: string
  readonly sheet: LabelSheet
  /** Labels of the first sheet that are gone already. */
  readonly skip: number
}

/** Labels as a PDF for sheets of labels on A4, printed at full size; the same bytes for the same labels. */
export async function labelsPdf(
  labels: readonly Label[],
  { title, asOf, sheet, skip }: LabelPrint,
): Promise<Uint8Array> {
  const pdf = await import('@cantoo/pdf-lib')
  const { PDFDocument, StandardFonts } = pdf
  const { encode } = await import('uqr')
  const day = new Date(`${asOf}T00:00:00Z`)
  const document = await PDFDocument.create({ updateMetadata: false })
  document.setTitle(title)
  document.setProducer('Serat')
  document.setCreationDate(day)
  document.setModificationDate(day)
  const plain = typefaceOf(await document.embedFont(StandardFonts.Helvetica))
  const bold = typefaceOf(await document.embedFont(StandardFonts.HelveticaBold))
  for (const [i, label] of labels.entries()) {
    const { sheet: number, x, y } = placeOnSheet(sheet, skip + i)
    while (document.getPageCount() <= number) document.addPage([a4Mm.width * mm, a4Mm.height * mm])
    const page = document.getPage(number)
    const side = Math.min(sheet.height - 2 * marginMm, sheet.width * 0.45)
    const modules = encode(label.code, { ecc: 'M', border: quietZone }).data
    page.pushOperators(...codeOperators(pdf, modules, { x: x + marginMm, y: y + (sheet.height - side) / 2, side }))
    drawWords(page, linesOf(label, plain, bold), {
      x: x + marginMm + side + 1,
      y: y + (sheet.height - side) / 2,
      width: sheet.width - side - 2 * marginMm - 1,
      height: (sheet.height + side) / 2 - marginMm,
    })
  }
  return await document.save({ useObjectStreams: false })
}

/** Runs of dark modules as one rectangle each, filled together; millimetres. */
function codeOperators(
  { rectangle, fill }: Pick<Pdf, 'rectangle' | 'fill'>,
  modules: readonly (readonly boolean[])[],
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): PDFOperator[] {
  const size = side / modules.length
  const operators: PDFOperator[] = []
  for (const [row, cells] of modules.entries()) {
    const below = (a4Mm.height - y - (row + 1) * size) * mm
    for (let from = cells.indexOf(true); from !== -1; ) {
      const end = cells.indexOf(false, from)
      const to = end === -1 ? cells.length : end
      operators.push(rectangle((x + from * size) * mm, below, (to - from) * size * mm, size * mm))
      from = cells.indexOf(true, to)
    }
  }
  return [...operators, fill()]
}

interface Words {
  readonly text: string
  readonly font: PDFFont
  /** Points, where there is room for it. */
  readonly size: number
}

/** One of the fonts that every PDF reader has, and the signs that it knows. */
interface Typeface {
  readonly font: PDFFont
  readonly known: ReadonlySet<number>
}

function typefaceOf(font: PDFFont): Typeface {
  return { font, known: new Set(font.getCharacterSet()) }
}

function linesOf({ noun, id, say }: Label, plain: Typeface, bold: Typeface): Words[] {
  return [words(`${noun.id} / ${noun.en}`, plain, 7), words(id, bold, 13), words(say, plain, 7)]
}

/** Signs that the typeface does not know become a question mark. */
function words(text: string, { font, known }: Typeface, size: number): Words {
  return { text: [...text].map(sign => (known.has(sign.codePointAt(0) ?? 0) ? sign : '?')).join(''), font, size }
}

const smallest = 4
/** Left free at the right, in points, so that what fits by calculation fits. */
const rim = 0.5

/**
 * One under the other from the top, each as large as the width lets it be, broken where even the smallest size is too
 * wide.
 */
function drawWords(
  page: PDFPage,
  words: readonly Words[],
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const rows = words.flatMap(({ text, font, size }) => {
    const wide = (row: string, points: number): boolean => font.widthOfTextAtSize(row, points) > width * mm
    const broken = text.includes(' ') ? brokenAt(text, row => wide(row, size)) : [text]
    const fitting = Math.max(
      smallest,
      Math.min(...broken.map(row => (size * (width * mm - rim)) / font.widthOfTextAtSize(row, size))),
    )
    const points = Math.min(size, fitting)
    return broken.flatMap(row => cut(row, piece => wide(piece, points))).map(row => ({ row, font, points }))
  })
  let below = 0
  for (const { row, font, points } of rows) {
    below += points * 1.2
    if (below > height * mm) return
    page.drawText(row, { x: x * mm, y: (a4Mm.height - y) * mm - below, size: points, font })
  }
}

/** Rows that end between words, as long as they may be. */
function brokenAt(text: string, isWide: (row: string) => boolean): string[] {
  const rows: string[] = []
  for (const word of text.split(' ')) {
    const last = rows.at(-1)
    if (last === undefined || isWide(`${last} ${word}`)) rows.push(word)
    else rows[rows.length - 1] = `${last} ${word}`
  }
  return rows
}

/** A word that no size makes fit, in pieces: what an id says must be there whole. */
function cut(row: string, isWide: (piece: string) => boolean): string[] {
  const pieces = ['']
  for (const sign of row) {
    const last = itemAt(pieces, -1)
    if (last !== '' && isWide(last + sign)) pieces.push(sign)
    else pieces[pieces.length - 1] = last + sign
  }
  return pieces
}
