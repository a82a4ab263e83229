import { z } from 'zod'
import type { Bilingual, Diagnostic, Related } from '../diagnostic/diagnostic.ts'
import { camelCase, inside, keyInside, snakeCase, type Place, type Step } from '../source/source.ts'
import { loadCodes, type LoadCodeId } from './codes.ts'
import { scalarWords, typeOfData, typeWord } from './words.ts'
import { nearest } from '../text/nearest.ts'
import { printable } from '../text/screen.ts'

export interface Shaped<T> {
  /** Undefined where what is wrong cannot be left out. */
  readonly value: T | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Parts were left out because they were wrong: what follows from their absence is no finding. */
  readonly damaged: boolean
  /** Entries of the file's own lists and maps that are wrong, whether they were left out or only a part of them: `spans/sp-001`, or `spans/?`. */
  readonly harmed: readonly string[]
  /** For lists that lost entries: where each entry that is left stood in the file. */
  readonly indices: ReadonlyMap<string, readonly number[]>
}

const whole: ReadonlyMap<string, readonly number[]> = new Map()

/**
 * Plain data to a typed value. What is wrong and can be left out (an unknown key, an optional value, an entry of a list or a map) is left
 * out, so that everything else in the file is still looked at. `unread` are paths whose YAML was refused before.
 */
export function shape<S extends z.ZodType>(
  schema: S,
  data: unknown,
  at: Place,
  unread: readonly (readonly Step[])[] = [],
): Shaped<z.output<S>> {
  const first = schema.safeParse(data)
  if (first.success) return { value: first.data, diagnostics: [], damaged: false, harmed: [], indices: whole }
  const faults = onePerPlace(first.error.issues.flatMap(issue => faultsOf(schema, issue, data, at)))
  // What is absent under another spelling, or because its YAML was refused, has a finding already.
  const known = new Set([...faults.flatMap(({ meant }) => meant ?? []), ...unread.map(path => path.join('/'))])
  const diagnostics = faults.filter(({ path }) => !known.has(path.join('/'))).map(({ diagnostic }) => diagnostic)
  const damaged = faults.some(({ harmless }) => !harmless)
  const harmed = [...new Set(faults.flatMap(({ path, harmless }) => (harmless ? [] : entryOf(data, path))))]
  const rest = structuredClone(data)
  if (!faults.every(({ path }) => leaveOut(schema, rest, path)))
    return { value: undefined, diagnostics, damaged, harmed, indices: whole }
  const indices = indicesOf(rest)
  const second = schema.safeParse(closeGaps(rest))
  return { value: second.success ? second.data : undefined, diagnostics, damaged, harmed, indices }
}

/** A value that breaks its pattern often breaks a second check too: one fault a place. */
function onePerPlace(faults: readonly ShapeFault[]): ShapeFault[] {
  return [
    ...new Map(faults.toReversed().map(fault => [`${fault.diagnostic.code} ${fault.path.join('/')}`, fault])).values(),
  ].toReversed()
}

/** The entry of one of the file's own lists or maps in which a fault lies; `?` where the fault is its very name. */
function entryOf(data: unknown, path: readonly Step[]): string[] {
  const [list, step] = path
  if (typeof list !== 'string' || step === undefined) return []
  if (typeof step === 'string') return [`${list}/${/^[a-z0-9-]+$/.test(step) ? step : '?'}`]
  const entry = valueAt(data, [list, step])
  return [
    `${list}/${(path.length === 3 && /^(id|contract|budget)$/.test(String(path[2])) ? undefined : idOf(entry)) ?? '?'}`,
  ]
}

interface ShapeFault {
  readonly diagnostic: Diagnostic
  readonly path: readonly Step[]
  /** Leaving it out changes nothing that a rule could see. */
  readonly harmless: boolean
  /** Of an unknown key: the path of the known one that it is a misspelling of. */
  readonly meant?: string
}

type Issue = z.core.$ZodIssue

function faultsOf(root: z.ZodType, issue: Issue, data: unknown, at: Place): ShapeFault[] {
  const path = issue.path as Step[]
  const value = valueAt(data, path)
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(root, path, key, at))
  if (issue.code === 'invalid_union') return unionFaults(root, issue, path, data, at)
  if (issue.code === 'invalid_key')
    return [
      {
        diagnostic: invalidForm(keyInside(at, ...path), schemaAt(root, path.slice(0, -1)), String(path.at(-1)), 'id'),
        path,
        harmless: false,
      },
    ]
  if (value === undefined && path.length > 0) return [missingKey(path, at)]
  return [{ diagnostic: wrongValue(root, issue, path, value, at), path, harmless: false }]
}

function unionFaults(
  root: z.ZodType,
  issue: Issue & { code: 'invalid_union' },
  path: Step[],
  data: unknown,
  at: Place,
): ShapeFault[] {
  // The branch that the value was meant for is the one that got furthest: its first fault lies inside, not at the top.
  const branch =
    issue.errors.find(issues => issues.every(inner => inner.path.length > 0 || inner.code === 'unrecognized_keys')) ??
    issue.errors.find(issues => issues.every(inner => inner.code !== 'invalid_type'))
  if (branch !== undefined && branch.length > 0)
    return branch.flatMap(inner => faultsOf(root, { ...inner, path: [...path, ...inner.path] } as Issue, data, at))
  const value = valueAt(data, path)
  const target = schemaAt(root, path)
  const discriminator = target instanceof z.ZodDiscriminatedUnion ? String(target.def.discriminator) : undefined
  if (discriminator !== undefined && typeOfData(value) === 'object') {
    const choice = (value as Record<string, unknown>)[discriminator]
    if (choice === undefined) return [missingKey([...path, discriminator], at)]
    const options = (target as z.ZodDiscriminatedUnion).options.flatMap(option =>
      [...((option as z.ZodObject).shape[discriminator] as z.ZodLiteral).values].map(String),
    )
    return [
      {
        diagnostic: wrongChoice(inside(at, ...path, discriminator), String(choice), options),
        path: [...path, discriminator],
        harmless: false,
      },
    ]
  }
  return [{ diagnostic: wrongType(inside(at, ...path), 'union', value, path), path, harmless: false }]
}

function wrongValue(root: z.ZodType, issue: Issue, path: Step[], value: unknown, at: Place): Diagnostic {
  const place = inside(at, ...path)
  const target = schemaAt(root, path)
  const scalar = scalarOf(target)
  if (issue.code === 'invalid_value') return wrongChoice(place, value, issue.values.map(String))
  if (isSecret(target) && typeof value === 'string') return clearSecret(place, path)
  if (issue.code === 'invalid_type' && scalar === undefined) return wrongType(place, issue.expected, value, path)
  if (issue.code === 'invalid_type') return wrongType(place, scalar ?? issue.expected, value, path)
  return invalidForm(place, target, value, scalar)
}

function unknownKey(root: z.ZodType, path: readonly Step[], key: string, at: Place): ShapeFault {
  const place = keyInside(at, ...path, key)
  if (looksSecret(key)) return { diagnostic: clearSecret(place, [...path, key]), path: [...path, key], harmless: true }
  const known = keysOf(schemaAt(root, path)).map(snakeCase)
  const near = nearest(snakeCase(key), known)
  const shown = printable(snakeCase(key))
  return {
    diagnostic: loadFault(
      'LOD010',
      place,
      { id: `kunci \`${shown}\` tidak dikenal di sini`, en: `unknown key \`${shown}\`` },
      near === undefined
        ? { id: `yang dikenal: ${known.join(', ')}`, en: `known here: ${known.join(', ')}` }
        : { id: `mungkin maksudnya \`${near}\``, en: `did you mean \`${near}\`?` },
    ),
    path: [...path, key],
    harmless: true,
    ...(near === undefined ? {} : { meant: [...path, camelCase(near)].join('/') }),
  }
}

function missingKey(path: readonly Step[], at: Place): ShapeFault {
  const key = snakeCase(String(path.at(-1)))
  return {
    diagnostic: loadFault(
      'LOD011',
      inside(at, ...path.slice(0, -1)),
      { id: `kunci \`${key}\` wajib ada`, en: `the key \`${key}\` is required` },
      { id: `tambahkan \`${key}:\` di sini`, en: `add \`${key}:\` here` },
    ),
    path,
    harmless: false,
  }
}

function wrongType(place: Place, expected: string, value: unknown, path: readonly Step[]): Diagnostic {
  const want = scalarWords[expected] ?? typeWord(expected)
  const got = typeWord(typeOfData(value))
  const key = nameOf(path)
  const quote = typeof value === 'number' && wantsText(expected)
  return loadFault(
    'LOD012',
    place,
    { id: `\`${key}\` harus ${want.id}, bukan ${got.id}`, en: `\`${key}\` must be ${want.en}, not ${got.en}` },
    quote
      ? { id: 'tulis nilainya dalam tanda kutip', en: 'write the value in quotes' }
      : { id: `tulis ${want.id}`, en: `write ${want.en}` },
  )
}

function wantsText(expected: string): boolean {
  return (
    expected === 'string' ||
    ['version', 'word', 'text', 'npwp', 'rupId', 'kecamatan', 'id', 'account', 'subKegiatan', 'date'].includes(expected)
  )
}

function invalidForm(
  place: Place,
  target: z.ZodType | undefined,
  value: unknown,
  scalar = scalarOf(target),
): Diagnostic {
  const want = scalar === undefined ? undefined : scalarWords[scalar]
  const shown = printable(typeof value === 'object' ? JSON.stringify(value) : String(value))
  return loadFault(
    'LOD013',
    place,
    { id: `nilai \`${shown}\` tidak dapat dipakai di sini`, en: `the value \`${shown}\` cannot stand here` },
    want === undefined
      ? { id: 'lihat dokumentasi kunci ini', en: 'see the documentation of this key' }
      : { id: `harus ${want.id}`, en: `it must be ${want.en}` },
  )
}

function wrongChoice(place: Place, value: unknown, choices: readonly string[]): Diagnostic {
  const shown = printable(String(value))
  const near = typeof value === 'string' ? nearest(value, choices) : undefined
  return loadFault(
    'LOD014',
    place,
    { id: `\`${shown}\` bukan pilihan di sini`, en: `\`${shown}\` is not a choice here` },
    near === undefined
      ? { id: `pilih: ${choices.join(', ')}`, en: `choose: ${choices.join(', ')}` }
      : {
          id: `mungkin maksudnya \`${near}\`; pilihan: ${choices.join(', ')}`,
          en: `did you mean \`${near}\`? choices: ${choices.join(', ')}`,
        },
  )
}

function clearSecret(place: Place, path: readonly Step[]): Diagnostic {
  const key = nameOf(path)
  return {
    ...loadFault(
      'LOD015',
      place,
      { id: `rahasia tertulis apa adanya pada \`${key}\``, en: `a secret in clear text at \`${key}\`` },
      {
        id: 'hapus dari berkas dan dari riwayat Git, ganti rahasianya, lalu sebut namanya saja: { secret: ospf/backbone }',
        en: "take it out of the file and of Git's history, change the secret, and name it only: { secret: ospf/backbone }",
      },
    ),
    confidential: true,
  }
}

export function loadFault(
  code: LoadCodeId,
  at: Place,
  message: Bilingual,
  help: Bilingual,
  related?: readonly Related[],
): Diagnostic {
  return { code, severity: loadCodes[code].severity, at, message, help, ...(related === undefined ? {} : { related }) }
}

function looksSecret(key: string): boolean {
  return /password|passphrase|secret|psk|community|privatekey|sandi/i.test(key)
}

function nameOf(path: readonly Step[]): string {
  return printable(snakeCase(String(path.findLast(step => typeof step === 'string') ?? 'berkas')))
}

function valueAt(data: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as Record<Step, unknown>)[step]),
    data,
  )
}

/** The schema of a value inside another, through optional and default wrappers; of a union, the member that has the step. */
function schemaAt(schema: z.ZodType | undefined, path: readonly Step[]): z.ZodType | undefined {
  const inner = unwrap(schema)
  if (path.length === 0 || inner === undefined) return inner
  const [step, ...rest] = path as [Step, ...Step[]]
  if (inner instanceof z.ZodObject) return schemaAt((inner.shape as Record<string, z.ZodType>)[step], rest)
  if (inner instanceof z.ZodArray) return schemaAt(inner.element as z.ZodType, rest)
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType as z.ZodType, rest)
  if (inner instanceof z.ZodTuple) return schemaAt(inner.def.items[step as number] as z.ZodType, rest)
  if (inner instanceof z.ZodUnion)
    return (inner.options as z.ZodType[]).map(option => schemaAt(option, path)).find(found => found !== undefined)
  return undefined
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return unwrap(schema.def.innerType as z.ZodType)
  return schema
}

function isOptional(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
}

function scalarOf(schema: z.ZodType | undefined): string | undefined {
  const scalar = schema?.meta()?.['scalar']
  return typeof scalar === 'string' ? scalar : undefined
}

function isSecret(schema: z.ZodType | undefined): boolean {
  return schema instanceof z.ZodObject && 'secret' in schema.shape && 'bytes' in schema.shape
}

function keysOf(schema: z.ZodType | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(option => keysOf(unwrap(option)))
  return []
}

const hole = Symbol('left out')

/** Takes away the nearest part around a fault that can be missed: an optional value, an entry of a map, an entry of one of the file's own lists. */
function leaveOut(root: z.ZodType, data: unknown, path: readonly Step[]): boolean {
  for (let depth = path.length; depth > 0; depth--) {
    const owner = path.slice(0, depth - 1)
    const step = path[depth - 1] as Step
    const container = valueAt(data, owner)
    if (container === null || typeof container !== 'object') continue
    const value = (container as Record<Step, unknown>)[step]
    if (value === hole) return true
    if (Array.isArray(container)) {
      if (owner.length !== 1) continue
      container[step as number] = hole
      return true
    }
    const schema = schemaAt(root, owner)
    const known = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>)[step] : undefined
    if (known === undefined || isOptional(known)) {
      delete (container as Record<Step, unknown>)[step]
      return true
    }
  }
  return false
}

function idOf(entry: unknown): string | undefined {
  if (entry === null || typeof entry !== 'object') return undefined
  const { id, contract, budget } = entry as Record<string, unknown>
  return [id, contract, budget].find(name => typeof name === 'string') as string | undefined
}

function indicesOf(data: unknown): ReadonlyMap<string, readonly number[]> {
  const lists = Object.entries(data as Record<string, unknown>).filter(
    (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].includes(hole),
  )
  return new Map(lists.map(([key, list]) => [key, list.flatMap((item, i) => (item === hole ? [] : [i]))]))
}

function closeGaps(data: unknown): unknown {
  return Object.fromEntries(
    Object.entries(data as Record<string, unknown>).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter(item => item !== hole) : value,
    ]),
  )
}
