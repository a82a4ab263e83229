import type { Network, Site, Structure } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'
import { inside, type Place } from '../../source/source.ts'
import { remembered } from '../../source/remembered.ts'
import { isLive } from '../live.ts'
import { roughMetres } from './distance.ts'
import { hubPoint } from './hub.ts'

/**
 * A point that lies nowhere near the network, and would lie in it with a sign or with its two numbers the other way.
 */
interface Misread {
  readonly thing: Site | Structure
  readonly at: Place
  readonly point: Point
  readonly meant: Point
  readonly how: 'sign' | 'swapped'
}

/** No site of a kabupaten lies so far from its hub; and what was misread comes so near when it is put right. */
const farM = 200_000
const nearM = 100_000

/** By `kind:id`. Where most points lie far off, it is the hub whose point was misread. */
export const misreadPoints: (network: Network) => ReadonlyMap<string, Misread> = remembered(network => {
  const things = [...network.sites.values(), ...network.structures.values()].filter(isPlaced)
  const hub = hubPoint(network)
  const found = things.flatMap(thing => misreadOf(thing, hub))
  if (found.length > things.length / 2) return misreadHub(network, found)
  return new Map(found.map(each => [`${each.thing.kind}:${each.thing.id}`, each]))
})

function isPlaced(thing: Site | Structure): boolean {
  return isLive(thing) && (thing.kind === 'site' || thing.declared.at !== undefined)
}

function misreadHub({ hub }: Network, others: readonly Misread[]): ReadonlyMap<string, Misread> {
  const [first] = others
  const [found] = first === undefined ? [] : misreadOf(hub, first.point)
  return new Map(found === undefined ? [] : [[`site:${hub.id}`, found]])
}

function misreadOf(thing: Site | Structure, home: Point): Misread[] {
  const point = pointOf(thing)
  if (roughMetres(home, point) < farM) return []
  const [lon, lat] = point
  const readings: readonly (readonly [Misread['how'], Point])[] = [
    ['sign', [lon, -lat]],
    ['sign', [-lon, lat]],
    ['swapped', [lat, lon]],
  ]
  const meant = readings.find(([, reading]) => Math.abs(reading[1]) <= 90 && roughMetres(home, reading) < nearM)
  const at = inside(thing.origin, thing.kind === 'site' ? 'location' : 'at')
  return meant === undefined ? [] : [{ thing, at, point, how: meant[0], meant: meant[1] }]
}

function pointOf(thing: Site | Structure): Point {
  if (thing.kind === 'structure') return thing.point
  const { lon, lat } = thing.declared.location
  return [lon, lat]
}
