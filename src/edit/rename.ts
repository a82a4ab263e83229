import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { kindOfFile } from '../load/kinds.ts'
import type { Past } from '../load/past.ts'
import { hasSteps, valueAt } from '../load/schema-walk.ts'
import type { Kind } from '../model/kind.ts'
import { id as idForm } from '../model/scalars.ts'
import { locate, offsetsOf } from '../source/locate.ts'
import type { Place, Source } from '../source/source.ts'
import { parseYaml } from '../source/yaml.ts'
import { nounOf } from '../words/things.ts'
import type { Edited, Refused } from './edited.ts'
import { indentAt, isFlow } from './layout.ts'
import { scalarSplice, spliced, type Splice } from './splice.ts'
import { declarationsOf, namingsOf, thingsIn, type Declaration, type Naming } from './things.ts'

/** Kinds whose earlier names the model keeps: allocations follow them. */
const remembering: readonly Kind[] = [
  'site',
  'router',
  'tenant',
  'circuit',
  'uplink',
  'route',
  'provider',
  'contract',
  'structure',
  'span',
  'cable',
]
/** Their names are part of other things' allocations, and nothing would carry those to a new name. */
const fixed: readonly Kind[] = ['network', 'segment', 'run', 'splice', 'area']

interface Wish {
  readonly kind: Kind
  readonly from: string
  readonly to: string
  /** What the ledger remembers: of a thing that it never knew no earlier name is kept. Absent where nobody asked it. */
  readonly past?: Past
}

/** The thing under its new name in every place that names it, with `was:` where it is declared; or why not. */
export function renamed(sources: readonly Source[], { kind, from, to, past }: Wish): Edited | Refused {
  const things = thingsIn(sources)
  const declared = declarationsOf(things)
  const own = declared.find(each => each.kind === kind && each.id === from)
  if (own === undefined)
    return [{ id: `tidak ada ${nounOf(kind).id} \`${from}\``, en: `there is no ${nounOf(kind).en} \`${from}\`` }]
  const stays = staysNamed(own)
  if (stays !== undefined) return [stays]
  const kinds = kindsOf(own, declared)
  const namings = namingsOf(things, kinds, from)
  const faults = faultsOf({ from, to }, own, declared, namings)
  faults.push(...unread(sources, from))
  if (faults.length > 0) return faults
  const path = newPath(own, to)
  const splices = [
    scalarSplice(own.place, to),
    ...(isRemembered(own, past) ? formerName(own, from) : []),
    ...namings.map(naming => scalarSplice(naming.place, naming.text.replace(from, to))),
    ...(path === undefined ? [] : scopesUnder(things, own.thing.source.path, path)),
  ]
  const edited = spliced(sources, distinct(splices))
  if (path === undefined) return { sources: edited, removed: [] }
  const old = own.thing.source.path
  return { sources: edited.map(source => (source.path === old ? { ...source, path } : source)), removed: [old] }
}

/** Why this thing keeps its name; undefined where it need not. */
export function staysNamed({ kind, id }: Pick<Declaration, 'kind' | 'id'>): Bilingual | undefined {
  if (!fixed.includes(kind)) return undefined
  const noun = nounOf(kind)
  return {
    id: `${noun.id} \`${id}\`: namanya tidak dapat diganti, sebab alokasi lain bergantung padanya`,
    en: `${noun.en} \`${id}\`: its name cannot change, since allocations of others hang on it`,
  }
}

/** Files that are just being typed may name it where nobody can tell. */
function unread(sources: readonly Source[], from: string): Bilingual[] {
  const doubtful = sources.filter(source => source.text.includes(from) && parseYaml(source).data === undefined)
  return doubtful.map(({ path }) => ({
    id: `${path}: berkas ini belum dapat dibaca dan mungkin menyebut \`${from}\`; benahi dahulu`,
    en: `${path}: this file does not parse yet and may name \`${from}\`; mend it first`,
  }))
}

/** A site's router is named as the site, a rented fibre's span as its cable. */
function kindsOf(own: Declaration, declared: readonly Declaration[]): readonly Kind[] {
  const { key, also = [] } = kindOfFile(own.thing.kind)
  if (own.place.path.at(-1) === key && own.entry.length === own.thing.at.length) return [own.thing.kind, ...also]
  const path = own.place.path.join(' ')
  const same = declared.filter(
    ({ thing, id, place }) => thing === own.thing && id === own.id && place.path.join(' ') === path,
  )
  return same.map(({ kind }) => kind)
}

function faultsOf(
  { from, to }: Pick<Wish, 'from' | 'to'>,
  own: Declaration,
  declared: readonly Declaration[],
  namings: readonly Naming[],
): Bilingual[] {
  const kinds = kindsOf(own, declared)
  const faults: Bilingual[] = []
  const say = (id: string, en: string): void => void faults.push({ id, en })
  if (!idForm.safeParse(to).success)
    say(
      `\`${to}\`: huruf kecil, angka dan tanda hubung, paling banyak 40`,
      `\`${to}\`: lower-case letters, digits and hyphens, at most 40`,
    )
  const taken = declared.find(each => each.id === to && kinds.includes(each.kind))
  if (taken !== undefined)
    say(`\`${to}\` sudah ada: ${shown(taken.place)}`, `\`${to}\` is there already: ${shown(taken.place)}`)
  for (const { place, text } of [own, ...namings].filter(each => each.text.includes('..')))
    say(
      `${shown(place)}: \`${text}\` adalah rentang; uraikan dahulu`,
      `${shown(place)}: \`${text}\` is a range; write it apart first`,
    )
  const doubtful = namings.find(naming =>
    declared.some(each => each.id === from && naming.kinds.includes(each.kind) && !kinds.includes(each.kind)),
  )
  if (doubtful !== undefined)
    say(`${shown(doubtful.place)}: nama ini milik dua benda`, `${shown(doubtful.place)}: two things have this name`)
  return faults
}

function shown(place: Place): string {
  return `${place.source.path}:${locate(place).line}`
}

/** Kinds whose allocations the ledger has under their own name. */
const allocated: readonly Kind[] = ['site', 'router', 'circuit', 'route']

function isRemembered({ kind, id }: Declaration, past: Past | undefined): boolean {
  if (!remembering.includes(kind)) return false
  return past === undefined || !allocated.includes(kind) || past.get(kind)?.has(id) === true
}

/** `was:` behind the name, or the former name in the one that is there. */
function formerName(own: Declaration, from: string): Splice[] {
  const { source } = own.thing
  const had = valueAt(own.thing.data, [...own.entry.slice(own.thing.at.length), 'was'])
  if (Array.isArray(had)) {
    const last: Place = { source, path: [...own.entry, 'was', had.length - 1] }
    const [, end] = offsetsOf(last)
    return [
      {
        path: source.path,
        from: end,
        to: end,
        text: isFlow({ source, path: [...own.entry, 'was'] }) ? `, ${from}` : `\n${indentAt(last)}- ${from}`,
      },
    ]
  }
  if (own.place.key === true) return formerInside(own, from)
  const [, end] = offsetsOf(own.place)
  if (isFlow({ source, path: own.entry })) return [{ path: source.path, from: end, to: end, text: `, was: [${from}]` }]
  const line = source.text.indexOf('\n', end)
  const at = line < 0 ? source.text.length : line
  const key: Place = { ...own.place, key: true }
  return [{ path: source.path, from: at, to: at, text: `\n${indentAt(key)}was: [${from}]` }]
}

/** Where the name is the key of an entry, `was` stands first in the entry. */
function formerInside(own: Declaration, from: string): Splice[] {
  const { source } = own.thing
  const entry = valueAt(own.thing.data, own.entry.slice(own.thing.at.length))
  const first = hasSteps(entry) ? Object.keys(entry)[0] : undefined
  if (first === undefined) return []
  const key: Place = { source, path: [...own.entry, first], key: true }
  const [start] = offsetsOf(key)
  const text = isFlow({ source, path: own.entry }) ? `was: [${from}], ` : `was: [${from}]\n${indentAt(key)}`
  return [{ path: source.path, from: start, to: start, text }]
}

/** A file that is named as its one thing is named anew. */
function newPath({ thing, place, id }: Declaration, to: string): string | undefined {
  const { path } = thing.source
  if (thing.among > 1 || thing.at.length > 0 || place.path.length > 1) return undefined
  const end = `${id}.yaml`
  return path === end || path.endsWith(`/${end}`) ? `${path.slice(0, -end.length)}${to}.yaml` : undefined
}

/** Waivers that cover the file by its path. */
function scopesUnder(things: ReturnType<typeof thingsIn>, old: string, path: string): Splice[] {
  return things
    .filter(({ kind, data }) => kind === 'waiver' && valueAt(data, ['under']) === old)
    .map(({ source, at }) => scalarSplice({ source, path: [...at, 'under'] }, path))
}

function distinct(splices: readonly Splice[]): Splice[] {
  return [...new Map(splices.map(each => [`${each.path} ${each.from} ${each.to}`, each])).values()]
}
