import { expect, test } from 'vitest'
import { failureFaults } from './failure-words.ts'
import type { FailureReport } from './verify-failures.ts'

const service = { state: 'in-service', internetV4: true, internetV6: true } as const
const report: FailureReport = {
  component: 'uplink:uplink-1',
  alike: [],
  kinds: ['uplink'],
  agrees: false,
  sites: [
    { site: 'timur', predicted: service, observed: { ...service, hubV6: false, circuits: [] } },
    { site: 'utara', predicted: service, observed: { ...service, hubV6: true, circuits: [] } },
  ],
  recoveryMs: 0,
  settledMs: 0,
  healed: false,
  unhealed: ['timur: isolated'],
  leftovers: [],
  healedMs: 0,
}

test('a failure that went otherwise names its sites and what was otherwise there', () => {
  expect(failureFaults([report], 'en')).toEqual([
    'uplink:uplink-1: timur: predicted in service, internet IPv4 yes, internet IPv6 yes, IPv6 to the hub yes; ' +
      'observed in service, internet IPv4 yes, internet IPv6 yes, IPv6 to the hub no',
    'uplink:uplink-1, after healing: timur: isolated',
  ])
  expect(failureFaults([report], 'id')[0]).toContain('IPv6 ke pusat tidak')
  expect(failureFaults([{ ...report, sites: [], unhealed: [] }], 'en')).toEqual([])
})
