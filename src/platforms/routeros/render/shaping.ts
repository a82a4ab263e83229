import { promisedKbps } from '../../../intent/shaper.ts'
import type { Intent, Shaper } from '../../../intent/intent.ts'
import { prefixText, type Family } from '../../../model/ip.ts'
import { line, Quoted, type Line } from '../../text/line.ts'
import { quote } from '../text.ts'
import { root } from './filter.ts'
import { menu, places } from './menu.ts'
import { segmentSize } from './tunnels.ts'
import { wordsOf } from './words.ts'

/** Fits packets to tunnels, and marks the classes that queues tell apart. */
export function mangle(intent: Intent): Line[] {
  return ([4, 6] as const).flatMap(family =>
    menu(`${root(family)} mangle`, [...segmentSize(intent, family), ...marks(intent, family)]),
  )
}

/**
 * A queue for each shaped interface, which holds what leaves to the rate, and in it one for each class. The router's
 * own packets (routing protocols) go first, what belongs to no class goes last.
 */
export function queues({ shapers, router }: Intent): Line[] {
  if (shapers.length === 0) return []
  const slowPath = line([], 'slow-path')
  return [
    ...menu('/ip settings', [slowPath`set allow-fast-path=no`]),
    ...(wordsOf(router).fastPathV6 ? menu('/ipv6 settings', [slowPath`set allow-fast-path=no`]) : []),
    ...menu('/queue type', [line([], 'fair-queue')`add name=fair kind=fq-codel`]),
    ...menu('/queue simple', shapers.flatMap(queue)),
  ]
}

function markOf(name: string): string {
  return `class-${name}`
}

/**
 * One mark stands for a class on every shaped interface: what leaves a site is told by its source, what leaves a core
 * by its destination.
 */
function marks({ shapers }: Intent, family: Family): Line[] {
  if (shapers.length === 0) return []
  const rules = shapers.flatMap(({ match, classes }) =>
    classes.map(item => ({
      ...item,
      end: match === 'source' ? 'src' : 'dst',
      prefix: prefixText(family === 4 ? item.v4 : item.v6.value),
      from: family === 4 ? item.from : item.v6.from,
    })),
  )
  const distinct = [...new Map(rules.map(rule => [`${rule.name} ${rule.end} ${rule.prefix}`, rule])).values()].sort(
    (a, b) => a.priority.value - b.priority.value,
  )
  return [
    line(
      [],
      'queue-order',
    )`add chain=output action=mark-packet new-packet-mark=class-router passthrough=no comment=${quote("the router's own packets")}`,
    ...distinct.map(
      ({ name, end, prefix, from }) =>
        line(
          from,
        )`add chain=forward action=mark-packet ${end}-address=${prefix} new-packet-mark=${markOf(name)} passthrough=no comment=${quote(name)}`,
    ),
  ]
}

function queue({ interface: target, rateKbps, classes, from }: Shaper): Line[] {
  const parent = `shape-${target}`
  const ordered = [
    ...new Map(classes.toSorted((a, b) => a.priority.value - b.priority.value).map(item => [item.name, item])).values(),
  ]
  // From any address to the interface: of the two directions of a simple queue, "upload" is then what leaves.
  const way = `target=0.0.0.0/0,::/0 dst=${target} max-limit=${rateKbps}k/0 queue=fair/fair`
  const promised = promisedKbps({ rateKbps, classes })
  const child = (name: string, mark: string, priority: number): Quoted =>
    new Quoted(
      `name=${parent}-${name} parent=${parent} packet-marks=${mark} priority=${priority}/${priority} limit-at=${promised}k/0 ${way}`,
    )
  return [
    line(from)`add name=${parent} ${new Quoted(way)}`,
    line(from, 'queue-order')`add ${child('router', 'class-router', 1)}`,
    ...ordered.map(
      (item, i) => line(places(from, item.from))`add ${child(item.name, markOf(item.name), Math.min(i + 2, 7))}`,
    ),
    line(from, 'queue-order')`add ${child('rest', 'no-mark', 8)}`,
  ]
}
