import { describe, expect, it } from 'vitest'
import { compiled, edited, readKlaten, type Files } from '../../klaten/inventory.ts'
import { printers } from '../../klaten/printers.ts'

const files = readKlaten()
const named = [
  ...new Set(
    files.sources.flatMap(({ text }) => [...text.matchAll(/secret: ([a-z0-9/-]+)/g)].map(([, name]) => name as string)),
  ),
]
const artifacts = [...compiled(files).artifacts]

/** Every place of the inventory that asks for a secret, each with a value in clear instead. */
const clear = 'S4ngat-Rahasia'
const leaks: readonly (readonly [string, (files: Files) => Files])[] = [
  [
    'the key of OSPF',
    all => edited(all, 'network.yaml', text => text.replace('{ secret: ospf/backbone, bytes: 16 }', clear)),
  ],
  [
    'the key of BGP',
    all => edited(all, 'network.yaml', text => text.replace('bgp_key: { secret: bgp/leased }', `bgp_key: ${clear}`)),
  ],
  [
    'a password',
    all =>
      edited(all, 'network.yaml', text =>
        text.replace('password: { secret: users/break-glass }', `password: ${clear}`),
      ),
  ],
  [
    'SNMP',
    all => edited(all, 'network.yaml', text => text.replace('privacy: { secret: snmp/priv }', `privacy: ${clear}`)),
  ],
  [
    'RADIUS',
    all => edited(all, 'network.yaml', text => text.replace('secret: { secret: aaa/radius }', `secret: ${clear}`)),
  ],
  [
    'an uplink',
    all =>
      edited(all, 'circuits/penyedia-b.yaml', text =>
        text.replace('password: { secret: bgp/uplink-1 }', `password: ${clear}`),
      ),
  ],
  [
    'a key beside a router',
    all =>
      edited(all, 'opd/dishub.yaml', text =>
        text.replace('  version: "7.20.6"', `  version: "7.20.6"\n  password: ${clear}`),
      ),
  ],
  [
    'a private key beside a circuit',
    all =>
      edited(all, 'circuits/penyedia-a.yaml', text =>
        text.replace('  role: primary', `  role: primary\n  private_key: ${clear}`),
      ),
  ],
]

describe('artifacts', () => {
  it('name secrets and hold none', async () => {
    const places = /(?:password|secret|private-key|auth-key|tcp-md5-key|md5|PrivateKey|key)(?:=| )"?([^\s"]+)/g
    const strange: string[] = []
    for (const { path, content } of artifacts.filter(({ path }) => path.startsWith('routers/'))) {
      const text = String(await content())
      for (const [all, value = ''] of text.matchAll(places)) {
        if (!/^<(secret|public-key):[a-z0-9/-]+>$/.test(value) && !harmless.test(all)) strange.push(`${path}: ${all}`)
      }
    }
    expect(strange).toEqual([])
  })

  it("name only secrets that the inventory names, or a router's own tunnel key", async () => {
    const used = new Set<string>()
    for (const { content } of artifacts)
      for (const [, name] of String(await content()).matchAll(/<secret:([^>]*)>/g)) used.add(name as string)
    // The inventory names families: each link, circuit and router has its own secret in them.
    const family = (name: string): string =>
      /^(ospf\/backbone|bgp\/leased)(?=\/)|^.+(?=\/router\/)/.exec(name)?.[0] ?? name
    const families = new Set([...used].map(family))
    expect([...families].filter(name => !named.includes(name) && !name.startsWith('tunnel/'))).toEqual([])
    expect(named.filter(name => !families.has(name) && name !== 'bgp/uplink-1')).toEqual([])
    expect([...used].filter(name => family(name) !== name).length).toBeGreaterThan(40)
  })

  it('a router that is stolen gives away what opens no other: its secrets of management are its own', async () => {
    const holders = new Map<string, Set<string>>()
    for (const { path, content } of artifacts.filter(({ path }) => path.startsWith('routers/')))
      for (const [, name = ''] of String(await content()).matchAll(/<secret:([^>]*)>/g))
        holders.set(name, (holders.get(name) ?? new Set()).add(path.split('/')[1] ?? ''))
    const everywhere = [...holders].filter(([, routers]) => routers.size > 3).map(([name]) => name)
    // A circuit is of a site and its two cores. The account that only looks is let in from the NOC alone, and its tools
    // know one password.
    expect(everywhere).toEqual(['users/noc-ro'])
    const own = [...holders].filter(([name]) => name.includes('/router/'))
    expect(own.length).toBeGreaterThan(150)
    expect(own.filter(([name, routers]) => [...routers].join() !== name.split('/router/')[1])).toEqual([])
  })
})

/**
 * The advice on rollback has an empty password; the number of a key and the name of a kind are no values of secrets.
 */
const harmless = /^(password=\\|key 1|md5 auth-id=1)$/

describe('a secret in clear', () => {
  it.each(leaks)('for %s is an error, and no printer shows it', (_, leak) => {
    const { diagnostics, artifacts: none } = compiled(leak(files))
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toContain('LOD015')
    expect([...none]).toEqual([])
    for (const [name, print] of Object.entries(printers)) {
      for (const language of ['id', 'en'] as const)
        expect(print({ diagnostics, language, base: 'sites' }), `${name} ${language}`).not.toContain(clear)
    }
  })
})
