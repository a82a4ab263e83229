import type { World } from '../world/world.ts'
import { filteringWords, namingWords } from './fillers.ts'
import type { Hit } from './hit.ts'
import { listHit } from './list-hits.ts'
import { spelled } from './search-marks.ts'

const endWords = ['berakhir', 'habis', 'selesai', 'ends', 'end', 'ending', 'expires', 'expire', 'expiring']

interface Ending {
  readonly kind: string
  readonly nouns: readonly string[]
  readonly endsIn: (world: World) => readonly string[]
}

const contracts: Ending = {
  kind: 'contract',
  nouns: ['kontrak', 'contract', 'contracts'],
  endsIn: ({ network }) => each(network.contracts, ({ period }) => period.to),
}

/** What has an end; contracts are meant where nothing is named. */
const endings: readonly Ending[] = [
  contracts,
  {
    kind: 'waiver',
    nouns: ['pengecualian', 'waiver', 'waivers'],
    endsIn: ({ network }) => each(network.waivers, ({ declared }) => declared.until),
  },
  {
    kind: 'circuit',
    nouns: ['sirkuit', 'circuit', 'circuits'],
    endsIn: ({ network }) => each(network.circuits, ({ declared }) => declared.period.to),
  },
]

function each<Thing>(things: ReadonlyMap<string, Thing>, end: (thing: Thing) => string): readonly string[] {
  return Array.from(things.values(), end)
}

/** `what ends in december 2026?`: the table of what does. */
export function endingHits(world: World, query: string): Hit[] {
  const words = namingWords(query)
  if (!words.some(word => endWords.includes(word))) return []
  const { kind, nouns, endsIn } = endings.find(each => each.nouns.some(noun => words.includes(noun))) ?? contracts
  const when = filteringWords(words).filter(word => !endWords.includes(word) && !nouns.includes(word))
  const isThen = (day: string): boolean => {
    const text = spelled(day).join(' ').toLowerCase()
    return when.every(word => text.includes(word))
  }
  return when.length > 0 && endsIn(world).some(isThen) ? [{ ...listHit(kind, when.join(' ')), title: query }] : []
}
