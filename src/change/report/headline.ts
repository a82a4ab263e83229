import type { Language } from '../../diagnostic/diagnostic.ts'
import { counted, listed } from '../../words/figures.ts'
import { nounOf, thingName, thingNames } from '../../words/things.ts'
import { onlyFollows } from '../follows.ts'
import type { Change } from '../change.ts'
import type { ThingChange } from '../parts.ts'
import { fieldText } from './field-text.ts'
import { reportMessages as messages } from './messages.ts'
import { changeText } from './things.ts'

const headliners = ['site', 'uplink', 'circuit', 'route', 'contract', 'provider', 'network', 'zone', 'segment']
/** Of one kind, and changed in one manner; more stand below. */
const mostGroups = 2

/**
 * The things that a person would name, what comes and goes before what is edited: one in full, of several their names
 * and what is said of them.
 */
export function headlinesOf(all: readonly ThingChange[], language: Language): string[] {
  const own = all.filter(thing => !onlyFollows(thing, all))
  const things = own.length === 0 ? all : own
  const rank = ({ kind, what }: ThingChange): number =>
    headliners.indexOf(kind) + headliners.length * order.indexOf(what)
  const heads = things.filter(({ kind }) => headliners.includes(kind)).toSorted((a, b) => rank(a) - rank(b))
  const groups = [...Map.groupBy(heads.length === 0 ? things : heads, ({ kind, what }) => `${kind} ${what}`).values()]
  const apart = groups.filter((group, i) => !groups.slice(0, i).some(earlier => areAlike([...earlier, ...group])))
  const left = apart.slice(mostGroups).flat().length
  return [
    ...apart.slice(0, mostGroups).map(named => `${subjectOf(named, things, language)} ${predicateOf(named, language)}`),
    ...(left === 0 ? [] : [messages.andMore({ count: left })[language]]),
  ]
}

const order: readonly ThingChange['what'][] = ['removed', 'added', 'renamed', 'edited']

/** What nobody has typed, and the calendar alone brings: what is bought from a day on, or up to it. */
export function termsOf({ things, money }: Pick<Change, 'things' | 'money'>, language: Language): string[] {
  if (things.length > 0 || money === undefined) return []
  const ended = money.bought.filter(({ after }) => after === undefined)
  const begun = money.bought.filter(({ before }) => before === undefined)
  const texts = [
    { of: ended, id: 'masa berakhir', en: 'terms end' },
    { of: begun, id: 'masa mulai', en: 'terms begin' },
  ]
  return texts.flatMap(({ of, ...words }) => {
    const kinds = [...Map.groupBy(of, ({ kind }) => kind)].map(([kind, own]) => namesOf(kind, own, language))
    return kinds.length === 0 ? [] : [`${words[language]}: ${kinds.join(', ')}`]
  })
}

/** Of one kind by their names; those of other kinds that are changed in the very same way are counted behind. */
function subjectOf(named: readonly ThingChange[], all: readonly ThingChange[], language: Language): string {
  const [first] = named
  if (first === undefined) return ''
  const alike = areAlike(named) ? all.filter(each => each.kind !== first.kind && saysTheSame(each, first)) : []
  const others = [...Map.groupBy(alike, ({ kind }) => kind)].map(([kind, { length }]) => counted(length, nounOf(kind)))
  return [namesOf(first.kind, named, language), ...others.map(each => each[language])].join(', ')
}

function namesOf(kind: string, things: readonly { readonly id: string }[], language: Language): string {
  const names = listed(
    things.map(({ id }) => id),
    3,
  )
  return things.length > 1 ? thingNames(kind, names)[language] : thingName({ kind, id: names[language] })[language]
}

const verbs = {
  added: { id: 'ditambah', en: 'added' },
  removed: { id: 'dihapus', en: 'removed' },
  renamed: { id: 'berganti nama', en: 'renamed' },
  edited: { id: 'diubah', en: 'edited' },
}

function predicateOf(named: readonly ThingChange[], language: Language): string {
  const [first] = named
  if (first === undefined) return ''
  const verb = verbs[first.what]
  if (named.length > 1 && first.what === 'edited')
    return areAlike(named) ? changeText(first, language, 2) : `${verb[language]} (${fieldsOf(named, language)})`
  if (named.length > 1) return verb[language]
  const text = changeText(first, language, 2)
  if (first.what === 'edited') return text
  return `${verb[language]}${text === '' ? '' : ` (${text})`}`
}

function fieldsOf(named: readonly ThingChange[], language: Language): string {
  const fields = new Set(named.flatMap(({ kind, edits }) => edits.map(({ field }) => fieldText(kind, field)[language])))
  return listed([...fields], 2)[language]
}

function areAlike(named: readonly ThingChange[]): boolean {
  const [first] = named
  return first !== undefined && first.what === 'edited' && named.every(each => saysTheSame(each, first))
}

function saysTheSame(a: ThingChange, b: ThingChange): boolean {
  return a.what === b.what && said(a) === said(b)
}

function said({ edits }: ThingChange): string {
  return JSON.stringify(edits.map(({ field, before, after }) => [field, before, after]))
}
