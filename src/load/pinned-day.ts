import type { NetworkDeclaration } from '../model/network-file.ts'
import { inside } from '../source/source.ts'
import { bilingual } from '../words/catalogue.ts'
import { day } from '../words/dates.ts'
import type { Declarations } from './declare.ts'
import type { Item } from './item.ts'
import { loadFault } from './fault.ts'
import type { Linking } from './resolve.ts'

interface Astray {
  readonly pinned: string
  /** How many things are bought. */
  readonly count: number
  /** The day on which the first of them begins, or the last one ends. */
  readonly edge: string
}

const indonesian = {
  behind: ({ pinned, count, edge }: Astray) =>
    `pada ${day(pinned).id} tidak satu pun dari ${count} sirkuit dan uplink berjalan: masa yang terakhir berakhir ${day(edge).id}`,
  before: ({ pinned, count, edge }: Astray) =>
    `pada ${day(pinned).id} tidak satu pun dari ${count} sirkuit dan uplink berjalan: masa yang pertama mulai ${day(edge).id}`,
  mend: ({ pinned }: Astray) =>
    'perbaiki tanggalnya, atau hapus as_of agar hari ini yang dipakai. ' +
    `Bila tanggalnya benar: serat check --as-of ${pinned} menyebut satu per satu`,
}

const english: typeof indonesian = {
  behind: ({ pinned, count, edge }) =>
    `on ${day(pinned).en} none of ${count} circuits and uplinks is in service: the last period ended on ${day(edge).en}`,
  before: ({ pinned, count, edge }) =>
    `on ${day(pinned).en} none of ${count} circuits and uplinks is in service: the first period begins on ${day(edge).en}`,
  mend: ({ pinned }) =>
    `mend the date, or remove as_of, and today counts. If the date is right: serat check --as-of ${pinned} tells them one by one`,
}

const messages = bilingual(indonesian, english)

/** Of fewer things that are bought all may well have ended. */
const fewest = 3

/**
 * The day that `as_of` pins, YYYY-MM-DD. A day on which nothing that is bought is in service is one slip of the pen and
 * not a fault of every circuit: it is one finding, and everything else is held against today, or the nearest day that
 * the inventory knows.
 */
export function pinnedDay(
  linking: Linking,
  { circuit, uplink }: Declarations,
  { declared, origin }: Item<NetworkDeclaration>,
  today: string | undefined,
): string | undefined {
  const { asOf: pinned } = declared
  const periods = [...circuit, ...uplink]
    .filter(({ declared: { status } }) => status === 'active')
    .map(item => item.declared.period)
  if (pinned === undefined || periods.length < fewest) return pinned
  const count = periods.length
  const first = periods.reduce((day, { from }) => (from < day ? from : day), '9999-12-31')
  const last = periods.reduce((day, { to }) => (to > day ? to : day), '')
  if (pinned >= first && pinned <= last) return pinned
  const edge = pinned < first ? first : last
  const facts = { pinned, count, edge }
  const message = pinned < first ? messages.before(facts) : messages.behind(facts)
  linking.diagnostics.push(loadFault('LOD035', inside(origin, 'asOf'), message, messages.mend(facts)))
  return today !== undefined && today >= first && today <= last ? today : edge
}
