import { describe, expect, test } from 'vitest'
import { platforms } from '../../compile.ts'
import { compiled, errorsOf, numbersOf, type Ground } from '../edits.fixture.ts'
import { isRefused } from '../edited.ts'
import { readKlaten } from '../../testing/klaten/inventory.ts'
import { retired } from '../retire.ts'
import { newAddendum } from './addendum.ts'
import type { NewWish } from './wish.ts'

/** Paper that follows a change of what is bought, on the reference network. */

const klaten = readKlaten()
const ground: Ground = { sources: klaten.sources, ledger: klaten.ledger, today: '2026-11-02' }

function networkOf(of: Ground): NonNullable<ReturnType<typeof compiled>['network']> {
  const { network } = compiled(of)
  if (network === undefined) throw new Error('the network does not load')
  return network
}

function made(of: Ground, wish: Partial<NewWish> & { readonly id: string }): Ground | string {
  const whole: NewWish = { tenants: [], segments: [], circuits: [], today: of.today, number: 'ADD/9/2026', ...wish }
  const outcome = newAddendum({ sources: of.sources, network: networkOf(of), wish: whole }, platforms)
  return isRefused(outcome) ? outcome.map(({ en }) => en).join() : { ...of, sources: outcome.sources }
}

/** A circuit of the reference network that ends, with the contract that pays for it. */
const ended = (): { readonly after: Ground; readonly contract: string } => {
  const network = networkOf(ground)
  // One whose contract is followed by no other, whose price would change too.
  const circuit = [...network.circuits.values()].find(({ active, terms }) => {
    const paying = terms.flatMap(({ contracts }) => contracts)
    return active && paying.length === 1 && paying[0]?.declared.successor === undefined
  })
  if (circuit === undefined) throw new Error('no circuit')
  const outcome = retired(ground.sources, network, {
    kind: 'circuit',
    id: circuit.id,
    on: '2026-12-01',
    today: ground.today,
  })
  if (isRefused(outcome)) throw new Error(outcome.map(({ en }) => en).join())
  return { after: { ...ground, sources: outcome.sources }, contract: circuit.terms.at(-1)?.contracts[0]?.id ?? '' }
}

describe('an addendum', () => {
  test('settles what a retired circuit leaves between paper and network', () => {
    const { after, contract } = ended()
    const before = errorsOf(compiled(ground))
    const open = errorsOf(compiled(after)).filter(error => !before.includes(error))
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter(error => !/^KTR/.test(error))).toEqual([])
    const settled = made(after, { id: contract, from: '2026-11-10' })
    if (typeof settled === 'string') throw new Error(settled)
    expect(errorsOf(compiled(settled)).filter(error => !before.includes(error))).toEqual([])
    expect(numbersOf(compiled(settled).ledger)).toEqual(numbersOf(compiled(after).ledger))
    const changed = settled.sources.filter(
      ({ path, text }) => after.sources.find(each => each.path === path)?.text !== text,
    )
    expect(changed.map(({ path }) => path)).toEqual([expect.stringMatching(/^providers\//)])
    const old = after.sources.find(({ path }) => path === changed[0]?.path)?.text ?? ''
    const lines = new Set((changed[0]?.text ?? '').split('\n'))
    expect(old.split('\n').filter(line => !lines.has(line))).toEqual([])
  })

  test('behind one that is there stands another', () => {
    const { after, contract } = ended()
    const first = made(after, { id: contract, from: '2026-11-10' })
    if (typeof first === 'string') throw new Error(first)
    const second = made(first, { id: contract, from: '2026-11-15', number: 'ADD/10/2026' })
    if (typeof second === 'string') throw new Error(second)
    expect(
      networkOf(second)
        .contracts.get(contract)
        ?.declared.addenda.slice(-2)
        .map(({ number }) => number),
    ).toEqual(['ADD/9/2026', 'ADD/10/2026'])
    expect(made(second, { id: contract, from: '2026-11-12' })).toContain('--from behind 2026-11-15')
  })

  test.each([
    [{ id: 'tidak-ada', from: '2026-12-01' }, 'there is no contract'],
    [{ id: 'ktr-2026-02', from: '2031-01-01' }, '--from and --to'],
    [{ id: 'ktr-2026-02', from: 'besok' }, '--from and --to'],
    [{ id: 'ktr-2026-02', from: '2026-12-01', circuits: ['ckt-kec-bayat'] }, '--circuit'],
  ])('%j is refused', (wish, words) => {
    const known = networkOf(ground).contracts.has(wish.id)
      ? wish.id
      : wish.id === 'tidak-ada'
        ? wish.id
        : ended().contract
    expect(made(ground, { ...wish, id: known })).toContain(words)
  })
})
