import { expect, it } from 'vitest'
import { movedFrom } from './moved.ts'
import { compare, questionsOf } from './compare.ts'
import { readers } from '../../platforms/reading/readers.ts'
import { compile } from '../../compile.ts'
import type { Inventory } from '../../source/read.ts'
import { readSites } from '../reference-intents.ts'
import { substitute } from '../substitute.ts'

/** A free port of the models that stand for those of Klaten's sites. */
const ports = {
  junos: { model: 'SRX300', port: 'ge-0/0/4' },
  iosxe: { model: 'C8200L-1N-4T', port: 'GigabitEthernet0/0/3' },
} as const

/** The network with a port named for one more model, on one platform. */
function networkWith(id: 'junos' | 'iosxe', model: string, port: string): Pick<Inventory, 'sources' | 'ledger'> {
  const { sources, ledger } = readSites()
  const named = `      - { model: ${model}, port: ${port} }`
  const asked = substitute(sources, id).map(source =>
    source.path === 'network.yaml'
      ? { ...source, text: source.text.replace(/^( *- \{ model: RB5009UG.*)$/m, line => `${line}\n${named}`) }
      : source,
  )
  return { sources: asked, ledger }
}

it.each(['junos', 'iosxe'] as const)(
  '%s lets a technician on the spot in on the port that is named, and nobody else there',
  id => {
    const { intents, folder } = movedFrom(id, networkWith(id, ports[id].model, ports[id].port))
    const local = [...intents].filter(([, { management }]) => management.local !== undefined)
    expect(local.length).toBeGreaterThan(5)
    for (const [router, intent] of local.slice(0, 4)) {
      const meaning = readers[id](folder(router))
      expect(meaning.facts).toContain('local-port 192.168.255.1/30')
      expect(meaning.facts).toContain('local-ssh from 192.168.255.0/30')
      expect(compare(id, questionsOf(intent), meaning).differences).toEqual([])
    }
  },
)

it('a port of a switch inside an IOS XE router is no local way: it is said at its line, and the port stays shut', () => {
  const [model, port] = ['C1161-8P', 'GigabitEthernet0/1/3']
  const network = networkWith('iosxe', model, port)
  const { diagnostics, network: loaded } = compile({ ...network, today: '2026-11-02', entropy: new Uint8Array(16) })
  const said = diagnostics.filter(({ code }) => code === 'RTR007').map(({ message }) => message)
  const { intents, folder } = movedFrom('iosxe', network)
  const routers = [...(loaded?.routers.values() ?? [])].filter(
    ({ id, declared }) => declared.model === model && intents.has(id),
  )
  expect(routers.length).toBeGreaterThan(3)
  for (const router of routers) {
    expect(intents.get(router.id)?.management.local).toBeUndefined()
    expect(said.map(({ en }) => en)).toContain(
      `${port} of ${router.id} (${model}) is a port of a switch and can have no address: there is no local port on it`,
    )
    const facts = [...readers.iosxe(folder(router.id)).facts]
    expect(facts.filter(fact => fact.startsWith('local-'))).toEqual([])
    expect([...folder(router.id).values()].join('')).toMatch(
      new RegExp(`^interface ${port}\\n(?: .*\\n)* shutdown$`, 'm'),
    )
  }
})
