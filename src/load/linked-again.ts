import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import type { Kind } from '../model/kind.ts'
import { unnamed } from '../model/missing.ts'
import { noMemory } from '../source/memory.ts'
import { addMissing, type MissingSoFar } from './missing.ts'
import type { Linking } from './resolve.ts'

/** What a step of linking made, and what it said and found missing on its way. */
interface Part<T> {
  readonly value: T
  readonly said: readonly Diagnostic[]
  readonly missed: readonly (readonly [Kind, readonly (string | typeof unnamed)[]])[]
}

/** `before` is what was linked under this name, of other values. */
type Link<T> = (linking: Linking, before?: T) => T

/**
 * A step of linking, done again only where something that it is made of is another; what it said and found missing it
 * says and finds again. It may ask what was missing before it and what is gone: both are among what it is made of.
 */
export function linkedAgain<T>(linking: Linking, step: string, of: readonly unknown[], link: Link<T>): T {
  const { kept } = linking
  return kept === noMemory
    ? link(linking)
    : taken(linking, of, link, (all, make) => kept.again(step, all, () => make()))
}

/** The same for each thing of a table. */
export function linkedEach<T>(
  linking: Linking,
  step: string,
): (key: string, of: readonly unknown[], link: Link<T>) => T {
  const { kept } = linking
  if (kept === noMemory) return (_key, _of, link) => link(linking)
  const each = kept.each<Part<T>>(step)
  return (key, of, link) => taken(linking, of, link, (all, make) => each(key, all, make))
}

function taken<T>(
  linking: Linking,
  of: readonly unknown[],
  link: Link<T>,
  keep: (all: readonly unknown[], make: (before?: Part<T>) => Part<T>) => Part<T>,
): T {
  const { missing, diagnostics, past } = linking
  let isNew = false
  const { value, said, missed } = keep([...of, namesOf(missing), past], before => {
    isNew = true
    const [saidBefore, missedBefore] = [
      diagnostics.length,
      new Map([...missing].map(([kind, { size }]) => [kind, size])),
    ]
    const made = link(linking, before?.value)
    return { value: made, said: diagnostics.slice(saidBefore), missed: addedTo(missing, missedBefore) }
  })
  if (isNew) return value
  for (const diagnostic of said) diagnostics.push(diagnostic)
  for (const [kind, names] of missed) for (const name of names) addMissing(missing, kind, name)
  return value
}

/** All that is missing once everything was linked: what it was, where the same is missing. */
export function missingInAll({ kept, missing }: Linking): MissingSoFar {
  return kept === noMemory ? missing : kept.again('missing', [namesOf(missing)], () => missing)
}

function addedTo(missing: MissingSoFar, before: ReadonlyMap<Kind, number>): Part<unknown>['missed'] {
  return [...missing].flatMap(([kind, names]) => {
    const known = before.get(kind) ?? 0
    return names.size === known ? [] : [[kind, [...names].slice(known)] as const]
  })
}

const texts = new WeakMap<MissingSoFar, { readonly count: number; readonly text: string }>()

/** All that is missing so far, as one value; nothing is ever taken away from it. */
function namesOf(missing: MissingSoFar): string {
  let count = 0
  for (const { size } of missing.values()) count += size
  const known = texts.get(missing)
  if (known?.count === count) return known.text
  const text = JSON.stringify([...missing].map(([kind, names]) => [kind, [...names].map(nameText)]))
  texts.set(missing, { count, text })
  return text
}

function nameText(name: string | typeof unnamed): string | null {
  return name === unnamed ? null : name
}
