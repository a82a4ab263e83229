import { axes } from '../../money/by-axis.ts'
import { remembered } from '../../source/remembered.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { monthName } from '../../words/dates.ts'
import { things } from '../../words/things.ts'
import { messages } from '../messages.ts'
import { kindNoun } from '../parts/links.tsx'
import { moneyRows } from '../views/money-of.tsx'
import { axisWords } from '../views/axis-words.ts'
import type { World } from '../world/world.ts'
import { findingsOf } from './findings.ts'
import { thingsOf } from './graph.ts'
import type { Entry } from './hit.ts'
import { listWords } from './lists.ts'
import { fieldsOf } from './fields.ts'
import { ruleCodes, titleOfRule } from './rule-title.ts'
import { marksOf } from './search-marks.ts'

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
  [
    'risk',
    '',
    messages.risk,
    'risk risiko n-1 single point failure titik gagal situs lokasi sites tanpa cadangan without backup redundancy',
  ],
  [
    'evidence',
    '',
    messages.evidence,
    'evidence bukti manifest hash verify verifikasi memeriksa keaslian cara how tanggal data umur versi version age serat',
  ],
  ['what-if', '', messages.whatIf, 'what-if bagaimana bila fails gagal putus'],
  ['try', '', messages.tryChange, 'edit change coba ubah patch'],
  ['print', 'register', messages.register, 'print cetak register contracts kontrak'],
  ['file', '', messages.files, 'files berkas inventory inventaris'],
]

export const entriesOf: (world: World) => readonly Entry[] = remembered(world => [
  ...views.map(
    ([view, id, note, more]): Entry => ({
      view,
      id,
      title: note,
      note: viewNote,
      text: `${note.id} ${note.en} ${more} ${view === 'evidence' ? proofOf(world) : ''}`.toLowerCase(),
      rank: 0,
    }),
  ),
  ...listEntries(),
  ...moneyEntries(world),
  ...thingEntries(world),
  ...ruleEntries(world),
  ...fieldEntries,
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
    ([path, sha256]): Entry => ({
      view: 'artifact',
      id: path,
      title: path,
      note: messages.artifacts,
      text: `${path.toLowerCase()} ${sha256} ${artifactWords(path)}`,
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

const viewNote: Bilingual = { id: '', en: '' }

function artifactWords(path: string): string {
  return path.startsWith('routers/') ? 'unduh download konfigurasi configuration config' : 'unduh download'
}

/** By which somebody who holds a printed sheet finds what it is a sheet of. */
function proofOf({ cargo }: World): string {
  return [cargo.inventoryHash, cargo.commit, cargo.version].join(' ')
}

/** Tables: every thing of a kind, what is free, what was measured. */
function listEntries(): Entry[] {
  return Object.entries(listWords).map(([id, { words, more }]) => ({
    view: 'list',
    id,
    title: words,
    note: messages.lists,
    text: `${words.id} ${words.en} ${more} ${id}`.toLowerCase(),
    rank: 1,
  }))
}

/** Money by each of its axes, and of each month. */
function moneyEntries(world: World): Entry[] {
  const found: Entry[] = axes.map(axis => ({
    view: 'money',
    id: axis,
    title: axisWords[axis],
    note: messages.money,
    text: `${moneyWords} ${axisWords[axis].id} ${axisWords[axis].en} ${axis === 'budget' ? 'sisa' : ''}`.toLowerCase(),
    rank: 2,
  }))
  // A permit is paid for, and has no page of its own.
  for (const { key, name } of moneyRows(world, 'contract').filter(row => row.key.includes(':')))
    found.push({
      view: 'money',
      id: 'contract',
      query: { row: key },
      title: name,
      note: messages.money,
      text: `${key} ${name}`.toLowerCase(),
      rank: 4,
    })
  for (const { key } of moneyRows(world, 'month')) found.push(timeEntry('month', key, monthName(key)))
  for (const { key } of moneyRows(world, 'year'))
    found.push(timeEntry('year', key, { id: `tahun ${key}`, en: `year ${key}` }))
  return found
}

function timeEntry(axis: 'month' | 'year', key: string, name: Bilingual): Entry {
  return {
    view: 'money',
    id: axis,
    query: { row: key },
    title: key,
    note: name,
    text: `${key} ${moneyWords} ${axis === 'year' ? 'total jumlah ppn ' : ''}${name.id} ${name.en}`.toLowerCase(),
    rank: axis === 'year' ? 2 : 3,
  }
}

const moneyWords = `${messages.money.id} ${messages.money.en} biaya cost anggaran budget`.toLowerCase()

/** Every rule: those that have found something come first, and that the others found nothing is an answer. */
function ruleEntries(world: World): Entry[] {
  const found = new Set(findingsOf(world).map(({ diagnostic }) => diagnostic.code))
  return ruleCodes.map(code => {
    const title = titleOfRule(code)
    return {
      view: 'rule',
      id: code,
      title: code,
      note: title,
      text: `${code} ${title.id} ${title.en}`.toLowerCase(),
      rank: found.has(code) ? 20 : 80,
    }
  })
}

/** What each kind can say: a column of all its things. */
const fieldEntries: readonly Entry[] = Object.keys(things).flatMap(kind =>
  fieldsOf(kind).map(([field, words, more]): Entry => {
    const { id, en, many } = kindNoun(kind)
    return {
      view: 'field',
      id: `${kind}.${field}`,
      title: words,
      note: messages.fieldOf({ id, en: many }),
      text: `${words.id} ${words.en} ${field.replaceAll('_', ' ')} ${more} ${kind} ${id} ${en} ${many}`.toLowerCase(),
      rank: 30,
    }
  }),
)

/** What a kind is called: `sirkuit penyedia-a` finds its circuits. */
function nounsOf(kind: string): string {
  const { id, en, many } = kindNoun(kind)
  return `${id} ${en} ${many}`
}

function thingEntries(world: World): Entry[] {
  const marks = marksOf(world)
  return Array.from(thingsOf(world), ({ kind, id, name }): Entry => {
    const rank = order.indexOf(kind)
    return {
      view: kind,
      id,
      title: id,
      note: { id: name, en: name },
      text: `${id} ${kind}:${id} ${name} ${nounsOf(kind)} ${marks.get(`${kind}:${id}`) ?? ''}`.toLowerCase(),
      rank: rank < 0 ? 50 : rank + 1,
    }
  })
}
