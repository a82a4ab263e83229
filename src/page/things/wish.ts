import { spliced } from '../../edit/splice.ts'
import { declarationsOf, thingsIn } from '../../edit/things.ts'
import { valueAt } from '../../load/schema-walk.ts'
import { offsetsOf } from '../../source/locate.ts'
import { camelCase, inside } from '../../source/source.ts'
import type { World } from '../world/world.ts'

/** A file as it would be with one value changed. */
interface Wish {
  readonly path: string
  readonly text: string
}

/**
 * `ckt-kec-bayat bandwidth_mbps=50` as an edit of the file that declares the thing; undefined where it says no such
 * thing.
 */
export function wishOf({ sources }: World, asked: string): Wish | undefined {
  const match = /^([a-z0-9.-]+)\s+([a-z_]+(?:\.[a-z_]+)*)\s*=\s*([^\s#][^#]*)$/.exec(asked)
  const [, id = '', keys = '', value = ''] = match ?? []
  const source = match === null ? undefined : sources.filter(({ text }) => text.includes(id))
  if (source === undefined) return undefined
  const steps = keys.split('.').map(camelCase)
  for (const declaration of declarationsOf(thingsIn(source))) {
    if (declaration.id !== id) continue
    const place = inside({ source: declaration.place.source, path: declaration.entry }, ...steps)
    const own = valueAt(declaration.thing.data, [...declaration.entry.slice(declaration.thing.at.length), ...steps])
    if (typeof own !== 'string' && typeof own !== 'number' && typeof own !== 'boolean') continue
    const [from, to] = offsetsOf(place)
    const quote = /^["']/.exec(place.source.text.slice(from))?.[0] ?? ''
    const text = quote + value.trim() + quote
    const [edited] = spliced([place.source], [{ path: place.source.path, from, to, text }])
    return edited === undefined ? undefined : { path: edited.path, text: edited.text }
  }
  return undefined
}
