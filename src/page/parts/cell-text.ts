import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import type { Heading, Value } from '../../show/table.ts'
import { own } from '../../text/own.ts'
import { day } from '../../words/dates.ts'
import * as declared from '../../words/declared.ts'
import { length, number, rupiah } from '../../words/figures.ts'
import * as states from '../../words/states.ts'
import { structures } from '../../words/things.ts'

/** Columns that hold a code of the model, with its words. */
const words: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  cause: declared.causeWords,
  class: declared.classWords,
  connection: declared.connectionWords,
  quality: declared.qualityWords,
  status: declared.statusWords,
  role: { ...declared.roleWords, ...states.routerRoleWords },
  service: declared.serviceWords,
  form: declared.formWords,
  method: declared.methodWords,
  kind: { ...declared.tenantWords, ...states.addressWords, ...declared.spanWords, ...structures },
  state: { ...states.stateWords, ...states.coreWords },
}

/**
 * What a reader sees of a value: figures with their marks, dates with their months, codes of the model by their words.
 */
export function cellText(value: Value, heading: Heading): Bilingual {
  if (typeof value === 'number') return figure(value, heading)
  const text = typeof value === 'object' ? value.join(' ') : (value ?? '')
  if (heading.format === 'date' && text !== '') return day(text)
  const [, date, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d)$/.exec(text) ?? []
  if (date !== undefined && time !== undefined) return { id: `${day(date).id} ${time}`, en: `${day(date).en} ${time}` }
  return own(own(words, lastOf(heading)) ?? {}, text) ?? { id: text, en: text }
}

function figure(value: number, heading: Heading): Bilingual {
  if (heading.format === 'rupiah') return rupiah(value)
  if (isName(heading)) return { id: String(value), en: String(value) }
  if (lengths.includes(heading.key)) return length(value)
  return heading.format === 'decimal' ? number(value, 7) : number(value)
}

/** In metres; their headings say no unit. */
const lengths: readonly string[] = ['drawn_m', 'sheath_m', 'glass_m']
/** Years and numbers of an AS are names, not amounts. */
const names: readonly string[] = ['year', 'budget_year', 'as', 'vlan', 'hub_vlan', 'port', 'core', 'family']

function isName(heading: Heading): boolean {
  return names.includes(lastOf(heading))
}

/** `budget.year` is a year. */
function lastOf({ key }: Heading): string {
  return key.slice(key.lastIndexOf('.') + 1)
}
