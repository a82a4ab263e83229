import { expect, test } from 'vitest'
import { version } from '../model/version.ts'
import { emptyLedger, ledgerText, parseLedger, repairLedger } from './ledger.ts'
import { mergeLedgers } from './merge-ledgers.ts'

function ledger(entries: Readonly<Record<string, string>>): string {
  return ledgerText({ entries: new Map(Object.entries(entries).map(([key, value]) => [key, { value }])) })
}

const base = { 'router/a/loopback': '10.0.0.1', 'router/a/as': '4200000001' }
const old = { 'router/old/loopback': '10.0.0.9' }

test('what one side changed is as that side has it', () => {
  const merged = mergeLedgers({
    ancestor: ledger({ ...base, ...old }),
    ours: ledger({ ...base, 'router/new/loopback': '10.0.0.9' }),
    theirs: ledger({ ...base, ...old, 'router/b/loopback': '10.0.0.2' }),
  })
  expect(merged).toEqual({
    text: ledger({ ...base, 'router/new/loopback': '10.0.0.9', 'router/b/loopback': '10.0.0.2' }),
    moved: [],
  })
})

test.each([
  ['loopback', 'router/b/loopback', 'router/c/loopback', '10.0.0.2', '10.0.0.2'],
  ['prefix in a prefix', 'segment/b/data/v4', 'segment/c/data/v4', '10.1.0.0/24', '10.1.0.64/26'],
  ['field of v6', 'segment/b/data/v6', 'segment/c/data/v6', '0x4001', '0x4001'],
  ['AS number', 'router/b/as', 'router/c/as', '4200000005', '4200000005'],
  ['port of one core', 'tunnel/b/core-1/port', 'tunnel/c/core-1/port', '51000', '51000'],
  ['VLAN of one site', 'segment/a/data-x/vlan', 'segment/a/data-y/vlan', '1000', '1000'],
])('a %s that both sides gave away stays with the branch that is merged into', (_, b, c, one, other) => {
  const [ours, theirs] = [ledger({ ...base, [b]: one }), ledger({ ...base, [c]: other })]
  const sides = { ancestor: ledger(base), ours, theirs }
  expect(mergeLedgers(sides)?.moved).toEqual([c])
  expect(mergeLedgers({ ...sides, kept: theirs })).toEqual({ text: withReleased(theirs, b), moved: [b] })
})

function withReleased(kept: string, released: string): string {
  const [first = '', format = '', ...lines] = kept.trimEnd().split('\n')
  return [first, format, ...[...lines, `${released}: released`].sort(), ''].join('\n')
}

test('the same number of another core, another site or another kind is no clash', () => {
  const ours = ledger({ ...base, 'tunnel/b/core-1/port': '51000', 'segment/b/x/vlan': '1000' })
  const theirs = ledger({
    ...base,
    'tunnel/c/core-2/port': '51000',
    'segment/c/x/vlan': '1000',
    'router/c/as': '51000',
  })
  expect(mergeLedgers({ ancestor: ledger(base), ours, theirs })?.moved).toEqual([])
})

test('a ledger that cannot be read is left to a person', () => {
  const broken = `${ledger(base)}<<<<<<< HEAD\n`
  expect(mergeLedgers({ ancestor: ledger(base), ours: broken, theirs: ledger(base) })).toBeUndefined()
  expect(mergeLedgers({ ancestor: '', ours: ledgerText(emptyLedger), theirs: ledger(base) })?.text).toBe(
    ledgerText({ ...parseLedger(ledger(base)).value, writtenBy: version }),
  )
})

test('of two ledgers the newer version wrote the merged one', () => {
  const by = (writtenBy: string | undefined): string => ledgerText({ ...parseLedger(ledger(base)).value, writtenBy })
  const merged = (ours?: string, theirs?: string): string | undefined =>
    mergeLedgers({ ancestor: by('0.2.0'), ours: by(ours), theirs: by(theirs) })?.text
  expect(merged('0.9.0', '0.10.0')).toBe(by('0.10.0'))
  expect(merged('0.3.1', undefined)).toBe(by('0.3.1'))
  expect(merged()).toBe(by(undefined))
})

test('repair leaves a renamed thing its places, and the base no second entry for them', () => {
  const renamed = ledger({ ...base, 'router/new/loopback': '10.0.0.9' })
  expect(repairLedger(renamed, ledger({ ...base, ...old }), () => new Map()).text).toBe(renamed)
})
