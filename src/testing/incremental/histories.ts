import { compile, type Compilation, type CompileInput } from '../../compile.ts'
import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import { prefixText } from '../../model/ip.ts'
import type { Plan } from '../../plan/plan.ts'
import { locate } from '../../source/locate.ts'
import { scalarsIn } from '../../source/scalars.ts'
import type { Place, Source } from '../../source/source.ts'
import { contoh } from '../contoh.ts'
import { byText } from '../../text/order.ts'
import { randomFrom, type Random } from '../generate/random.ts'

/**
 * Histories of random edits of the small example network, as somebody types them, each state compiled by a recompiler
 * and anew.
 */

interface State {
  readonly sources: readonly Source[]
  readonly ledger: string
  readonly asOf: string
}

const entropy = new Uint8Array(16).fill(7)
const days = ['2026-06-15', '2026-06-16', '2027-01-02']

/**
 * What differs after an edit, in words; undefined where `again` says what the compiler says of each state of the
 * history.
 */
export async function firstDifference(
  seed: number,
  edits: number,
  again: (input: CompileInput) => Compilation,
): Promise<string | undefined> {
  const random = randomFrom(seed)
  const whole = contoh()
  let state: State = { sources: whole, ledger: '', asOf: days[0] ?? '' }
  for (let edit = 0; edit <= edits; edit++) {
    const input = { ...state, today: '2026-06-15', entropy }
    const [incremental, fresh] = [again(input), compile(copied(input))]
    const isSampled = edit === edits || random() < 0.05
    const [said, wanted] = [await toldBy(incremental, isSampled), await toldBy(fresh, isSampled)]
    if (said !== wanted)
      return `history ${seed}, edit ${edit}:\n${said.slice(0, 2000)}\n-- wanted --\n${wanted.slice(0, 2000)}`
    state = edited({ ...state, ledger: random() < 0.5 ? fresh.ledger : state.ledger }, whole, random)
  }
  return undefined
}

/** Values that nobody has seen before: nothing that was remembered of the others can be met again. */
function copied(input: CompileInput): CompileInput {
  return { ...input, sources: input.sources.map(source => ({ ...source })) }
}

async function toldBy(
  { diagnostics, waived, ledger, asOf, artifacts, plan }: Compilation,
  withBytes: boolean,
): Promise<string> {
  const lines = [...[...diagnostics, ...waived].map(lineOf), ...(plan === undefined ? [] : numbersOf(plan))]
  if (withBytes)
    for (const { path, content } of artifacts) {
      const bytes = await content()
      lines.push(`${path} ${typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64')}`)
    }
  return [...lines, asOf, ledger].join('\n')
}

/** What a plan decided, a line a thing. */
function numbersOf({ segments, links, leases, routers }: Plan): string[] {
  return [
    ...[...segments].map(([name, { hosts, vlan, v4, v6, active }]) =>
      [name, hosts, vlan, prefixText(v4), prefixText(v6), active].join(' '),
    ),
    ...[...links].map(([name, { v4, cost, mtu, active }]) => [name, prefixText(v4), cost, mtu, active].join(' ')),
    ...[...leases].map(([name, { shapeKbps, tunnels, active }]) =>
      [name, shapeKbps, active, ...tunnels.map(({ id, port, v4 }) => `${id} ${port} ${prefixText(v4.core)}`)].join(' '),
    ),
    ...[...routers].map(([name, { as, loopbackV4, site, segments: own, links: ends }]) =>
      [name, as, prefixText(loopbackV4), site.declared.name, own.length, ends.length].join(' '),
    ),
  ]
}

function lineOf({ at, code, severity, message, help, related = [], more = 0 }: Diagnostic): string {
  const others = related.map(other => `${placeText(other.at)} ${other.message.en}`)
  return [placeText(at), severity, code, message.id, message.en, help?.en, more, ...others].join(' | ')
}

function placeText(at: Place): string {
  const { line, column, endLine, endColumn } = locate(at)
  return `${at.source.path}:${line}:${column}-${endLine}:${endColumn}`
}

type Edit = (text: string, random: Random) => string

/** What an editor does to one file; half of it says nothing new. */
const typing: readonly Edit[] = [
  (text, random) => atLine(text, random, line => `# catatan ${Math.floor(random() * 100)}\n${line}`),
  (text, random) => atLine(text, random, line => `${line}\n`),
  (text, random) => atLine(text, random, line => (/^\s*(#|$)/.test(line) ? '' : `${line} # dilihat`)),
  (text, random) => atScalar(text, random, word => (/^[a-z][a-z -]*$/.test(word) ? `'${word}'` : word)),
  (text, random) => atScalar(text, random, word => word.replace(/\d+$/, digits => String(Number(digits) + 1))),
  (text, random) => atScalar(text, random, () => oneOf(scalarsIn({ path: '', text }), random)?.text ?? 'x'),
  (text, random) => atScalar(text, random, word => word.slice(0, -1)),
  (text, random) => atScalar(text, random, word => `${word}x`),
  (text, random) => atLine(text, random, () => ''),
  (text, random) => atLine(text, random, line => ` ${line}`),
]

function edited({ sources, ledger, asOf }: State, whole: readonly Source[], random: Random): State {
  const source = oneOf(sources, random)
  const chance = random()
  if (source === undefined || chance < 0.06) return { sources, ledger, asOf: oneOf(days, random) ?? asOf }
  if (chance < 0.08) return { sources: sources.filter(({ path }) => path !== source.path), ledger, asOf }
  if (chance < 0.1) return { sources, ledger: ledger.split('\n').slice(0, -3).join('\n') + '\n', asOf }
  // What was broken is mended again, so that what lies deeper is reached too.
  const broken = whole.find(({ path, text }) => sources.find(each => each.path === path)?.text !== text)
  if (broken !== undefined && chance < 0.4)
    return { sources: withFile(sources, broken.path, broken.text), ledger, asOf }
  const edit = oneOf(typing, random)
  return { sources: withFile(sources, source.path, edit?.(source.text, random) ?? source.text), ledger, asOf }
}

function withFile(sources: readonly Source[], path: string, text: string): Source[] {
  return [...sources.filter(source => source.path !== path), { path, text }].sort(byText(source => source.path))
}

function atLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split('\n')
  const at = Math.floor(random() * lines.length)
  return lines.map((line, i) => (i === at ? change(line) : line)).join('\n')
}

function atScalar(text: string, random: Random, change: (word: string) => string): string {
  const scalar = oneOf(
    scalarsIn({ path: '', text }).filter(({ isKey, from }) => !isKey && from >= 0),
    random,
  )
  return scalar === undefined
    ? text
    : text.slice(0, scalar.from) + change(text.slice(scalar.from, scalar.to)) + text.slice(scalar.to)
}

function oneOf<T>(list: readonly T[], random: Random): T | undefined {
  return list[Math.floor(random() * list.length)]
}
