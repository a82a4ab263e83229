import type { Entry } from './entry.ts'
import type { Facts, RouterFacts } from './facts.ts'

/** What was declared, and what every router's files say. */
export interface World {
  readonly facts: Facts
  readonly entries: ReadonlyMap<string, readonly Entry[]>
}

/** One router as a feature looks at it. */
export interface View {
  readonly world: World
  readonly router: RouterFacts
  readonly entries: readonly Entry[]
}

/** Something that a router must have. `check` says what is missing or wrong; `owns` knows the lines that make it. */
export interface Feature {
  readonly name: string
  readonly platform: 'routeros' | 'linux'
  readonly applies: (view: View) => boolean
  readonly check: (view: View) => string[]
  readonly owns: (entry: Entry, view: View) => boolean
}

export function viewOf(world: World, id: string): View {
  const router = world.facts.routers.get(id)
  if (router === undefined) throw new Error(`no router ${id} in the YAML`)
  return { world, router, entries: world.entries.get(id) ?? [] }
}

/** Every complaint of the features that apply to a router, with the feature's name in front. */
export function complaints(view: View, features: readonly Feature[]): string[] {
  return features
    .filter(feature => feature.platform === view.router.platform && feature.applies(view))
    .flatMap(feature => feature.check(view).map(text => `${view.router.id}: ${feature.name}: ${text}`))
}

/** Commands of a menu whose arguments are these. */
export function commands(
  { entries }: { readonly entries: readonly Entry[] },
  menu: string,
  words: Readonly<Record<string, string>> = {},
): Entry[] {
  const wanted = Object.entries(words)
  return (byMenu(entries).get(menu) ?? []).filter(entry =>
    wanted.every(([key, value]) => entry.words.get(key) === value),
  )
}

const menus = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry[]>>()

function byMenu(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  let known = menus.get(entries)
  if (known === undefined) {
    known = Map.groupBy(entries, ({ menu }) => menu)
    menus.set(entries, known)
  }
  return known
}

/** A complaint where there is no such command. */
export function wants(view: View, menu: string, words: Readonly<Record<string, string>>): string[] {
  return commands(view, menu, words).length > 0
    ? []
    : [
        `no ${menu} ${Object.entries(words)
          .map(([key, value]) => `${key}=${value}`)
          .join(' ')}`,
      ]
}

export function same(what: string, one: string | undefined, other: string | undefined): string[] {
  return one !== undefined && one === other ? [] : [`${what} is ${one}, at the far end or by the YAML ${other}`]
}

export function holds(what: string, fact: boolean): string[] {
  return fact ? [] : [what]
}
