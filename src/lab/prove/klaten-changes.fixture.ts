import { parseLedger, ledgerText } from '../../plan/ledger.ts'
import type { Source } from '../../source/source.ts'
import { between, pick, randomFrom, type Random } from '../../testing/generate/random.ts'

/** An inventory on its way through changes. */
export interface Inventory {
  readonly sources: readonly Source[]
  readonly ledger: string
}

interface Act {
  readonly name: string
  readonly edit: (inventory: Inventory, random: Random) => Inventory | undefined
}

/** What changes routers and leaves every cable of the lab where it is. */
const acts: readonly [Act, ...Act[]] = [
  {
    name: 'cost of a route',
    edit: (inventory, random) => {
      const [file, id] = thingIn(inventory, /^routes\//, 'route', random)
      return typed(
        inventory,
        file,
        new RegExp(`(- route: ${id}\\n)(  cost_factor: .*\\n)?`),
        `$1  cost_factor: ${between(random, 2, 9)}\n`,
      )
    },
  },
  {
    name: 'AS number of a site',
    edit: (inventory, random) =>
      recorded(inventory, /^router\/.*\/as$/, random, (value, taken) => {
        for (let next = Number(value) + between(random, 1, 99); ; next++)
          if (!taken.has(String(next))) return String(next)
      }),
  },
  { name: 'prefix of a link', edit: (inventory, random) => moved(inventory, /^link\/.*\/v4$/, random) },
  { name: 'prefix of a tunnel', edit: (inventory, random) => moved(inventory, /^tunnel\/.*\/v4$/, random) },
  {
    name: 'name of a site',
    edit: (inventory, random) => {
      const files = inventory.sources.filter(({ path }) => path.startsWith('opd/')) as [Source, ...Source[]]
      return typed(inventory, pick(random, files), /^name: (.*)$/m, `name: Kantor Uji ${between(random, 1, 999)}`)
    },
  },
  {
    name: 'preference of a circuit',
    edit: (inventory, random) => {
      const [file, id] = thingIn(inventory, /^circuits\//, 'circuit', random)
      return typed(
        inventory,
        file,
        new RegExp(`(- circuit: ${id}\\n)(  preference: .*\\n)?`),
        `$1  preference: ${between(random, 1, 90)}\n`,
      )
    },
  },
]

/** The same for the same seed; undefined where it changes nothing. */
export function klatenChange(inventory: Inventory, seed: number): (Inventory & { readonly name: string }) | undefined {
  const random = randomFrom(seed * 104_729 + 3)
  const { name, edit } = acts[seed % acts.length] ?? acts[0]
  const after = edit(inventory, random)
  return after === undefined ? undefined : { ...after, name }
}

function thingIn({ sources }: Inventory, place: RegExp, kind: string, random: Random): readonly [Source, string] {
  const all = sources
    .filter(({ path }) => place.test(path))
    .flatMap(source =>
      [...source.text.matchAll(new RegExp(`^- ${kind}: (\\S+)$`, 'gm'))].map(([, id = '']) => [source, id] as const),
    )
  return pick(random, all as [readonly [Source, string], ...(readonly [Source, string])[]])
}

function typed(inventory: Inventory, file: Source, find: RegExp, replace: string): Inventory | undefined {
  const text = file.text.replace(find, replace)
  if (text === file.text) return undefined
  return { ...inventory, sources: inventory.sources.map(source => (source === file ? { ...file, text } : source)) }
}

/** A ledger that gives a key of this kind another value. */
function recorded(
  { sources, ledger }: Inventory,
  keys: RegExp,
  random: Random,
  other: (value: string, taken: ReadonlySet<string>) => string | undefined,
): Inventory | undefined {
  const { entries } = parseLedger(ledger).value
  const key = pick(random, [...entries.keys()].filter(each => keys.test(each)) as [string, ...string[]])
  const value = entries.get(key)?.value ?? ''
  const next = other(value, new Set([...entries.values()].map(entry => entry.value)))
  if (next === undefined) return undefined
  return { sources, ledger: ledgerText({ entries: new Map([...entries, [key, { value: next }]]) }) }
}

/** Another /30 of the same /24 that nobody has. */
function moved(inventory: Inventory, keys: RegExp, random: Random): Inventory | undefined {
  return recorded(inventory, keys, random, (value, taken) => {
    const network = value.slice(0, value.lastIndexOf('.'))
    const free = Array.from({ length: 62 }, (_, i) => `${network}.${4 * (i + 1)}/30`).filter(each => !taken.has(each))
    return free.length === 0 ? undefined : pick(random, free as [string, ...string[]])
  })
}
