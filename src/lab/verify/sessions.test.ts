import { expect, test } from 'vitest'
import { jsonDocuments, shownSessions } from './sessions.ts'

test('takes documents apart that stand one behind the other, with brackets inside of words', () => {
  expect(jsonDocuments('{\n"a":{\n"b":"}{"\n}\n}\nnoise\n[\n{"c":1}\n]\n{}')).toEqual([
    { a: { b: '}{' } },
    [{ c: 1 }],
    {},
  ])
})

test('counts only what is up', () => {
  const shown = shownSessions(
    [
      '{"neighbors":{"10.0.0.1":[{"nbrState":"Full\\/-","ifaceName":"eno1:10.0.0.0"}],"10.0.0.2":[{"nbrState":"Init\\/-","ifaceName":"eno2:10.0.0.2"}]}}',
      '{"neighbors":[{"state":"Full","interfaceName":"eno1"},{"state":"ExStart","interfaceName":"eno2"}]}',
      '{"ipv4Unicast":{"peers":{"10.0.0.1":{"state":"Established"},"10.0.0.3":{"state":"Active"}}},"ipv6Unicast":{"peers":{"fd00::1":{"state":"Established"}}}}',
      '[{"status":"up"},{"status":"down"},{"status":"up"}]',
    ].join('\n'),
  )
  expect(shown).toEqual({ ospf: ['eno1'], ospf6: ['eno1'], bgp: ['10.0.0.1', 'fd00::1'], bfd: 2 })
})
