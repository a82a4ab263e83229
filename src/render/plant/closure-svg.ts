import type { FibreColour } from '../../model/colours.ts'
import { colourName } from '../../model/colours.ts'
import type { Structure } from '../../model/network.ts'
import { xmlText } from '../text/escape.ts'
import type { PlantIndex } from './index.ts'
import { spliceRows, type SpliceRow, type StrandHere } from './splice-rows.ts'

const width = 920
const rowHeight = 28
const top = 102
const ink = '#22303a'
const faint = '#5f6870'
const paper = '#fcfaf5'

/** The splices of a closure with the colours of tubes and cores; what colour says stands beside it in words. */
export function closureSvg(index: PlantIndex, closure: Structure): string {
  const rows = spliceRows(index, closure)
  const spliced = rows.filter(({ how }) => how === 'splice')
  const uncut = [
    ...Map.groupBy(
      rows.filter(({ how }) => how === 'uncut'),
      ({ a }) => a.plan.cable.id,
    ),
  ]
  const ended = [
    ...Map.groupBy(
      rows.filter(({ how }) => how === 'end'),
      ({ a }) => a.plan.cable.id,
    ),
  ]
  const rest = [
    ...uncut.map(line('lewat utuh', 'pass uncut')),
    ...ended.map(line('berakhir tanpa sambungan', 'end here without a splice')),
  ]
  const height = top + spliced.length * rowHeight + 24 + rest.length * 20 + 24
  return (
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="closure-title closure-desc" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif">`,
      `<title id="closure-title">${xmlText(`Closure ${closure.id}`)}</title>`,
      `<desc id="closure-desc">${xmlText(`${spliced.length} sambungan; daftar yang sama ada dalam berkas .md dan .csv di sebelahnya.`)}</desc>`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
      `<text x="24" y="40" font-size="20" font-weight="bold" fill="${ink}">${xmlText(`Closure ${closure.id}`)}</text>`,
      `<text x="24" y="60" font-size="12" font-style="italic" fill="${faint}">Tube, core dan warnanya. Tube and core with their colours.</text>`,
      `<path d="M24 72H${width - 24}" stroke="${ink}"/>`,
      ...spliced.map((row, i) => spliceSvg(row, top + i * rowHeight)),
      ...rest.map(
        (text, i) =>
          `<text x="24" y="${top + spliced.length * rowHeight + 24 + i * 20}" font-size="12" fill="${ink}">${xmlText(text)}</text>`,
      ),
      '</svg>',
    ].join('\n') + '\n'
  )
}

function line(id: string, en: string): (entry: readonly [string, readonly SpliceRow[]]) => string {
  return ([cable, rows]) => `${cable}: core ${rangesOf(rows.map(({ a }) => a.place.core))} ${id} (${en})`
}

/** `1-12, 15, 17-24` */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && number === last[1] + 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ')
}

function spliceSvg({ tray, a, b, lossDb, routes }: SpliceRow, y: number): string {
  const middle = width / 2
  const facts = [
    ...(tray === undefined ? [] : [`baki ${tray}`]),
    ...(lossDb === undefined ? [] : [`${lossDb.toFixed(2).replace('.', ',')} dB`]),
  ].join(', ')
  const colour = a.place.coreColour.hex
  return [
    `<g><title>${xmlText([`${a.plan.cable.id}/${a.place.core}`, b === undefined ? '' : `${b.plan.cable.id}/${b.place.core}`, ...routes].join(' '))}</title>`,
    strandSvg(a, 24, y, 'left'),
    `<path d="M${middle - 108} ${y - 4}H${middle + 108}" stroke="${ink}" stroke-width="5"/><path d="M${middle - 108} ${y - 4}H${middle}" stroke="${colour}" stroke-width="3"/><path d="M${middle} ${y - 4}H${middle + 108}" stroke="${b?.place.coreColour.hex ?? colour}" stroke-width="3"/>`,
    `<circle cx="${middle}" cy="${y - 4}" r="4" fill="${paper}" stroke="${ink}" stroke-width="1.5"/>`,
    `<text x="${middle}" y="${y - 11}" font-size="10" text-anchor="middle" fill="${faint}">${xmlText(facts)}</text>`,
    ...(b === undefined ? [] : [strandSvg(b, width - 24, y, 'right')]),
    '</g>',
  ].join('')
}

/** Cable and number at the edge, then the tube's colour and the core's, each with its name. */
function strandSvg({ plan, place }: StrandHere, edge: number, y: number, side: 'left' | 'right'): string {
  const inward = side === 'left' ? 1 : -1
  const anchor = side === 'left' ? 'start' : 'end'
  const at = (offset: number): number => edge + inward * offset
  const swatch = (offset: number): number => (side === 'left' ? at(offset) : at(offset) - 16)
  return [
    `<text x="${edge}" y="${y}" font-size="12" text-anchor="${anchor}" fill="${ink}">${xmlText(`${plan.cable.id}/${place.core}`.slice(0, 22))}</text>`,
    swatchSvg(place.tubeColour, swatch(142), y - 12, 3),
    `<text x="${at(162)}" y="${y}" font-size="9" text-anchor="${anchor}" fill="${faint}">${xmlText(`${place.tube} ${colourName(place.tubeColour).id}`.slice(0, 14))}</text>`,
    swatchSvg(place.coreColour, swatch(228), y - 12, 8),
    `<text x="${at(248)}" y="${y}" font-size="9" text-anchor="${anchor}" fill="${faint}">${xmlText(`${place.position} ${colourName(place.coreColour).id}`.slice(0, 14))}</text>`,
  ].join('')
}

function swatchSvg({ hex, stripe }: FibreColour, x: number, y: number, corner: number): string {
  const mark = stripe === undefined ? '' : `<path d="M${x + 2} ${y + 8}h12" stroke="${stripe.hex}" stroke-width="3"/>`
  return `<rect x="${x}" y="${y}" width="16" height="16" rx="${corner}" fill="${hex}" stroke="${ink}"/>${mark}`
}
