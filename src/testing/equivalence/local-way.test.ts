import { expect, it } from 'vitest'
import { movedFrom } from './moved.ts'
import { compare, questionsOf } from './compare.ts'
import { readers } from '../../platforms/reading/readers.ts'
import { readSites } from '../reference-intents.ts'
import { substitute } from '../substitute.ts'

/** A free port of the models that stand for those of Klaten's sites. */
const ports = {
  junos: { model: 'SRX300', port: 'ge-0/0/4' },
  iosxe: { model: 'C8200L-1N-4T', port: 'GigabitEthernet0/0/3' },
} as const

it.each(['junos', 'iosxe'] as const)(
  '%s lets a technician on the spot in on the port that is named, and nobody else there',
  id => {
    const { sources, ledger } = readSites()
    const named = `      - { model: ${ports[id].model}, port: ${ports[id].port} }`
    const asked = substitute(sources, id).map(source =>
      source.path === 'network.yaml'
        ? { ...source, text: source.text.replace(/^( *- \{ model: RB5009UG.*)$/m, line => `${line}\n${named}`) }
        : source,
    )
    const { intents, folder } = movedFrom(id, { sources: asked, ledger })
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
