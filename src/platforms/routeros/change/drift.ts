import { isOrderedMenu } from '../../reading/sentences.ts'
import { itemsOf, type Item } from '../script/configuration.ts'
import { liveOf } from './live.ts'
import { defaultOf, identitiesOf } from './tables.ts'

/** An item that a router holds otherwise than its file says. Values that are secret are left out. */
export interface Drift {
  readonly what: 'missing' | 'other' | 'undeclared' | 'order'
  readonly menu: string
  /** What it is known by, and for `other` the keys that differ. */
  readonly item: string
}

/** An export says nothing of users, their keys and their passwords. */
const neverExported = /^\/user( ssh-keys)?$/
const secretKey = /password|secret|-key$/

/**
 * What an export of a live router says otherwise than its full file, in the menus that the file speaks of; of other
 * menus nothing is known. A secret that stands by name in the file agrees with any value, unless `holds` knows better.
 */
export function driftOf(file: string, exported: string, holds: Holds = () => undefined): readonly Drift[] {
  const shall = liveOf(file).configuration
  const is = liveOf(exported).configuration
  return [...shall.menus.keys()]
    .filter(menu => !neverExported.test(menu))
    .flatMap(menu => driftIn({ menu, holds }, itemsOf(shall, menu), itemsOf(is, menu)))
}

/** Whether a live value is that of a secret; undefined where nobody knows. */
type Holds = (secret: string, live: string) => boolean | undefined

interface Asked {
  readonly menu: string
  readonly holds: Holds
}

function driftIn(asked: Asked, wanted: readonly Item[], there: readonly Item[]): Drift[] {
  const { menu } = asked
  const free = new Set(there)
  const twins: Item[] = []
  const drifts: Drift[] = []
  const left: Item[] = []
  for (const item of wanted) {
    const twin = there.find(other => free.has(other) && differingKeys(asked, item, other).length === 0)
    if (twin === undefined) left.push(item)
    else {
      free.delete(twin)
      twins.push(twin)
    }
  }
  for (const item of left) {
    const alike = [...free].find(other => isAlike(menu, item, other))
    if (alike === undefined) {
      if (differingKeys(asked, item, bare).length > 0 || item.presumed !== true)
        drifts.push({ what: 'missing', menu, item: shown(menu, item) })
      continue
    }
    free.delete(alike)
    drifts.push({ what: 'other', menu, item: `${shown(menu, item)}: ${differingKeys(asked, item, alike).join(', ')}` })
  }
  for (const item of free)
    if (item.presumed !== true) drifts.push({ what: 'undeclared', menu, item: shown(menu, item) })
  if (drifts.length === 0 && isOrderedMenu(menu) && !isInOrder(twins, there))
    drifts.push({ what: 'order', menu, item: 'rules stand in another order' })
  return drifts
}

const bare: Item = { values: new Map(), flags: new Set() }

function isInOrder(twins: readonly Item[], there: readonly Item[]): boolean {
  const chains = Map.groupBy(twins, ({ values }) => values.get('chain'))
  return [...chains.values()].every(own =>
    own.every((item, i) => i === 0 || there.indexOf(own[i - 1] ?? item) < there.indexOf(item)),
  )
}

/**
 * Keys whose values differ; what is said as it would be unsaid is not said. A `set` of what was there speaks of its own
 * keys alone.
 */
function differingKeys({ menu, holds }: Asked, wanted: Item, live: Item): string[] {
  const keys = new Set([...wanted.values.keys(), ...(wanted.presumed === true ? [] : live.values.keys())])
  const differing = [...keys].filter(key => {
    const shall = wanted.values.get(key) ?? defaultOf(menu, key) ?? ''
    const is = live.values.get(key) ?? defaultOf(menu, key) ?? ''
    const secret = /^<secret:([a-z0-9/-]+)>$/.exec(shall)?.[1]
    if (secret !== undefined) return holds(secret, is) === false
    return shall !== is && !/<(secret|public-key):/.test(shall)
  })
  const flags = [...wanted.flags].filter(flag => !live.flags.has(flag) && live.values.get(flag) !== 'yes')
  return [...differing, ...flags]
}

function isAlike(menu: string, wanted: Item, live: Item): boolean {
  const keys = identitiesOf(menu).find(each => each.every(key => wanted.values.has(key)))
  if (keys === undefined) return wanted.presumed === live.presumed && !wanted.values.has('name')
  return keys.every(key => wanted.values.get(key) === live.values.get(key))
}

function shown(menu: string, { values, flags }: Item): string {
  const keys = identitiesOf(menu).find(each => each.every(key => values.has(key))) ?? [...values.keys()]
  const words = keys.map(key => (secretKey.test(key) ? `${key}=<hidden>` : `${key}=${values.get(key) ?? ''}`))
  return [...words, ...flags].join(' ').replaceAll(/\s+/g, ' ')
}
