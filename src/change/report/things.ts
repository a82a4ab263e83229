import { asRanges } from '../../text/ranges.ts'
import type { Bilingual, Language } from '../../diagnostic/diagnostic.ts'
import { listed, number } from '../../words/figures.ts'
import { fieldValue } from '../../words/fields.ts'
import { thingName, thingNames } from '../../words/things.ts'
import { locate } from '../../source/locate.ts'
import type { Change } from '../change.ts'
import type { Edit, ThingChange } from '../parts.ts'
import { onlyFollows } from '../follows.ts'
import { fieldText } from './field-text.ts'
import { headings } from './headings.ts'
import { reportMessages as messages } from './messages.ts'
import type { Section } from './section.ts'
import { plainText, shortTexts } from './values.ts'

/** It names another thing, which has another name now, and says nothing else. */
const withTheName = { id: 'menyebut nama baru', en: 'says the new name' }

export function thingSection({ things }: Change, language: Language): Section {
  return {
    key: 'things',
    title: headings.things[language],
    notes: [],
    columns: [headings.what, headings.which, headings.change, headings.where].map(title => ({
      title: title[language],
    })),
    rows: [
      ...alike(things.filter(thing => !onlyFollows(thing, things))).map(same => thingRow(same, language)),
      ...alike(things.filter(thing => onlyFollows(thing, things))).map(same =>
        thingRow(same, language).with(0, withTheName[language]),
      ),
    ],
  }
}

/** Things changed in one and the same way stand in one row: the spans of a run are many. */
function alike(things: readonly ThingChange[]): (readonly ThingChange[])[] {
  const order: readonly ThingChange['what'][] = ['removed', 'renamed', 'edited', 'added']
  const groups = Map.groupBy(things, ({ kind, what, id, edits }) =>
    what === 'renamed'
      ? `${kind} ${id}`
      : `${kind} ${what} ${JSON.stringify(edits.map(({ field, before, after }) => [field, before, after]))}`,
  )
  return [...groups.values()].sort((a, b) => rank(order, a) - rank(order, b))
}

/** What serves comes before what it runs over. */
export const kindOrder = ['site', 'uplink', 'circuit', 'route', 'contract', 'provider', 'budget', 'network']

function rank(order: readonly ThingChange['what'][], [first]: readonly ThingChange[]): number {
  const kind = kindOrder.indexOf(first?.kind ?? '')
  return (kind < 0 ? kindOrder.length : kind) * order.length + order.indexOf(first?.what ?? 'edited')
}

const whatWords: Readonly<Record<ThingChange['what'], Bilingual>> = {
  added: { id: 'baru', en: 'new' },
  removed: { id: 'dihapus', en: 'removed' },
  renamed: { id: 'ganti nama', en: 'renamed' },
  edited: { id: 'diubah', en: 'edited' },
}

function thingRow(same: readonly ThingChange[], language: Language): string[] {
  const [first] = same
  if (first === undefined) return []
  const names = asRanges(same.map(({ id }) => id))
  const count = same.length > 1 ? ` (${same.length})` : ''
  const some = listed(names, 4)
  return [
    whatWords[first.what][language],
    same.length > 1
      ? thingNames(first.kind, some)[language] + count
      : thingName({ kind: first.kind, id: some[language] })[language],
    changeText(first, language),
    placeText(first),
  ]
}

const mostEdits = 6

/** `bandwidth (Mbit/s) 30 → 50`, the fields parted by semicolons. */
export function changeText({ kind, what, formerId, edits }: ThingChange, language: Language, most = mostEdits): string {
  const texts = edits.map(edit => editText(kind, edit, language))
  const left = texts.length - most
  return [
    ...(what === 'renamed' ? [messages.was({ text: String(formerId) })[language]] : []),
    ...texts.slice(0, most),
    ...(left > 0 ? [`+${left}`] : []),
  ].join('; ')
}

function editText(kind: string, { field, ...sides }: Edit, language: Language): string {
  const [old, now] = [valueText(sides.before, field, language), valueText(sides.after, field, language)]
  const { before, after } = shortTexts({ before: old, after: now })
  return `${fieldText(kind, field)[language]} ${before} → ${after}`
}

function valueText(value: unknown, field: string, language: Language): string {
  if (value === undefined) return '—'
  if (typeof value === 'number' && field.endsWith('_rupiah')) return `Rp ${number(value)[language]}`
  return typeof value === 'string' ? (fieldValue(field, value)?.[language] ?? value) : plainText(value)
}

function placeText({ at, edits: [edit] }: ThingChange): string {
  const place = edit?.after === undefined ? at : edit.at
  return `${place.source.path}:${locate(place).line}`
}
