import { circuitColour, fibre, limit, span } from '../topology/svg/palette.ts'
import type { Feature } from './feature.ts'

/** The colours of the map of `topology.svg`, as KML writes them. */
const points: Readonly<Record<string, { readonly colour: string; readonly scale: number; readonly label: number }>> = {
  site: { colour: fibre, scale: 1, label: 0.8 },
  structure: { colour: span, scale: 0.4, label: 0 },
  slack: { colour: limit, scale: 0.4, label: 0 },
}

const lines: Readonly<Record<string, { readonly colour: string; readonly width: number }>> = {
  span: { colour: span, width: 2 },
  cable: { colour: fibre, width: 3 },
  route: { colour: fibre, width: 2 },
  'circuit-metro-ethernet': { colour: circuitColour('metro-ethernet'), width: 2 },
  'circuit-ip-vpn': { colour: circuitColour('ip-vpn'), width: 2 },
  'circuit-internet': { colour: circuitColour('internet'), width: 2 },
}

const areas: Readonly<Record<string, { readonly colour: string; readonly fill: string }>> = {
  area: { colour: limit, fill: '18' },
  radius: { colour: limit, fill: '00' },
}

export const kmlStyles: readonly string[] = [
  ...Object.entries(points).map(
    ([kind, { colour, scale, label }]) =>
      `<Style id="style-${kind}"><IconStyle><color>${abgr(colour)}</color><scale>${scale}</scale></IconStyle><LabelStyle><scale>${label}</scale></LabelStyle></Style>`,
  ),
  ...Object.entries(lines).map(
    ([kind, { colour, width }]) =>
      `<Style id="style-${kind}"><LineStyle><color>${abgr(colour)}</color><width>${width}</width></LineStyle></Style>`,
  ),
  ...Object.entries(areas).map(
    ([kind, { colour, fill }]) =>
      `<Style id="style-${kind}"><LineStyle><color>${abgr(colour)}</color><width>1</width></LineStyle><PolyStyle><color>${abgr(colour, fill)}</color></PolyStyle></Style>`,
  ),
]

/** Of `kmlStyles`: a circuit's by its service. */
export function styleOf({ kind, properties }: Feature): string {
  return kind === 'circuit' ? `style-circuit-${String(properties['service'])}` : `style-${kind}`
}

/** `#rrggbb` as `aabbggrr`. */
function abgr(colour: string, alpha = 'ff'): string {
  const [, red = '', green = '', blue = ''] = /^#(..)(..)(..)$/.exec(colour) ?? []
  return alpha + blue + green + red
}
