import { promisedKbps } from '../../../intent/shaper.ts'
import type { Shaper } from '../../../intent/intent.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { section } from './networkd-unit.ts'

type ShaperClass = Shaper['classes'][number]

/** Classes of a shaper with HTB's numbers for them. */
export function classIds(shaper: Shaper): readonly { readonly id: string; readonly of: ShaperClass }[] {
  return shaper.classes.map((of, i) => ({ id: `1:${(0x10 + i).toString(16)}`, of }))
}

/** Class of the router's own packets: routing protocols. */
export const ownClass = '1:2'
/** Class of what belongs to no other. */
const restClass = '1:ff'

/**
 * HTB sections of a `.network` file. A part of the rate is promised to each class; the rest goes to them in order of
 * priority. Each ends in FQ-CoDel, so that no host fills its class alone.
 */
export function shaperSections(shaper: Shaper): Line[] {
  const promised = promisedKbps(shaper)
  const rate = line(shaper.from)
  const frame = line([], 'structure')
  return [
    ...section('HierarchyTokenBucket', [frame`Parent=root`, frame`Handle=1`, frame`DefaultClass=${minor(restClass)}`]),
    ...section('HierarchyTokenBucketClass', [
      frame`Parent=root`,
      frame`ClassId=1:1`,
      rate`Rate=${shaper.rateKbps}K`,
      rate`CeilRate=${shaper.rateKbps}K`,
    ]),
    ...classSections(ownClass, promised, shaper, line([], 'queue-order')`Priority=0`),
    ...classIds(shaper).flatMap(({ id, of }) =>
      classSections(id, promised, shaper, line(of.priority.from)`Priority=${htbPriority(of.priority.value)}`),
    ),
    ...classSections(restClass, promised, shaper, line([], 'queue-order')`Priority=7`),
  ]
}

function classSections(id: string, promised: number, shaper: Shaper, priority: Line): Line[] {
  const frame = line([], 'structure')
  const rate = line(shaper.from)
  const queue = line([], 'fair-queue')
  const name = new Quoted(id)
  return [
    ...section('HierarchyTokenBucketClass', [
      frame`Parent=1:1`,
      frame`ClassId=${name}`,
      priority,
      rate`Rate=${promised}K`,
      rate`CeilRate=${shaper.rateKbps}K`,
    ]),
    ...section('FairQueueingControlledDelay', [queue`Parent=${name}`, queue`Handle=${minor(id)}`]),
  ]
}

/** HTB counts from 0, which the router itself has, to 7. */
function htbPriority(priority: number): number {
  return Math.min(7, Math.max(1, priority))
}

function minor(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}
