import { isOrderedMenu } from '../../reading/sentences.ts'
import { stateName } from '../../changing/fingerprint.ts'
import { commandsOf } from '../script/commands.ts'
import { apply, itemsOf, nothing, type Configuration, type Item } from '../script/configuration.ts'
import { takeBack } from '../render/take-back.ts'
import { defaultOf } from './tables.ts'

/** What a router holds that has loaded a full configuration and had it confirmed. */
export interface Live {
  readonly configuration: Configuration
  /** Menus that hold one item of settings. */
  readonly settings: ReadonlySet<string>
  /** When each item was made: the number of the command that did. */
  readonly madeAt: ReadonlyMap<Item, number>
  readonly fingerprint: string | undefined
}

const ownMenus = ['/system scheduler', '/system script']

export function liveOf(text: string): Live {
  let configuration = nothing
  const settings = new Set<string>()
  const madeAt = new Map<Item, number>()
  for (const [at, command] of commandsOf(text).entries()) {
    const before = itemsOf(configuration, command.menu)
    configuration = apply(configuration, command).configuration
    const after = itemsOf(configuration, command.menu)
    if (command.verb === 'set' && command.target === undefined) settings.add(command.menu)
    for (const [i, item] of after.entries()) {
      const former = before.length === after.length ? before[i] : undefined
      if (!madeAt.has(item)) madeAt.set(item, (former && madeAt.get(former)) ?? at)
    }
  }
  const fingerprint = itemsOf(configuration, '/system script')
    .find(({ values }) => values.get('name') === stateName)
    ?.values.get('comment')
  return { configuration: withoutOwn(configuration), settings, madeAt, fingerprint }
}

/** Without what a load arms to take itself back, and without its fingerprint: those are the script's own. */
function withoutOwn({ menus }: Configuration): Configuration {
  const kept = [...menus].map(([menu, items]): [string, readonly Item[]] => [
    menu,
    ownMenus.includes(menu) ? items.filter(item => !isOwn(item)) : items,
  ])
  return { menus: new Map(kept.filter(([, items]) => items.length > 0)) }
}

function isOwn({ values }: Item): boolean {
  const name = values.get('name') ?? ''
  return name === stateName || name.startsWith(takeBack)
}

/** One text for one item: what is said as it would be unsaid is not said. */
export function itemText(menu: string, { values, flags }: Item): string {
  const said = [...values]
    .filter(([key, value]) => value !== defaultOf(menu, key))
    .map(([key, value]) => `${key}=${value}`)
  return [...said, ...flags].sort().join('\t')
}

/** What a menu says, in one text: in whatever order, or chain by chain where rules are matched in turn. */
export function saidIn(configuration: Configuration, menu: string): string {
  const items = itemsOf(configuration, menu)
  const texts = items.map(item => itemText(menu, item)).filter(text => text !== '')
  if (!isOrderedMenu(menu)) return texts.sort().join('\n')
  const chains = Map.groupBy(items, ({ values }) => values.get('chain') ?? '')
  return [...chains.keys()]
    .sort()
    .map(chain => (chains.get(chain) ?? []).map(item => itemText(menu, item)).join('\n'))
    .join('\n\n')
}
