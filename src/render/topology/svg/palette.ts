import type { CircuitDeclaration } from '../../../model/lease-file.ts'

/** Colours keep 4.5:1 against the paper, and none says alone what a dash or a shape does not say too. */
export const paper = '#fcfaf5'
export const sheet = '#f3efe5'
export const land = ['#e9e3d3', '#e4ddca'] as const
export const border = '#fcfaf5'
export const ink = '#22303a'
export const faint = '#5f6870'
export const areaInk = '#857a63'
export const fibre = '#0b6660'
export const span = '#a9935f'
export const limit = '#5b6770'

interface Stroke {
  readonly colour: string
  readonly dash: string
  readonly width: number
}

const circuitStroke: Readonly<Record<CircuitDeclaration['service'], Stroke>> = {
  'metro-ethernet': { colour: '#a8480f', dash: '9 4', width: 1.7 },
  'ip-vpn': { colour: '#54439a', dash: '2 4', width: 2 },
  internet: { colour: '#9a1750', dash: '12 4 2 4', width: 1.7 },
}

/** `#rrggbb` of a circuit's line. */
export function circuitColour(service: CircuitDeclaration['service']): string {
  return circuitStroke[service].colour
}

/** A circuit's line; a backup's is thinner. */
export function circuitAttributes(service: CircuitDeclaration['service'], role: CircuitDeclaration['role']): string {
  const { colour, dash, width } = circuitStroke[service]
  const cap = service === 'ip-vpn' ? ' stroke-linecap="round"' : ''
  return `stroke="${colour}" stroke-width="${role === 'backup' ? (width * 0.55).toFixed(2) : width}" stroke-dasharray="${dash}"${cap}`
}
