import type { Network, Span, Structure } from '../../model/network.ts'
import { isOff } from './off-points.ts'
import { outsideRadius } from './outside.ts'
import { isRough } from './strays.ts'

/**
 * A span whose drawn line has a finding already, at its bend or at one of its ends, or that ends at a point which
 * nobody took.
 */
export function isToldOf(network: Network, { id, from, to }: Span): boolean {
  return outsideRadius(network).has(`span:${id}`) || [from, to].some(end => isPointToldOf(network, end))
}

function isPointToldOf(network: Network, structure: Structure): boolean {
  return isRough(structure) || isOff(network, structure) || outsideRadius(network).has(`structure:${structure.id}`)
}
