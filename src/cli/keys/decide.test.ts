import { expect, test } from 'vitest'
import type { Router } from '../../model/network.ts'
import { decideKeys, type Decision } from './decide.ts'
import type { KeyEnds } from './ends.ts'
import { newPrivateKey, publicKeyOf } from './tunnel-key.ts'

const ours = newPrivateKey()
const other = newPrivateKey()
const publicOf = (key: string): string => publicKeyOf(key) ?? ''

function ends(publicKey?: string): KeyEnds {
  return { pairs: [{ router: { id: 'a' } as Router, publicKey, secret: 'tunnel/a', farEnds: ['core'] }], shared: [] }
}

function decided(
  publicKey: string | undefined,
  stored: Readonly<Record<string, string>>,
  renew = false,
): { readonly state: string | undefined; readonly secret: string | undefined; readonly recorded: string | undefined } {
  const { pairs, secrets, publicKeys } = decideKeys(ends(publicKey), new Map(Object.entries(stored)), renew)
  return { state: pairs[0]?.state, secret: secrets.get('tunnel/a'), recorded: [...publicKeys.values()][0] }
}

test('nothing anywhere: a pair whose halves belong together', () => {
  const { state, secret, recorded } = decided(undefined, { 'tunnel/b': other })
  expect(state).toBe('made')
  expect(recorded).toBe(publicOf(secret ?? ''))
  expect(secret).not.toBe(other)
})

test.each([
  [
    'a private half that the ledger does not know yet is taken',
    undefined,
    { 'tunnel/a': ours },
    { state: 'from-store', secret: undefined, recorded: publicOf(ours) },
  ],
  [
    'a whole pair is left',
    publicOf(ours),
    { 'tunnel/a': ours },
    { state: 'kept', secret: undefined, recorded: undefined },
  ],
  [
    'of two halves of different pairs the private one counts',
    publicOf(other),
    { 'tunnel/a': ours },
    { state: 'mended', secret: undefined, recorded: publicOf(ours) },
  ],
  [
    'a private half under the name before a renaming is found by its public one',
    publicOf(ours),
    { 'tunnel/x': other, 'tunnel/before': ours, word: 'secret' },
    { state: 'refiled', secret: ours, recorded: undefined },
  ],
  [
    'a lost private half is not replaced unasked',
    publicOf(ours),
    { 'tunnel/b': other },
    { state: 'private-missing', secret: undefined, recorded: undefined },
  ],
  [
    'what is no key is left',
    undefined,
    { 'tunnel/a': 'rahasia' },
    { state: 'unfit', secret: undefined, recorded: undefined },
  ],
  [
    'what is no key is left, and so is the ledger',
    publicOf(ours),
    { 'tunnel/a': '' },
    { state: 'unfit', secret: undefined, recorded: undefined },
  ],
])('%s', (_, publicKey, stored, expected) => {
  expect(decided(publicKey, stored as unknown as Record<string, string>)).toEqual(expected)
})

test.each([
  ['renewed', publicOf(ours), { 'tunnel/a': ours }],
  ['renewed', publicOf(ours), {}],
  ['renewed', undefined, { 'tunnel/a': 'rahasia' }],
  ['made', undefined, {}],
])('asked to renew: %s', (state, publicKey, stored) => {
  const found = decided(publicKey, stored as unknown as Record<string, string>, true)
  expect(found.state).toBe(state)
  expect(found.recorded).toBe(publicOf(found.secret ?? ''))
  expect([ours, other]).not.toContain(found.secret)
})

test('a shared key is made once, left, taken along through a renaming, and renewed when asked', () => {
  const shared = [
    { circuit: 'new', secret: 'tunnel/new', formerSecrets: ['tunnel/older', 'tunnel/old'], routers: ['a', 'core'] },
  ]
  const decide = (stored: Readonly<Record<string, string>>, renew = false): Decision =>
    decideKeys({ pairs: [], shared }, new Map(Object.entries(stored)), renew)
  const outcome = ({ shared: [one], secrets }: Decision): unknown => [one?.state, secrets.get('tunnel/new')]
  expect(outcome(decide({}))).toEqual(['made', expect.stringMatching(/^[A-Za-z0-9]{40}$/)])
  expect(outcome(decide({ 'tunnel/new': 'k', 'tunnel/old': 'o' }))).toEqual(['kept', undefined])
  expect(outcome(decide({ 'tunnel/old': 'o' }))).toEqual(['refiled', 'o'])
  expect(outcome(decide({ 'tunnel/new': 'k' }, true))).toEqual(['renewed', expect.stringMatching(/^[A-Za-z0-9]{40}$/)])
})

test('an empty set of keys changes nothing', () => {
  expect(decideKeys({ pairs: [], shared: [] }, new Map(), false)).toEqual({
    pairs: [],
    shared: [],
    secrets: new Map(),
    publicKeys: new Map(),
  })
})
