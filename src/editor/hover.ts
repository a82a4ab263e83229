import type { Bilingual } from '../diagnostic/diagnostic.ts'
import { reviewCodes } from '../change/review/codes.ts'
import { loadCodes } from '../load/codes.ts'
import { kindOfFile } from '../load/kinds.ts'
import { rules } from '../rules/index.ts'
import { meaningOf, schemaAt, scalarOf, unwrapped, valueAt } from '../load/schema-walk.ts'
import { scalarWords } from '../load/words.ts'
import type { Network } from '../model/network.ts'
import { priceNow } from '../money/stages.ts'
import { locate } from '../source/locate.ts'
import { snakeCase, type Source } from '../source/source.ts'
import { own } from '../text/own.ts'
import { inEach } from '../words/catalogue.ts'
import { day } from '../words/dates.ts'
import { mbps, rupiah } from '../words/figures.ts'
import { nounOf } from '../words/things.ts'
import type { Declaration } from '../edit/things.ts'
import { isRequired } from './complete.ts'
import { choicesFor, namesOf, type Choice } from './choices.ts'
import { effectOf } from './effects.ts'
import { feeOf } from './fee.ts'
import { editorMessages as messages } from './messages.ts'
import { dataOf, meaningAt, samePath, type Meaning, type Project } from './project.ts'

/** A few lines about what stands at an offset, plain text, in both languages; and the word that they are about. */
interface Hover {
  readonly lines: readonly Bilingual[]
  readonly from: number
  readonly to: number
}

export function hoverAt(project: Project, source: Source, offset: number): Hover | undefined {
  const meaning = meaningAt(project, source, offset)
  if (meaning === undefined) return undefined
  const { scalar } = meaning
  // A site's router is declared with it, and fails with it.
  const declarations = meaning.declarations.filter(
    ({ id, place }, i, all) => all.findIndex(one => one.id === id && samePath(one.place.path, place.path)) === i,
  )
  const codes = scalar.isKey ? [] : codeLines(scalar.text)
  const all = [
    ...declarations.flatMap(declaration => thingLines(project, declaration)),
    ...codes,
    ...(scalar.isKey ? [] : ledgerLines(project, scalar.text)),
    ...segmentLines(project, meaning),
    ...(declarations.length + codes.length === 0 ? keyLines(project, meaning) : []),
  ]
  const lines = [...new Map(all.map(line => [line.en, line])).values()]
  return lines.length === 0 ? undefined : { lines, from: scalar.from, to: scalar.to }
}

function thingLines({ compilation: { network, plan, asOf } }: Project, declaration: Declaration): Bilingual[] {
  const { kind, id, place } = declaration
  const name = valueAt(dataOf(declaration), ['name'])
  const noun = nounOf(kind)
  const title = typeof name === 'string' ? ` ${name}` : ''
  const row = plan === undefined ? undefined : effectOf(plan, kind, id)
  return [
    { id: `${noun.id} ${id}${title}`, en: `${noun.en} ${id}${title}` },
    ...(network === undefined ? [] : factLines(network, declaration, asOf)),
    ...(row === undefined
      ? []
      : [
          row.harm === 0 && row.exposed.length === 0
            ? messages.failsUnfelt
            : messages.fails({
                isolated: row.cost.sites.isolated.length,
                offline: row.cost.sites['without-internet'].length,
                backup: row.cost.sites['on-backup'].length,
                exposed: row.exposed.length,
              }),
        ]),
    messages.declaredAt({ place: `${place.source.path}:${locate(place).line}` }),
  ]
}

function factLines(network: Network, { kind, id }: Declaration, asOf: string): Bilingual[] {
  const { sites, circuits, uplinks, index } = network
  if (kind === 'contract') return contractLines(network, id)
  if (kind === 'site') {
    const tenants = (sites.get(id)?.tenants ?? []).map(({ declared }) => declared.name)
    const theirs = (index.circuitsOfSite.get(id) ?? []).map(circuit => circuit.id)
    return [
      ...(tenants.length === 0 ? [] : [messages.tenants({ names: tenants.join(', ') })]),
      ...(theirs.length === 0 ? [] : [messages.circuits({ names: theirs.join(', ') })]),
    ]
  }
  const bought = kind === 'circuit' ? circuits.get(id) : kind === 'uplink' ? uplinks.get(id) : undefined
  if (bought === undefined) return []
  const { declared, provider } = bought
  return [
    inEach(language =>
      messages.bought({
        speed: mbps(declared.bandwidthMbps)[language],
        price: feeOf(bought, asOf)[language],
        provider: provider.declared.name,
      }),
    ),
  ]
}

function contractLines({ contracts, circuits }: Network, id: string): Bilingual[] {
  const contract = contracts.get(id)
  if (contract === undefined) return []
  const { exclPpnRupiah } = priceNow(contract)
  const theirs = [...circuits.values()]
    .filter(circuit => circuit.contracts.includes(contract))
    .map(circuit => circuit.id)
  return [
    inEach(language =>
      messages.agreed({
        number: contract.declared.number,
        provider: contract.provider.declared.name,
        price: rupiah(exclPpnRupiah)[language],
        until: day(contract.period.to)[language],
      }),
    ),
    ...(theirs.length === 0 ? [] : [messages.circuits({ names: theirs.join(', ') })]),
  ]
}

/** What the model knows of a key, or of the key whose value stands here: its meaning, its form, what it may name. */
function keyLines(project: Project, { scalar, thing }: Meaning): Bilingual[] {
  if (thing === undefined) return []
  const inside = scalar.path.slice(thing.at.length)
  const path = inside.slice(0, inside.findLastIndex(step => typeof step === 'string') + 1)
  const root = kindOfFile(thing.kind).schema
  const schema = schemaAt(root, path)
  const key = path.at(-1)
  if (schema === undefined || typeof key !== 'string') return []
  const above = schemaAt(root, path.slice(0, -1))
  const meaning = meaningOf(above, key)
  const isNeeded = isRequired(unwrapped(above), key)
  const form = own(scalarWords, scalarOf(schema) ?? '')
  const kinds = namesOf(schema)
  const choices = choicesFor({ project, schema, data: thing.data, path })
  const words = kinds.length > 0 || form !== undefined ? [] : choices.map(({ word }) => word)
  const need = isNeeded ? messages.required : messages.optional
  const shape =
    kinds.length > 0
      ? [inEach(language => messages.refersTo({ kinds: kinds.map(kind => nounOf(kind)[language]).join(', ') }))]
      : form === undefined
        ? []
        : [inEach(language => messages.expected({ form: form[language] }))]
  return [
    ...(scalar.isKey ? [] : valueLines(scalar.text, scalarOf(schema), choices)),
    { id: `${snakeCase(key)} (${need.id})`, en: `${snakeCase(key)} (${need.en})` },
    ...(meaning === undefined ? [] : [meaning, messages.example({ example: meaning.example })]),
    ...shape,
    ...(words.length === 0 ? [] : [messages.oneOf({ words: words.join(', ') })]),
  ]
}

/** A value as people read it: an amount, a day, what one of those that may stand here is. */
function valueLines(text: string, form: string | undefined, choices: readonly Choice[]): Bilingual[] {
  if (form === 'rupiah' && /^-?\d+$/.test(text)) return [rupiah(Number(text))]
  if (form === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return [day(text)]
  const chosen = choices.find(({ word }) => word === text)
  return chosen === undefined || chosen.detail.en === ''
    ? []
    : [{ id: `${text}: ${chosen.detail.id}`, en: `${text}: ${chosen.detail.en}` }]
}

/** The addresses of a site's segment, where the site asks for it. */
function segmentLines({ compilation: { ledger } }: Project, { scalar: { path }, thing }: Meaning): Bilingual[] {
  const [list, segment] = path.slice(thing?.at.length)
  if (thing?.kind !== 'site' || list !== 'segments' || typeof segment !== 'string') return []
  const begin = `segment/${String(valueAt(thing.data, ['site']))}/${segment}/`
  return ledger.split('\n').flatMap(line => (line.startsWith(begin) ? [messages.ledger({ line })] : []))
}

/** Lines of the ledger that record what stands here. */
function ledgerLines({ compilation: { ledger } }: Project, text: string): Bilingual[] {
  if (!/^[0-9a-f.:/]{7,}$/i.test(text)) return []
  return ledger
    .split('\n')
    .filter(line => line.endsWith(`: ${text}`) || line.endsWith(`: "${text}"`))
    .map(line => messages.ledger({ line }))
}

/** What a code of a finding stands for, and where its page is. */
function codeLines(code: string): Bilingual[] {
  const known = own(loadCodes, code) ?? own(reviewCodes, code) ?? rules.find(rule => rule.code === code)
  const title = known?.title
  return title === undefined
    ? []
    : [{ id: `${code}: ${title.id}`, en: `${code}: ${title.en}` }, messages.page({ code })]
}
