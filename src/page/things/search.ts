import { analysisOf } from '../../analysis/analysis.ts'
import { componentsNamed } from '../../analysis/graph/names.ts'
import { contains, parseAddress, parsePrefix, prefixText } from '../../model/ip.ts'
import { ipRows } from '../../render/ip-plan/rows.ts'
import { remembered } from '../../source/remembered.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { messages } from '../messages.ts'
import type { World } from '../world/world.ts'
import { findingsOf } from './findings.ts'
import { thingsOf } from './graph.ts'
import { wishOf } from './wish.ts'

/** One answer to a search: where it leads, and why it is among the answers. */
export interface Hit {
  readonly view: string
  readonly id: string
  readonly query?: Readonly<Record<string, string>>
  readonly title: string
  readonly note: Bilingual
}

interface Entry extends Hit {
  /** All that it can be found by, in lower case. */
  readonly text: string
  /** Things that people ask for come before those that there are thousands of. */
  readonly rank: number
}

const most = 40
/** Kinds in the order in which they are meant; others come behind. */
const order = [
  'site',
  'tenant',
  'circuit',
  'contract',
  'router',
  'provider',
  'uplink',
  'route',
  'area',
  'budget',
  'cable',
  'waiver',
  'payment',
  'ticket',
  'claim',
  'work',
  'trace',
  'power',
  'zone',
  'handoff',
  'plant',
  'structure',
  'prefix',
  'span',
]

const views: readonly (readonly [view: string, id: string, words: Bilingual, more: string])[] = [
  ['map', '', messages.map, 'map peta'],
  ['network', '', messages.network, 'topology topologi ring'],
  ['money', 'contract', messages.money, 'money uang rupiah anggaran budget biaya cost'],
  [
    'money',
    'timeline',
    messages.timeline,
    'ends berakhir quarter triwulan timeline jadwal notice expiry kontrak contracts',
  ],
  ['findings', '', messages.findings, 'findings temuan waivers accepted diterima'],
  ['risk', '', messages.risk, 'risk risiko n-1 single point failure titik gagal'],
  ['evidence', '', messages.evidence, 'evidence bukti manifest hash verify periksa'],
  ['what-if', '', messages.whatIf, 'what-if bagaimana bila fails gagal putus'],
  ['try', '', messages.tryChange, 'edit change coba ubah patch'],
  ['print', 'register', messages.register, 'print cetak register contracts kontrak'],
]

export function search(world: World, asked: string): readonly Hit[] {
  const query = asked.trim().toLowerCase()
  if (query === '') return []
  const special = [...togetherHits(world, query), ...wishHits(world, asked.trim()), ...addressHits(world, query)]
  const words = query.split(/\s+/)
  const scored: { readonly entry: Entry; readonly score: number }[] = []
  for (const entry of entriesOf(world)) {
    if (!words.every(word => entry.text.includes(word))) continue
    scored.push({ entry, score: scoreOf(entry, query) * 100 + entry.rank })
  }
  const found = scored.sort((a, b) => a.score - b.score).slice(0, most)
  return [...special, ...found.map(({ entry }) => entry)]
}

function scoreOf({ id, title, text }: Entry, query: string): number {
  if (id.toLowerCase() === query) return 0
  if (title.toLowerCase() === query) return 1
  if (id.toLowerCase().startsWith(query)) return 2
  if (title.toLowerCase().includes(query)) return 3
  return text.startsWith(query) ? 4 : 5
}

const entriesOf: (world: World) => readonly Entry[] = remembered(world => [
  ...views.map(
    ([view, id, note, more]): Entry => ({
      view,
      id,
      title: note.en,
      note,
      text: `${note.id} ${note.en} ${more}`.toLowerCase(),
      rank: 0,
    }),
  ),
  ...thingEntries(world),
  ...findingsOf(world).map(
    ({ id, diagnostic }): Entry => ({
      view: 'finding',
      id,
      title: diagnostic.code,
      note: diagnostic.message,
      text: `${id} ${diagnostic.message.id} ${diagnostic.message.en} ${(diagnostic.about ?? []).join(' ')}`.toLowerCase(),
      rank: 60,
    }),
  ),
  ...world.cargo.artifacts.map(
    ([path]): Entry => ({
      view: 'artifact',
      id: path,
      title: path,
      note: messages.artifacts,
      text: path.toLowerCase(),
      rank: 70,
    }),
  ),
  ...world.sources.map(
    ({ path }): Entry => ({
      view: 'file',
      id: path,
      title: path,
      note: messages.files,
      text: path.toLowerCase(),
      rank: 71,
    }),
  ),
])

function thingEntries(world: World): Entry[] {
  const data = declaredOf(world)
  return Array.from(thingsOf(world), ({ kind, id, name }): Entry => {
    const rank = order.indexOf(kind)
    return {
      view: kind,
      id,
      title: id,
      note: { id: name, en: name },
      text: `${id} ${name} ${data.get(`${kind}:${id}`) ?? ''}`.toLowerCase(),
      rank: rank < 0 ? 50 : rank + 1,
    }
  })
}

/** Numbers and marks by which people know a thing: those of a contract, a circuit, a device. */
function declaredOf({ network }: World): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { id, declared } of network.contracts.values())
    words.set(`contract:${id}`, [declared.number, declared.rupId, declared.ppk].join(' '))
  for (const { id, declared, site } of network.circuits.values())
    words.set(`circuit:${id}`, [declared.providerRef, site.declared.name].join(' '))
  for (const { id, declared } of network.uplinks.values()) words.set(`uplink:${id}`, declared.providerRef ?? '')
  for (const { id, declared } of network.providers.values()) words.set(`provider:${id}`, declared.npwp)
  for (const { id, declared } of network.routers.values())
    words.set(`router:${id}`, [declared.serial, declared.assetRegister, declared.model].join(' '))
  for (const { id, declared } of network.budgets.values())
    words.set(`budget:${id}`, [declared.subKegiatan, declared.account].join(' '))
  return words
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
