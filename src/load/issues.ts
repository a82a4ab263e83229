import type { z } from 'zod'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { camelCase, inside, keyInside, snakeCase, type Place, type Step } from '../source/source.ts'
import { nearest } from '../text/nearest.ts'
import { discriminated, hasSteps, isSecret, keySchemaOf, keysOf, schemaAt, scalarOf, valueAt } from './schema-walk.ts'
import { clearSecret, invalidForm, missingKey, unknownKey, wrongChoice, wrongForm, wrongType } from './shape-words.ts'
import { unionWords } from './union-words.ts'

/** A part of a thing that does not fit the model. */
export interface ShapeFault {
  /** The finding in words; of thousands alike only some are asked for. */
  readonly say: () => Diagnostic
  readonly path: readonly Step[]
  /** Leaving it out changes nothing that a rule could see. */
  readonly harmless: boolean
  /** What stands inside is wrong for the same reason: a decimal comma makes four numbers of two. */
  readonly isWhole?: boolean
  /** A key that has to be there and is not. */
  readonly isAbsent?: boolean
  /** Of an unknown key: the path of the known one that it is a misspelling of. */
  readonly meant?: string
}

/** What was held against the model: a thing of a file, its schema, and where it stands. */
export interface Held {
  readonly root: z.ZodType
  readonly data: unknown
  readonly at: Place
}

type Issue = z.core.$ZodIssue

/** An issue of the validator as faults in our own words; a key that nobody knows may be many. */
export function faultsOf(held: Held, issue: Issue, above: readonly Step[] = []): ShapeFault[] {
  const path = [...above, ...stepsOf(issue.path)]
  const { root, data, at } = held
  if (issue.code === 'unrecognized_keys') return unknownKeyFaults(held, path, issue.keys)
  if (issue.code === 'invalid_union') return unionFaults(held, issue, path)
  if (issue.code === 'invalid_key') {
    const scalar = scalarOf(keySchemaOf(schemaAt(root, path.slice(0, -1))))
    return [harm(path, () => invalidForm(keyInside(at, ...path), scalar, String(path.at(-1))))]
  }
  const value = valueAt(data, path)
  if (value === undefined && path.length > 0) return [absent(path, at)]
  const target = schemaAt(root, path)
  const fault = harm(path, () => wrongValue(target, issue, value, inside(at, ...path), path))
  return [Array.isArray(value) && scalarOf(target) === 'point' ? { ...fault, isWhole: true } : fault]
}

function harm(path: readonly Step[], say: () => Diagnostic): ShapeFault {
  return { path, say, harmless: false }
}

function absent(path: readonly Step[], at: Place): ShapeFault {
  return { ...harm(path, () => missingKey(path, at)), isAbsent: true }
}

function stepsOf(path: readonly PropertyKey[]): Step[] {
  return path.map(step => (typeof step === 'number' ? step : String(step)))
}

/**
 * The branch that the value was meant for is the one that got furthest: its first fault lies inside, not at the top.
 */
function unionFaults(held: Held, issue: Issue & { code: 'invalid_union' }, path: readonly Step[]): ShapeFault[] {
  const branch =
    issue.errors.find(issues => issues.every(inner => inner.path.length > 0 || inner.code === 'unrecognized_keys')) ??
    issue.errors.find(issues => issues.every(inner => inner.code !== 'invalid_type'))
  if (branch !== undefined && branch.length > 0) return branch.flatMap(inner => faultsOf(held, inner, path))
  const { root, data, at } = held
  const value = valueAt(data, path)
  const forms = discriminated(schemaAt(root, path))
  if (forms === undefined || !hasSteps(value) || Array.isArray(value))
    return [harm(path, () => wrongForm(inside(at, ...path), unionWords(schemaAt(root, path)), value, path))]
  const choice = valueAt(value, [forms.key])
  const place = [...path, forms.key]
  if (choice === undefined) return [absent(place, at)]
  return [harm(place, () => wrongChoice(inside(at, ...place), choice, forms.choices))]
}

function wrongValue(
  target: ReturnType<typeof schemaAt>,
  issue: Issue,
  value: unknown,
  place: Place,
  path: readonly Step[],
): Diagnostic {
  const scalar = scalarOf(target)
  if (issue.code === 'invalid_value') return wrongChoice(place, value, issue.values.map(String))
  if (isSecret(target) && typeof value === 'string') return clearSecret(place, path)
  if (issue.code === 'invalid_type') return wrongType(place, scalar ?? issue.expected, value, path)
  const most = issue.code === 'too_big' && openAbove.includes(scalar ?? '') ? issue.maximum : undefined
  return invalidForm(place, scalar, value, most)
}

/** Scalars whose words say no upper end: where a key has one of its own, it is said too. */
const openAbove = ['positive', 'nonNegative', 'count']

function unknownKeyFaults({ root, at }: Held, path: readonly Step[], keys: readonly string[]): ShapeFault[] {
  const known = keysOf(schemaAt(root, path)).map(snakeCase)
  return keys.map(key => {
    const keyPath = [...path, key]
    const place = keyInside(at, ...keyPath)
    if (looksSecret(key)) return { path: keyPath, harmless: true, say: () => clearSecret(place, keyPath) }
    const near = nearest(snakeCase(key), known)
    const fault = { path: keyPath, harmless: true, say: () => unknownKey(place, snakeCase(key), known, near) }
    return near === undefined ? fault : { ...fault, meant: [...path, camelCase(near)].join('/') }
  })
}

function looksSecret(key: string): boolean {
  return /password|passphrase|secret|psk|community|privatekey|sandi/i.test(key)
}
