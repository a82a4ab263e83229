import { months } from '../../words/dates.ts'
import { idFrom } from '../values/ids.ts'
import { countOf, numberOf } from '../values/numbers.ts'
import { factIf, factOf, type Fact, type MappedRow } from './draft.ts'

/** What a table says of a structure beyond its name, kind and place. */
export function furtherFacts(mapped: MappedRow): Fact[] {
  const { text, cell, spot, decimal } = mapped
  const heightM = numberOf(cell('heightM'), decimal('heightM'))?.value
  return [
    ...countFacts(mapped, 'ports'),
    ...countFacts(mapped, 'trays'),
    // Held against the rows by `order.ts`; the inventory has no place for it.
    ...factIf('(order)', numberOf(cell('order'), '.')?.value, spot('order')),
    ...factIf('owner', idFrom(text('owner')), spot('owner')),
    ...(heightM !== undefined && heightM > 0 && heightM <= 60 ? [factOf('height_m', heightM, spot('heightM'))] : []),
    ...factIf('material', materialOf(text('material')), spot('material')),
    ...factIf('built', dayOf(text('built')), spot('built')),
    ...factIf('status', statusOf(text('status')), spot('status')),
  ]
}

function countFacts(mapped: MappedRow, field: 'ports' | 'trays'): Fact[] {
  const cell = mapped.cell(field)
  const count = countOf(cell, mapped.decimal(field))
  if (count === undefined || count.value < 1 || count.value > 1_000_000) return []
  const certainty = typeof cell === 'number' || !count.isGuess ? 'sure' : 'guessed'
  return [factOf(field, count.value, mapped.spot(field), certainty, count.isGuess ? thousands : undefined)]
}

function materialOf(text: string): 'steel' | 'concrete' | 'wood' | undefined {
  const word = text.toLowerCase()
  if (/^(besi|baja|steel|galvanis|galvanized|iron)\b/.test(word)) return 'steel'
  if (/^(beton|concrete|cor)\b/.test(word)) return 'concrete'
  return /^(kayu|wood|wooden|timber)\b/.test(word) ? 'wood' : undefined
}

const thousands = { id: 'titik atau koma dibaca sebagai pemisah ribuan', en: 'its sign was read as one of thousands' }

/** A day alone: a year has none, and is left out. */
export function dayOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
  const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? inWords(text)
  const [year, month, day] =
    (iso ?? compact)?.slice(1, 4) ?? (local === undefined ? [] : [local[3], local[2], local[1]])
  if (year === undefined || month === undefined || day === undefined) return undefined
  const made = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${made}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(made) ? made : undefined
}

/** `15 Maret 2021`, `15-Mar-2021`: day, month and year, the month as its number. */
function inWords(text: string): readonly (string | undefined)[] | undefined {
  const [, day, word = '', year] = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{4})$/i.exec(text) ?? []
  const short = word.slice(0, 3).toLowerCase()
  const at = months.findIndex(({ id, en }) => [id, en].some(name => name.slice(0, 3).toLowerCase() === short))
  return at < 0 ? undefined : ['', day, String(at + 1), year]
}

export function statusOf(text: string): 'planned' | 'active' | 'retired' | undefined {
  const word = text.toLowerCase()
  if (/^(aktif|active|baik|bagus|good|existing|eksisting|terpasang|operational)$/.test(word)) return 'active'
  if (/^(rencana|planned|plan|usulan|proposed)$/.test(word)) return 'planned'
  if (/^(nonaktif|retired|dibongkar|bongkar|decommissioned|removed)$/.test(word)) return 'retired'
  return undefined
}
