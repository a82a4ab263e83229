import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { movedFrom, movedTo } from '../testing/equivalence/moved.ts'
import { generate } from '../testing/generate/generate.ts'
import { placed } from './iosxe/render/placed.ts'
import { askedOf, missingAmong, statementsOf, type Asked } from './hardening.lines.ts'
import { hardening } from './hardening.table.ts'
import { platformIds, type PlatformId } from './reading/folder.ts'

/** A core with an uplink, the site with most zones, a leased one: what no single router has, one of them has. */
const sample = ['core-1', 'pemkab', 'kec-ceper']

interface Hardened {
  readonly router: string
  readonly asked: readonly Asked[]
  readonly statements: readonly string[]
}

/** Every router of Klaten and of a random network: what is asked of it, and what it gets. */
function routersOn(id: PlatformId): readonly Hardened[] {
  return [movedTo(id), movedFrom(id, { sources: generate(14, 7), ledger: '' })].flatMap(({ intents, folder }) =>
    [...intents].map(([router, intent]) => ({
      router,
      // IOS XE ends a VLAN where its ports stand: at an interface of the switch, a subinterface or a bridge domain.
      asked: askedOf(hardening, id, id === 'iosxe' ? placed(intent) : intent),
      statements: statementsOf(id, folder(router)),
    })),
  )
}

describe.each(platformIds)('hardening on %s', id => {
  const routers = routersOn(id)

  test('everything that the table names is said, once for every interface and neighbour', () => {
    expect(routers.length).toBeGreaterThan(55)
    expect(
      routers.flatMap(({ router, asked, statements }) =>
        missingAmong(asked, statements).map(text => `${router}: ${text}`),
      ),
    ).toEqual([])
  })

  test('any one statement that is taken out is missed', () => {
    let tried = 0
    const unnoticed = routers.flatMap(({ router, asked, statements }) =>
      statements.flatMap((text, i) => {
        const own = asked.filter(({ pattern }) => pattern.test(text))
        if (own.length === 0) return []
        tried += 1
        return missingAmong(own, statements.toSpliced(i, 1)).length > 0 ? [] : [`${router}: ${text}`]
      }),
    )
    console.log(
      `${id}: ${tried} statements of ${routers.length} routers taken out one by one, ${unnoticed.length} unnoticed`,
    )
    expect(tried).toBeGreaterThan(1000)
    expect(unnoticed).toEqual([])
  })

  test('what a platform lacks says why, and where that was read', () => {
    for (const { what, on } of hardening) {
      const own = on[id]
      if ('lacks' in own) expect(own.lacks.length * own.page.length, what).toBeGreaterThan(0)
    }
  })
})

/**
 * In each text: discovery, the limit of echo, what belongs to connections. IOS XE has no order of state, only of its
 * policer's classes.
 */
const order: Readonly<Record<PlatformId, readonly RegExp[]>> = {
  routeros: [
    /chain=input action=accept .*comment="discovery"/,
    /chain=input action=accept .*comment="echo"/,
    /chain=input action=accept connection-state=established/,
  ],
  linux: [/accept comment "discovery"/, /accept comment "echo"/, /ct state established,related/],
  iosxe: [/^ class C-DISCOVERY$/, /^ class C-echo$/, /^ class C-ARP$/, /^ class class-default$/],
  junos: [
    /inet6 filter protect-router-v6 term discovery /,
    /inet6 filter protect-router-v6 term echo /,
    /inet6 filter protect-router-v6 term answers-/,
  ],
}

/** Line behind which the filter itself stands: what is before it holds a lock, or defines classes. */
const begins: Readonly<Partial<Record<PlatformId, string>>> = {
  routeros: '/ipv6 firewall filter',
  iosxe: 'policy-map CONTROL-PLANE',
}

test.each(platformIds)(
  'on %s discovery stands before every shared limit, and the limit of echo before connections',
  id => {
    for (const router of sample) {
      const files = [...movedTo(id).folder(router).values()].map(text => text.split('\n'))
      const lines =
        files.find(own => order[id].slice(0, 2).every(pattern => own.some(text => pattern.test(text)))) ?? []
      const begin = begins[id] === undefined ? 0 : lines.lastIndexOf(begins[id])
      const places = order[id].map(pattern => lines.findIndex((text, i) => i >= begin && pattern.test(text)))
      const known = places.filter(place => place >= 0)
      expect(known.length, `${router}: ${places}`).toBeGreaterThanOrEqual(2)
      expect(known, router).toEqual(known.toSorted((a, b) => a - b))
    }
  },
)

const page = join(import.meta.dirname, 'HARDENING.md')
const names: Readonly<Record<PlatformId, string>> = {
  routeros: 'RouterOS',
  linux: 'Linux',
  iosxe: 'IOS XE',
  junos: 'Junos',
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function written(): string {
  const rows = hardening.map(({ what, source, on }) => {
    const cells = platformIds.map(id => {
      const own = on[id]
      return 'lacks' in own
        ? `not said: ${own.lacks} (${own.page})`
        : own.says.map(pattern => `\`${cell(pattern)}\``).join('<br>')
    })
    return `| ${what} | ${source} | ${cells.join(' | ')} |`
  })
  return `# Hardening by platform

Made from \`hardening.table.ts\`, and held by \`hardening.test.ts\`: each statement stands once in what every router of the reference network and of a random one gets
on each platform, or once for every interface, port or neighbour that \`<…>\` stands for; any one that is taken out is missed. Guides and pages are named from
knowledge; no device has met these lines.

| what | asked for by | ${platformIds.map(id => names[id]).join(' | ')} |
|---|---|${platformIds.map(() => '---|').join('')}
${rows.join('\n')}
`
}

test('the page says what the table says', () => {
  if (process.env['SERAT_UPDATE'] === '1') writeFileSync(page, written())
  expect(readFileSync(page, 'utf8')).toBe(written())
})
