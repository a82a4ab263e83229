import type { SiteDeclaration } from '../../../model/site-file.ts'
import { fibre, ink, paper } from './palette.ts'
import { num } from './path.ts'
import type { Place } from './projection.ts'

/**
 * What a site's symbol says: its shape the class, its filling how it is connected, its outline whether it is in
 * service.
 */
export interface SymbolLook {
  readonly class: SiteDeclaration['class']
  readonly onFibre: boolean
  readonly active: boolean
}

/** Radius of a site's symbol, in the drawing's units. */
export function radiusOf({ class: kind }: SymbolLook): number {
  return kind === 'hub' ? 11 : 5.5
}

export function symbol([x, y]: Place, look: SymbolLook): string {
  const outline = look.active ? '' : ' stroke-dasharray="2 2"'
  const [fill, stroke, width] = look.onFibre ? [fibre, paper, 1.2] : [paper, ink, 1.8]
  const paint = `fill="${fill}" stroke="${stroke}" stroke-width="${width}"${outline}`
  if (look.class === 'hub') {
    return `<circle cx="${num(x)}" cy="${num(y)}" r="11" fill="${paper}" stroke="${fibre}" stroke-width="2.5"/><path d="${star(x, y, 8)}" ${paint}/>`
  }
  if (look.class === 'kecamatan') return `<rect x="${num(x - 5)}" y="${num(y - 5)}" width="10" height="10" ${paint}/>`
  if (look.class === 'field')
    return `<path d="M${num(x)} ${num(y - 6)}L${num(x + 6)} ${num(y + 5)}L${num(x - 6)} ${num(y + 5)}Z" ${paint}/>`
  return `<circle cx="${num(x)}" cy="${num(y)}" r="5.2" ${paint}/>`
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2
    const reach = i % 2 === 0 ? radius : radius * 0.42
    return `${num(x + Math.cos(angle) * reach)} ${num(y + Math.sin(angle) * reach)}`
  })
  return `M${points.join('L')}Z`
}
