import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Intent } from '../../intent/intent.ts'
import { linux } from './platform.ts'
import { frrDifference, isDropped, normaliseFrr, type Normalised } from '../../testing/frr-compare.ts'
import { checkFrrSyntax, frrLog, loadFrr, startFrr, stopFrr, vtysh } from '../../testing/frr.ts'
import { asLinux } from '../../lab/boot/as-linux.ts'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { backupSite, core, leasedSite, ringSite } from './linux.fixture.ts'
import { addInterfaces, makeNamespace, removeNamespace, type Namespace } from '../../testing/namespace.ts'
import { networkdComplaints } from '../../testing/networkd.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { fileText } from '../../lab/boot/secrets.ts'
import { renderers } from '../index.ts'
import { linuxRenderer } from './linux.ts'

/** What the daemons log without anything being wrong. */
const harmless = [
  { pattern: /Disabling MPLS support \(no kernel support\)/, why: 'a kernel without MPLS' },
  {
    pattern: /\[FSM\] Failure handling event BGP_Start in state Idle, prior events BGP_Stop/,
    why: 'a neighbour deleted and made again while the file loads',
  },
  { pattern: /does not have a v6 LL address associated with it/, why: 'a kernel that is still making the address' },
  ...[
    /Can't get remote address and port: Transport endpoint is not connected/,
    /bgp_connect_success: bgp_getsockname\(\): failed for peer/,
    /%NOTIFICATION: sent to neighbor \S+ 5\/0 \(Neighbor Events Error\/Unspecific\)/,
    /\[FSM\] Failure handling event TCP_connection_open in state Connect/,
  ].map(pattern => ({
    pattern,
    why: 'the neighbour is not there: the router stands alone, and a slow machine gives it time to try',
  })),
]

const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))
const folder = mkdtempSync(join(tmpdir(), 'serat-linux-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a router's files, with throw-away secrets, below the test's folder; gives the path of one. */
function written(intent: Intent): { readonly path: (name: string) => string; readonly frr: string } {
  const files = linuxRenderer.render(intent)
  // Two intents may be of one router.
  const own = mkdtempSync(join(folder, `${intent.router.id}-`))
  const path = (name: string): string => join(own, name)
  for (const { name, lines } of files) {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), fileText(lines))
  }
  return { path, frr: fileText(files.find(({ name }) => name === 'frr.conf')?.lines ?? []) }
}

/** Loads a frr.conf into fresh daemons; gives what they show of it and what they log. */
async function live(
  frrText: string,
  file: string,
): Promise<{ readonly shown: string; readonly log: readonly string[] }> {
  const namespace = makeNamespace()
  addInterfaces(namespace, interfacesOf(frrText))
  const frr = startFrr(namespace)
  try {
    loadFrr(frr, file)
    // What the daemons cannot do with an interface shows in their logs within moments.
    await new Promise(resolve => setTimeout(resolve, 500))
    return { shown: vtysh(frr, 'show running-config'), log: frrLog(frr) }
  } finally {
    await stopFrr(frr)
    removeNamespace(namespace)
  }
}

describeWithPeers('Linux configurations and live FRR', ['root', 'network namespaces', 'FRR'], () => {
  for (const make of [ringSite, leasedSite, backupSite, core]) describe(make.name, () => loads(make))
  describe('the reference network, every router as Linux', () => {
    const dropped = new Map<string, number>()
    const intents = [...intentsOf(readSites(), asLinux(platforms)).values()]
    it.concurrent.each(intents.map(intent => [intent.router.id, intent] as const))(
      '%s',
      async (_id, intent) => {
        const { path, frr } = written(intent)
        checkFrrSyntax(path('frr.conf'))
        const { shown, log } = await live(frr, path('frr.conf'))
        const before = normaliseFrr(frr)
        const read = normaliseFrr(shown)
        expect(frrDifference(before, read)).toEqual([])
        expect(unnoticed(frr, read)).toEqual([])
        expect(errorsOf(log)).toEqual([])
        for (const [why, count] of before.dropped) dropped.set(why, (dropped.get(why) ?? 0) + count)
      },
      60_000,
    )
    afterAll(() =>
      console.log(
        `${intents.length} routers; dropped by pattern: ${[...dropped].map(([why, count]) => `${why} ${count}`).join(', ')}`,
      ),
    )
  })
})

function loads(make: () => Intent): void {
  const intent = make()
  const { path, frr } = written(intent)
  let shown = ''
  let log: readonly string[] = []
  beforeAll(async () => {
    ;({ shown, log } = await live(frr, path('frr.conf')))
  }, 60_000)

  it('vtysh knows every word', () => checkFrrSyntax(path('frr.conf')))

  it('reads back as written', () => expect(frrDifference(normaliseFrr(frr), normaliseFrr(shown))).toEqual([]))

  it('misses every line that is taken out', () => expect(unnoticed(frr, normaliseFrr(shown))).toEqual([]))

  it('no daemon logs an error', () => expect(errorsOf(log)).toEqual([]))
}

describeWithPeers('Linux configurations and nft', ['root', 'network namespaces', 'nftables'], () => {
  let namespace: Namespace
  beforeAll(() => {
    namespace = makeNamespace()
  })
  afterAll(() => removeNamespace(namespace))

  it.each([ringSite, leasedSite, backupSite, core])('loads the ruleset of %o, twice', make => {
    const file = written(make()).path('nftables.conf')
    namespace.run('nft', '-c', '-f', file)
    namespace.run('nft', '-f', file)
    namespace.run('nft', '-f', file)
    expect(namespace.run('nft', 'list', 'tables').trim()).toBe('table inet serat')
  })

  it('accepts the ruleset of every router of the reference network', () => {
    for (const intent of intentsOf(readSites(), asLinux(platforms)).values())
      namespace.run('nft', '-c', '-f', written(intent).path('nftables.conf'))
  })

  it('sees a seeded error', () => {
    const file = join(folder, 'bad.nft')
    writeFileSync(file, 'table inet x { chain y { iifname @nowhere accept; } }\n')
    expect(() => namespace.run('nft', '-c', '-f', file)).toThrow('nowhere')
  })
})

describeWithPeers('Linux configurations and networkd', ['root', 'network namespaces', 'systemd-networkd'], () => {
  const natives = [...intentsOf(readSites(), platforms).values()].filter(({ router }) => router.platform === linux)

  it.each(
    [ringSite(), leasedSite(), backupSite(), core(), ...natives].map(intent => [intent.router.id, intent] as const),
  )(
    'networkd knows every key and value of %s',
    (_id, intent) => {
      const namespace = makeNamespace()
      try {
        expect(networkdComplaints(namespace, dirname(written(intent).path('networkd/x')))).toEqual([])
      } finally {
        removeNamespace(namespace)
      }
    },
    20_000,
  )

  it('sees a seeded error of key and of value', () => {
    const namespace = makeNamespace()
    const units = join(folder, 'bad')
    mkdirSync(units)
    writeFileSync(
      join(units, '20-eno1.network'),
      '[Match]\nName=eno1\n[Link]\nMTUBytes=abc\n[Network]\nAdress=10.0.0.1/8\n',
    )
    try {
      expect(networkdComplaints(namespace, units)).toHaveLength(2)
    } finally {
      removeNamespace(namespace)
    }
  }, 20_000)
})

/** Lines that could be taken out of the file with no difference from what was read back. */
function unnoticed(frr: string, read: Normalised): readonly string[] {
  const lines = frr.split('\n')
  return lines.filter(
    (text, i) => !isDropped(text) && frrDifference(normaliseFrr(lines.toSpliced(i, 1).join('\n')), read).length === 0,
  )
}

function errorsOf(log: readonly string[]): readonly string[] {
  return log.filter(
    text =>
      /\[EC \d+\]|error|fail|invalid|can't|cannot/i.test(text) && !harmless.some(({ pattern }) => pattern.test(text)),
  )
}

/** Interfaces that frr.conf names, apart from the loopback. */
function interfacesOf(frrText: string): readonly string[] {
  return [...frrText.matchAll(/^interface (\S+)$/gm)].flatMap(([, name]) =>
    name === undefined || name === 'lo' ? [] : name,
  )
}
