import { expect, test } from 'vitest'
import { readSites } from '../testing/reference-intents.ts'
import { labPlan } from './inventory.ts'

const { sources, ledger } = readSites()

test.each(['\nnetwork: [', '\nnetwork: klaten', '\n\tx'])(
  'an inventory whose network.yaml ends in %j has no lab, and nothing is thrown',
  end => {
    const broken = sources.map(source =>
      source.path === 'network.yaml' ? { ...source, text: source.text + end } : source,
    )
    expect(labPlan({ sources: broken, ledger }, '2026-11-02')?.switchedOn ?? []).toEqual([])
  },
)

test('guests that the inventory keeps off are on in the lab', () => {
  expect(labPlan({ sources, ledger }, '2026-11-02')?.switchedOn).toEqual(['guest'])
})
