import { expect, test } from 'vitest'
import { withoutSecretNames } from './secret-names.ts'

test('a secret is told by a number, the same one wherever it is named, and nothing else changes', () => {
  const sources = [
    {
      path: 'a.yaml',
      text: 'ospf_key: { secret: ospf/backbone, bytes: 16 } # backbone\nbgp_key:\n  secret: "bgp/leased"\n',
    },
    { path: 'b.yaml', text: '- keys: [{ secret: bgp/leased }]\n  name: secret\n' },
    { path: 'c.yaml', text: 'name: ospf/backbone\n' },
  ]
  expect(withoutSecretNames(sources).map(({ text }) => text)).toEqual([
    'ospf_key: { secret: withheld/1, bytes: 16 } # backbone\nbgp_key:\n  secret: "withheld/2"\n',
    '- keys: [{ secret: withheld/2 }]\n  name: secret\n',
    'name: ospf/backbone\n',
  ])
})
