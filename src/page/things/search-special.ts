import { analysisOf } from '../../analysis/analysis.ts'
import { componentsNamed } from '../../analysis/graph/names.ts'
import { contains, parseAddress, parsePrefix, prefixText } from '../../model/ip.ts'
import { ipRows } from '../../render/ip-plan/rows.ts'
import { metresBetween } from '../../rules/geo/distance.ts'
import { distance } from '../../words/figures.ts'
import { messages } from '../messages.ts'
import type { World } from '../world/world.ts'
import { things } from '../../words/things.ts'
import { kindNoun } from '../parts/links.tsx'
import { endingHits } from './ending.ts'
import { extremeHits } from './extremes.ts'
import { namingWords } from './fillers.ts'
import { namesakes, thingAt } from './graph.ts'
import type { Hit } from './hit.ts'
import { isDrawn } from './thing.ts'
import { wishOf } from './wish.ts'

/** Answers to what is no name: addresses, coordinates, failures together, wishes. */
export function specialHits(world: World, asked: string): readonly Hit[] {
  const query = asked.toLowerCase()
  return [
    ...togetherHits(world, query),
    ...viewHits(world, query),
    ...wishHits(world, asked),
    ...extremeHits(query),
    ...endingHits(world, query),
    ...addressHits(world, query),
    ...nearHits(world, query),
    ...componentHits(world, query),
  ]
}

/** An address finds the ranges that it lies in, the closest first. */
function addressHits({ plan }: World, query: string): Hit[] {
  const address = parseAddress(query) ?? parsePrefix(query)
  if (address === undefined) return []
  const holding = new Map<string, ReturnType<typeof ipRows>[number]>()
  for (const row of ipRows(plan))
    if (row.range.family === address.family && contains(row.range, address) && !holding.has(row.prefix))
      holding.set(row.prefix, row)
  return [...holding.values()]
    .sort((a, b) => b.range.length - a.range.length)
    .map(({ prefix, range, thing, site }) => {
      const what = site === undefined ? thing : `${thing} · ${site}`
      const { id, en } = messages.inPrefix({ address: query })
      return {
        view: 'prefix',
        id: prefixText(range) || prefix,
        title: prefix,
        note: { id: `${what}: ${id}`, en: `${what}: ${en}` },
      }
    })
}

/** `p-utara-012 + core-2`: what if both fail. */
function togetherHits({ plan }: World, query: string): Hit[] {
  const parts = query.split(/\s*\+\s*|\s*,\s*/).filter(Boolean)
  if (parts.length < 2) return []
  const analysis = analysisOf(plan)
  const names = parts.flatMap(part => componentsNamed(analysis, part).map(({ name }) => name))
  return names.length < parts.length
    ? []
    : [{ view: 'what-if', id: names.join(','), title: names.join(' + '), note: messages.whatIf }]
}

const mapWords = ['peta', 'map', 'mana', 'dimana', 'letak', 'where', 'located']
const failureWords = (
  'bila jika kalau terjadi gagal mati putus roboh tumbang jatuh rusak terbakar bangkrut hilang terputus ' +
  'if happens fail fails failed dies dead down fall falls cut lost breaks broken burns bankrupt'
).split(' ')

/** `peta kec-bayat`, `bila core-1 gagal`, `what falls if pole p-utara-012 is cut`: a view of what is named there. */
function viewHits(world: World, query: string): Hit[] {
  const words = namingWords(query)
  const isAbout = (asked: readonly string[]): readonly string[] => {
    const rest = words.filter(word => !asked.includes(word) && !nouns.has(word))
    return words.some(word => asked.includes(word)) ? rest : []
  }
  const [shown, ...others] = isAbout(mapWords)
  const named = shown === undefined || others.length > 0 ? [] : namesakes(world, shown).filter(isDrawn)
  return [
    ...named.map(({ kind, id }) => ({ view: 'map', id: `${kind}:${id}`, title: id, note: messages.map })),
    ...failing(world, isAbout(failureWords)),
  ]
}

/** One view of all that is said to fail; one for each of what a single word may mean. */
function failing({ plan }: World, words: readonly string[]): Hit[] {
  const named = words.map(word => componentsNamed(analysisOf(plan), word).map(({ name }) => name))
  if (named.length === 0 || named.some(names => names.length === 0)) return []
  const choices = named.length === 1 ? (named[0] ?? []).map(name => [name]) : [named.flat()]
  return choices.map(names => ({
    view: 'what-if',
    id: names.join(','),
    title: names.join(' + '),
    note: messages.whatIf,
  }))
}

const nouns: ReadonlySet<string> = new Set(
  Object.keys(things)
    .map(kindNoun)
    .flatMap(({ id, en, many }) => `${id} ${en} ${many} tiang pole`.split(' ')),
)

/** `ckt-kec-bayat bandwidth_mbps=50`: try it. */
function wishHits(world: World, asked: string): Hit[] {
  const wish = wishOf(world, asked)
  if (wish === undefined) return []
  return [
    {
      view: 'try',
      id: wish.path,
      query: { set: asked },
      title: asked,
      note: messages.tryResult({ what: `${wish.path}` }),
    },
  ]
}

/** `-7.7714, 110.6553`: what stands there, the nearest first. */
function nearHits({ network }: World, query: string): Hit[] {
  const [, lat, lon] = /^(-?\d{1,2}\.\d+)[,\s]+(-?\d{1,3}\.\d+)$/.exec(query) ?? []
  if (lat === undefined || lon === undefined || Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return []
  const spots = [
    ...Array.from(network.sites.values(), ({ id, declared }) => ({ kind: 'site', id, at: declared.location })),
    ...[...network.structures.values()].flatMap(({ id, declared: { at } }) =>
      at === undefined ? [] : [{ kind: 'structure', id, at: { lon: at[0], lat: at[1] } }],
    ),
  ]
  return spots
    .map(({ kind, id, at }) => ({ kind, id, metres: metresBetween([at.lon, at.lat], [Number(lon), Number(lat)]) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 8)
    .map(({ kind, id, metres }) => ({ view: kind, id, title: id, note: distance(metres) }))
}

/** What can fail and has no page of its own: a feeder, a core, a port. */
function componentHits(world: World, query: string): Hit[] {
  const parts = componentsNamed(analysisOf(world.plan), query).filter(({ name }) => thingAt(world, name) === undefined)
  return parts.map(({ name }) => ({ view: 'what-if', id: name, title: name, note: messages.whatIf }))
}
