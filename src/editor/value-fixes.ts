import { z } from 'zod'
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.ts'
import { freeCores, freeOdfPorts } from '../edit/new/free.ts'
import { isOddWord } from '../edit/splice.ts'
import { kindOfFile } from '../load/kinds.ts'
import { meantText } from '../load/meant-words.ts'
import { keysOf, scalarOf, schemaAt, valueAt } from '../load/schema-walk.ts'
import { partsOfStep } from '../model/strands.ts'
import { offsetsOf } from '../source/locate.ts'
import { snakeCase } from '../source/source.ts'
import { nearest } from '../text/nearest.ts'
import type { Stretch } from './stretch.ts'
import { choicesFor, isAlways, type Choice } from './choices.ts'
import { editorMessages as messages } from './messages.ts'
import { thingAround, type Project } from './project.ts'

/** More than this is a list to complete from, not one to click in. */
const mostChoices = 6

/** What a port, a core or an ODF port that is taken already can be exchanged for. */
const taken: readonly string[] = ['RTR001', 'PLT003', 'PLT006', 'PLT008', 'PLT009', 'PLT010']

/** Names, words, keys and forms that are nearly what is written, or that may stand in its place. */
export function otherValues(project: Project, { code, severity, at }: Diagnostic): Stretch[] {
  const thing = thingAround(at.source, at.path)
  if (severity !== 'error' || thing === undefined) return []
  const path = at.path.slice(thing.at.length)
  const { schema: root } = kindOfFile(thing.kind)
  const [from, to] = offsetsOf(at)
  const text = at.source.text.slice(from, to)
  const quote = /^['"]/.exec(text)?.[0] ?? ''
  const written = quote === '' ? text : text.slice(1, -1)
  const putting = (title: Bilingual, put: string, isMeant: boolean): Stretch => ({
    title,
    isMeant,
    splice: { path: at.source.path, from, to, text: put },
  })
  if (at.key === true) {
    const word = nearest(written, keysOf(schemaAt(root, path.slice(0, -1))).map(snakeCase))
    return code !== 'LOD010' || word === undefined || word === written
      ? []
      : [putting(messages.replaceBy({ word }), quote + word + quote, true)]
  }
  const schema = schemaAt(root, path)
  const value = valueAt(thing.data, path)
  const choices = choicesFor({ project, schema, data: thing.data, path })
  if (value === null || value === undefined) return code === 'LOD014' ? chosenFor(at, choices) : []
  const form = formFor(schema, value, text)
  if (form !== undefined) return [putting(messages.replaceBy({ word: form }), form, true)]
  const offers = taken.includes(code)
    ? freeInstead(project, thing.data, written, choices)
    : scalarOf(schema) === 'vlan'
      ? []
      : meantBy(written, choices)
  return offers.map(({ word, detail }, i) => {
    const isOdd = quote === '' && isOddWord(word) && schema !== undefined && z.safeParse(schema, word).success
    const said = detail.en === '' ? isAlways(word) : { id: `${word} (${detail.id})`, en: `${word} (${detail.en})` }
    const title = { id: messages.replaceBy({ word: said.id }).id, en: messages.replaceBy({ word: said.en }).en }
    return putting(title, isOdd ? `"${word}"` : quote + word + quote, i === 0 && offers.length === 1)
  })
}

/** Where a key has no value yet: those that it may have, behind its colon. */
function chosenFor({ source, path }: Diagnostic['at'], choices: readonly Choice[]): Stretch[] {
  const [, end] = offsetsOf({ source, path, key: true })
  const colon = /^\s*:/.exec(source.text.slice(end))?.[0].length
  if (colon === undefined || choices.length > mostChoices) return []
  const at = end + colon
  return choices.map(({ word }) => ({
    title: messages.choose({ word }),
    isMeant: false,
    splice: { path: source.path, from: at, to: at, text: ` ${word}` },
  }))
}

/** A number that is meant as text in quotes; a day or an amount in another form in ours. */
function formFor(schema: z.core.$ZodType | undefined, value: unknown, text: string): string | undefined {
  if (schema === undefined || z.safeParse(schema, value).success) return undefined
  const meant = meantText(scalarOf(schema), value)
  if (meant !== undefined && meant !== text) return meant
  return typeof value === 'number' && z.safeParse(schema, text).success ? `"${text}"` : undefined
}

function meantBy(written: string, choices: readonly Choice[]): readonly Choice[] {
  if (choices.some(({ word }) => word === written)) return []
  // Of a core or an ODF port the name is what is nearly right.
  const slash = written.includes('/') ? written.indexOf('/') : written.length
  const [name, number] = [written.slice(0, slash), written.slice(slash)]
  const words = choices.map(({ word }) => word)
  const near = nearest(name, number === '' ? words : words.filter(word => !word.includes('/')))
  if (near !== undefined) return [{ word: near + number, detail: isAlways(''), rank: 0 }]
  return choices.length <= mostChoices ? choices.map(choice => ({ ...choice, detail: isAlways('') })) : []
}

/** The first that is free: of the same ODF or cable, as many as the route lights; of the same kind of port. */
function freeInstead(
  { compilation: { network } }: Project,
  data: unknown,
  written: string,
  choices: readonly Choice[],
): readonly Choice[] {
  if (!written.includes('/')) {
    const like = choices.find(({ word }) => word === written)?.detail.en
    return choices.filter(({ rank, detail }) => rank === 0 && detail.en === like).slice(0, 1)
  }
  if (network === undefined) return []
  const { name } = partsOfStep(written)
  const optic = valueAt(data, ['a', 'optic'])
  const strands = (typeof optic === 'string' ? network.optics.get(optic)?.strands : undefined) ?? 2
  const free = network.cables.has(name) ? freeCores(network, name, strands) : freeOdfPorts(network, name, strands)
  const detail = network.cables.has(name) ? messages.freeCore : messages.freePort
  return free === undefined ? [] : [{ word: `${name}/${free}`, detail, rank: 0 }]
}
