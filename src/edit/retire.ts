import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { kindOfFile } from '../load/kinds.ts'
import type { Kind } from '../model/kind.ts'
import type { Bought } from '../model/leases.ts'
import type { Network } from '../model/network.ts'
import { locate } from '../source/locate.ts'
import type { Place, Source } from '../source/source.ts'
import type { Edited, Refused } from './edited.ts'
import { isFlow } from './layout.ts'
import { blockers, dependents, hangsOnLeases, stranded, type Named } from './retire-needs.ts'
import { endOf, outOfFile, outOfList } from './retire-text.ts'
import { spliced } from './splice.ts'
import { declarationsOf, namingsOf, thingsIn, type Declaration } from './things.ts'

interface Wish {
  readonly kind: Kind
  readonly id: string
  /** The first day without it. */
  readonly on: string
  readonly today: string
}

/** Kinds whose end is written down, so that what was stays known: their numbers stay taken. */
const ending: readonly Kind[] = ['site', 'circuit', 'uplink', 'route', 'structure', 'span', 'cable']

/** Words that sites are made of and numbers were given by, and records of what has been. */
const lasting: readonly Kind[] = [
  'network',
  'segment',
  'zone',
  'router',
  'run',
  'splice',
  'ticket',
  'claim',
  'payment',
  'work',
  'trace',
  'power',
]

function stays({ kind, id }: Wish): Bilingual {
  return {
    id: `${kind} ${id} tetap tercatat, sebab yang lain bergantung padanya; ubah di berkasnya`,
    en: `${kind} ${id} still stands for what others hang on; change it in its file`,
  }
}

/** What may end on a day to come: a status has no date. */
const dated: readonly Kind[] = ['circuit', 'uplink']

function endsToday({ kind, id, on }: Wish): Bilingual {
  return {
    id: `${kind} ${id} hanya dapat diakhiri hari ini; ulangi pada ${on}, atau akhiri sirkuitnya lebih dahulu dengan --on`,
    en: `${kind} ${id} can be ended today only; do it again on ${on}, or end its circuits ahead of that with --on`,
  }
}

/**
 * Ends a thing and what cannot be without it. What carries service is marked as retired and keeps its history and its
 * numbers; what is only a word (an agency, a waiver) leaves its file, and the lists that name it.
 */
export function retired(sources: readonly Source[], network: Network, wish: Wish): Edited | Refused {
  const declared = declarationsOf(thingsIn(sources))
  const own = declared.find(({ kind, id }) => kind === wish.kind && id === wish.id)
  if (own === undefined)
    return [{ id: `tidak ada ${wish.kind} \`${wish.id}\``, en: `there is no ${wish.kind} \`${wish.id}\`` }]
  if (lasting.includes(wish.kind)) return [stays(wish)]
  if (!ending.includes(wish.kind)) {
    const held = declared.filter(({ thing, entry }) => thing.source === own.thing.source && isBelow(entry, own))
    return held.length === 0 ? removed(sources, own) : held.map(({ kind, id }) => holds(own.id, `${kind}:${id}`))
  }
  const isLater = wish.on > wish.today
  const isDated = dated.includes(wish.kind) || hangsOnLeases(network, wish)
  if (isLater && !isDated) return [endsToday(wish)]
  const blocking = blockers(network, wish, isLater)
  if (blocking.length > 0) return blocking
  // A site has no day: its circuits end on it, and the site then.
  const ends = [...(isLater && wish.kind === 'site' ? [] : [wish]), ...dependents(network, wish)]
  const found = ends.flatMap(({ kind, id }) => declared.filter(each => each.kind === kind && each.id === id))
  const ranged = found.filter(({ text }) => text.includes('..'))
  if (ranged.length > 0) return ranged.map(({ place, text }) => inRange(place, text))
  return {
    sources: spliced(
      sources,
      found.flatMap(declaration => endOf(declaration, wish.on)),
    ),
    removed: [],
    remarks: [...paper(network, ends, wish.on), ...(isLater ? left(network, wish) : [])],
  }
}

function isBelow(entry: Declaration['entry'], own: Declaration): boolean {
  return entry.length > own.entry.length && own.entry.every((step, i) => entry[i] === step)
}

function holds(owner: string, held: string): Bilingual {
  return { id: `${owner} masih memuat ${held}`, en: `${owner} still holds ${held}` }
}

/** What is left to do on the day itself. */
function left(network: Network, wish: Wish): Bilingual[] {
  if (wish.kind !== 'site') return stranded(network, wish).map(site => onThatDay(site, wish))
  return [
    {
      id: `sirkuit ${wish.id} berakhir sebelum ${wish.on}; pada ${wish.on} jalankan serat retire site ${wish.id}`,
      en: `the circuits of ${wish.id} end before ${wish.on}; on ${wish.on} run serat retire site ${wish.id}`,
    },
  ]
}

function onThatDay(site: string, { on }: Wish): Bilingual {
  const command = `serat retire ${site.replace(':', ' ')}`
  return {
    id: `tidak ada jalan lain ke ${site}: pada ${on} jalankan ${command}, kecuali ada pengganti sebelum itu`,
    en: `nothing else reaches ${site}: on ${on} run ${command}, unless another way is there by then`,
  }
}

/** Out of its file, and out of the lists that name it; refused where something cannot be without it. */
function removed(sources: readonly Source[], own: Declaration): Edited | Refused {
  const { key, also = [] } = kindOfFile(own.thing.kind)
  const isWhole = own.place.path.at(-1) === key && own.entry.length === own.thing.at.length
  const namings = namingsOf(thingsIn(sources), isWhole ? [own.kind, ...also] : [own.kind], own.id)
  const bound = namings.filter(({ place }) => typeof place.path.at(-1) !== 'number' || !isFlow(listOf(place)))
  if (bound.length > 0)
    return bound.map(({ place }) => ({
      id: `${shown(place)} masih menyebutnya; ubah dahulu`,
      en: `${shown(place)} still names it; change that first`,
    }))
  const splices = namings.map(({ place }) => outOfList(place))
  const { source, among } = own.thing
  if (isWhole && among === 1)
    return { sources: spliced(sources, splices).filter(({ path }) => path !== source.path), removed: [source.path] }
  return { sources: spliced(sources, [...splices, outOfFile(own)]), removed: [] }
}

function listOf({ source, path }: Place): Place {
  return { source, path: path.slice(0, -1) }
}

function shown(place: Place): string {
  return `${place.source.path}:${locate(place).line}`
}

function inRange(place: Place, text: string): Bilingual {
  return {
    id: `${shown(place)}: \`${text}\` adalah rentang; uraikan dahulu`,
    en: `${shown(place)}: \`${text}\` is a range; write it apart first`,
  }
}

/** What a person still has to write, since no file can. */
function paper({ circuits, uplinks }: Network, ends: readonly Named[], on: string): Bilingual[] {
  return ends.flatMap(({ kind, id }): Bilingual[] => {
    const bought = kind === 'circuit' ? circuits.get(id) : kind === 'uplink' ? uplinks.get(id) : undefined
    if (bought !== undefined) return [notice(kind, bought, on)]
    if (kind === 'site')
      return [
        {
          id: `situs ${id}: berita acara penarikan router, mutasi pada KIB B`,
          en: `site ${id}: record of the router's removal, and its entry in KIB B`,
        },
      ]
    if (kind === 'cable' || kind === 'structure' || kind === 'span')
      return [
        {
          id: `${kind} ${id}: berita acara pembongkaran, mutasi pada KIB D, dan izin yang berakhir`,
          en: `${kind} ${id}: record of its removal, its entry in KIB D, and permits that end`,
        },
      ]
    return []
  })
}

/** To its provider; and what its contract then says otherwise. */
function notice(kind: Kind, { id, declared }: Bought, on: string): Bilingual {
  const contract = [declared.contract ?? []].flat().at(-1)
  const words: Bilingual = {
    id: `${kind} ${id} (${declared.provider}): surat berhenti berlangganan`,
    en: `${kind} ${id} (${declared.provider}): notice of termination`,
  }
  if (contract === undefined) return words
  const command = (number: string): string => `serat new addendum ${contract} --number ${number} --from ${on}`
  return {
    id: `${words.id}; adendum kontrak ${contract} untuk jumlah, bandwidth dan harga: ${command('NOMOR')}`,
    en: `${words.en}; an addendum of contract ${contract} for count, bandwidth and price: ${command('NUMBER')}`,
  }
}
