import type { AgendaEntry } from '../../analysis/agenda/agenda.ts'
import type { Event } from '../../analysis/agenda/event.ts'
import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { day } from '../../words/dates.ts'
import { counted, listed, rupiah } from '../../words/figures.ts'
import { nounOf, thingName } from '../../words/things.ts'

/** What happens, in one sentence. */
export function sentenceOf({ event, about }: Pick<AgendaEntry, 'event' | 'about'>): Bilingual {
  return sentence(event, namesOf(about))
}

/** What kind of thing an event is, for a column and for categories of a calendar. */
export const eventWords: Readonly<Record<Event['kind'], Bilingual>> = {
  'contract-begins': { id: 'kontrak mulai', en: 'contract begins' },
  'contract-ends': { id: 'kontrak berakhir', en: 'contract ends' },
  'procurement-begins': { id: 'mulai pengadaan', en: 'procurement begins' },
  'delivery-due': { id: 'batas serah terima', en: 'delivery due' },
  addendum: { id: 'adendum berlaku', en: 'addendum takes effect' },
  'circuit-begins': { id: 'sirkuit mulai', en: 'circuit begins' },
  'circuit-changes': { id: 'sirkuit berubah', en: 'circuit changes' },
  'circuit-ends': { id: 'sirkuit berakhir', en: 'circuit ends' },
  'permit-ends': { id: 'izin berakhir', en: 'permit ends' },
  'waiver-ends': { id: 'pengecualian berakhir', en: 'waiver ends' },
  'payment-due': { id: 'tagihan jatuh tempo', en: 'payment due' },
  'claim-due': { id: 'klaim jatuh tempo', en: 'claim due' },
}

function sentence(event: Event, names: Bilingual): Bilingual {
  switch (event.kind) {
    case 'contract-begins':
      return { id: `${names.id} mulai berlaku`, en: `${names.en} begins` }
    case 'contract-ends':
      return ending(names, event.successor)
    case 'procurement-begins':
      return {
        id: `${names.id} berakhir ${day(event.to).id} tanpa lanjutan: mulai pengadaannya`,
        en: `${names.en} ends on ${day(event.to).en} and nothing follows it: begin the procurement`,
      }
    case 'delivery-due':
      return {
        id: `hari terakhir serah terima (BAST) ${names.id}; sesudahnya denda berjalan`,
        en: `last day to hand over (BAST) ${names.en}; from then on a fine runs`,
      }
    case 'addendum':
      return {
        id: `adendum ${event.number} pada ${names.id} berlaku`,
        en: `addendum ${event.number} to ${names.en} takes effect`,
      }
    case 'circuit-begins':
      return {
        id: `${names.id} mulai${event.status === 'planned' ? ' (masih berstatus planned)' : ''}`,
        en: `${names.en} begins${event.status === 'planned' ? ' (its status is still planned)' : ''}`,
      }
    case 'circuit-changes':
      return changing(names, event.changes)
    case 'circuit-ends':
      return { id: `${names.id} berakhir`, en: `${names.en} ends` }
    case 'permit-ends':
      return {
        id: `izin ${event.number} untuk ${names.id} berakhir`,
        en: `permit ${event.number} for ${names.en} ends`,
      }
    case 'waiver-ends':
      return { id: `${names.id} untuk ${event.code} berakhir`, en: `${names.en} of ${event.code} ends` }
    case 'payment-due':
      return {
        id: `layanan ${event.month} menurut ${names.id} belum dibayar: ${rupiah(event.rupiah).id} termasuk PPN`,
        en: `service of ${event.month} under ${names.en} is not paid: ${rupiah(event.rupiah).en} with PPN`,
      }
    case 'claim-due':
      return {
        id: `restitusi ${event.month} dari ${names.id} belum diklaim: ${rupiah(event.rupiah).id}`,
        en: `restitution of ${event.month} from ${names.en} is not claimed: ${rupiah(event.rupiah).en}`,
      }
  }
}

function ending(names: Bilingual, successor: string | undefined): Bilingual {
  return successor === undefined
    ? { id: `${names.id} berakhir`, en: `${names.en} ends` }
    : { id: `${names.id} berakhir; dilanjutkan ${successor}`, en: `${names.en} ends; ${successor} follows it` }
}

function changing(names: Bilingual, changes: Extract<Event, { kind: 'circuit-changes' }>['changes']): Bilingual {
  const told = changes.map(({ field, before, after }) => `${field} ${before} → ${after}`).join('; ')
  return { id: `${names.id}: ${told}`, en: `${names.en}: ${told}` }
}

/** One by its kind and name; several of one kind counted, with the first few names. */
function namesOf(about: AgendaEntry['about']): Bilingual {
  const [first] = about
  if (first === undefined) return { id: '', en: '' }
  if (about.length === 1) return thingName(first)
  const names = listed(about.map(({ id }) => id))
  const count = counted(about.length, nounOf(first.kind))
  return { id: `${count.id} (${names.id})`, en: `${count.en} (${names.en})` }
}
