import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BgpNeighbor, Intent } from '../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Family } from '../../model/ip.ts'
import { loadFrr, startFrr, stopFrr, vtysh, type Frr } from '../../testing/frr.ts'
import { asLinux } from '../../lab/boot/as-linux.ts'
import { intentsOf, readSites } from '../../testing/reference-intents.ts'
import { addCable, addInterfaces, makeNamespace, removeNamespace, type Namespace } from '../../testing/namespace.ts'
import { describeWithPeers } from '../../testing/peers.ts'
import { fileText, throwAwayKey } from '../../lab/boot/secrets.ts'
import { renderers } from '../index.ts'
import { linuxRenderer } from './linux.ts'

/**
 * Both cores, a leased site and an office on fibre, as rendered, with a provider that brings the default. What is asked
 * is what nobody can read off a file: that redistribution does not loop, and that each failure leaves the path that was
 * meant.
 */
describeWithPeers('Routing of a leased site by two cores', ['root', 'network namespaces', 'FRR'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'serat-routing-'))
  const [first, second, leased, office] = chosen()
  const routers = [first, second, leased, office]
  const namespaces = new Map<string, Namespace>()
  const running = new Map<string, Frr>()
  const segment = leased.access?.segments[0]
  const prefixes = {
    4: prefixText(networkOf(segment?.v4.value ?? leased.loopback.v4)),
    6: prefixText(networkOf(segment?.v6.value ?? leased.loopback.v6)),
  }
  const defaults = { 4: '0.0.0.0/0', 6: '::/0' }
  const at = ({ router }: Intent): Frr => running.get(router.id) as Frr

  beforeAll(() => {
    for (const name of [...routers.map(({ router }) => router.id), 'provider']) namespaces.set(name, makeNamespace())
    const configurations = new Map(
      routers.map(intent => [
        intent.router.id,
        fileText(linuxRenderer.render(intent).find(({ name }) => name === 'frr.conf')?.lines ?? []),
      ]),
    )
    configurations.set('provider', wire(routers, namespaces))
    for (const { router } of routers)
      addLoose(namespaces.get(router.id) as Namespace, configurations.get(router.id) ?? '')
    for (const [name, text] of configurations) {
      const file = join(folder, `${name}.conf`)
      writeFileSync(file, text)
      running.set(name, startFrr(namespaces.get(name) as Namespace))
      loadFrr(running.get(name) as Frr, file)
    }
  }, 60_000)

  afterAll(async () => {
    for (const frr of running.values()) await stopFrr(frr)
    for (const namespace of namespaces.values()) removeNamespace(namespace)
    rmSync(folder, { recursive: true })
  }, 60_000)

  it.each([4, 6] as const)(
    'IPv%i: the first core reaches the leased site by its tunnel, the second by the first, and neither by what OSPF says',
    async family => {
      const tunnel = first.tunnels.find(({ peer }) => peer === leased.router.id)
      await eventually(() => bestRoute(at(first), family, prefixes[family]), {
        protocol: 'bgp',
        distance: leased.bgp?.leasedDistance.value,
        interfaces: [tunnel?.interface.value],
      })
      await eventually(() => bestRoute(at(second), family, prefixes[family])?.distance, 200)
      await eventually(
        () => bestRoute(at(office), family, prefixes[family])?.protocol,
        'ospf'.concat(family === 6 ? '6' : ''),
      )
      await eventually(
        () => bestRoute(at(leased), family, defaults[family])?.distance,
        leased.bgp?.leasedDistance.value,
      )
    },
    600_000,
  )

  it("a dead uplink takes its default along, and the other core's serves everyone", async () => {
    const pull = (state: 'down' | 'up'): void =>
      void namespaces.get('provider')?.run('ip', 'link', 'set', 'up-0', state)
    await eventually(() => bestRoute(at(first), 4, defaults[4])?.protocol, 'bgp')
    pull('down')
    await eventually(() => bestRoute(at(first), 4, defaults[4])?.protocol, 'ospf')
    await eventually(() => originates(at(first)), false)
    await eventually(() => bestRoute(at(office), 4, defaults[4])?.protocol, 'ospf')
    await eventually(() => bestRoute(at(leased), 4, defaults[4])?.protocol, 'bgp')
    pull('up')
    await eventually(() => bestRoute(at(first), 4, defaults[4])?.protocol, 'bgp')
    await eventually(() => bestRoute(at(first), 6, defaults[6])?.protocol, 'bgp')
    await eventually(() => originates(at(first)), true)
  }, 600_000)

  it('a dead tunnel leaves the way by the other core', async () => {
    const tunnel = leased.tunnels.find(({ peer }) => peer === first.router.id)
    namespaces.get(leased.router.id)?.run('ip', 'link', 'set', tunnel?.interface.value ?? '', 'down')
    for (const family of [4, 6] as const)
      await eventually(() => bestRoute(at(first), family, prefixes[family])?.distance, 200)
    await eventually(
      () => bestRoute(at(leased), 4, defaults[4])?.interfaces,
      [leased.tunnels.find(({ peer }) => peer === second.router.id)?.interface.value],
    )
  }, 600_000)

  it('without any uplink nobody holds a default', async () => {
    for (const name of ['up-0', 'up-1']) namespaces.get('provider')?.run('ip', 'link', 'set', name, 'down')
    for (const intent of routers) await eventually(() => bestRoute(at(intent), 4, defaults[4]), undefined)
  }, 600_000)
})

/**
 * Two cores with an uplink each, a site that has no fibre and a tunnel to each, and an office that the first core
 * reaches by fibre.
 */
function chosen(): readonly [Intent, Intent, Intent, Intent] {
  const platforms = new Map(renderers.map(({ platform }) => [platform.id, platform]))
  const intents = [...intentsOf(readSites(), asLinux(platforms)).values()]
  const [first, second] = intents.filter(({ role, uplinks }) => role === 'core' && uplinks.length === 1)
  const leased = intents.find(
    ({ role, fibre, tunnels }) => role === 'site' && fibre.length === 0 && tunnels.length === 2,
  )
  const office = intents.find(
    ({ fibre, tunnels }) => fibre.length === 1 && tunnels.length === 0 && fibre[0]?.peer.value === first?.router.id,
  )
  if (first === undefined || second === undefined || leased === undefined || office === undefined)
    throw new Error('the reference network has no such four routers')
  return [first, second, leased, office]
}

/** Cables for links and tunnels whose both ends are here; gives the provider's configuration. */
function wire(routers: readonly Intent[], namespaces: ReadonlyMap<string, Namespace>): string {
  const open = new Map<string, { readonly namespace: Namespace; readonly name: string }>()
  for (const { router, fibre, tunnels } of routers) {
    const namespace = namespaces.get(router.id) as Namespace
    for (const end of [...fibre, ...tunnels]) {
      const other = open.get(end.id)
      if (other === undefined) open.set(end.id, { namespace, name: end.interface.value })
      else addCable(namespace, end.interface.value, other.namespace, other.name)
    }
  }
  const provider = namespaces.get('provider') as Namespace
  return (
    routers
      .flatMap(({ router, uplinks, bgp }) => uplinks.map(uplink => ({ router, uplink, bgp })))
      .flatMap(({ router, uplink, bgp }, i) => {
        addCable(namespaces.get(router.id) as Namespace, uplink.interface.value, provider, `up-${i}`)
        return [
          `interface up-${i}`,
          ` ip address ${addressText(uplink.gateway.value)}/${uplink.v4.length}`,
          ...(uplink.gatewayV6.value === undefined
            ? []
            : [` ipv6 address ${addressText(uplink.gatewayV6.value)}/${uplink.v6.value?.length ?? 64}`]),
          'exit',
          ...(bgp?.neighbors ?? []).filter(({ id }) => id.value === uplink.id).flatMap(providerSessions),
        ]
      })
      .join('\n') + '\n'
  )
}

function providerSessions({ remoteAs, localAs, password, v4, v6 }: BgpNeighbor): readonly string[] {
  const session = (peer: string, family: 'ipv4' | 'ipv6'): readonly string[] => [
    ` neighbor ${peer} remote-as ${localAs.value ?? 0}`,
    ...(password.value === undefined ? [] : [` neighbor ${peer} password ${throwAwayKey(password.value.secret)}`]),
    ` address-family ${family} unicast`,
    `  neighbor ${peer} activate`,
    `  neighbor ${peer} default-originate`,
    ' exit-address-family',
  ]
  return [
    `router bgp ${remoteAs}`,
    ' no bgp ebgp-requires-policy',
    ' no bgp default ipv4-unicast',
    ...session(addressText(v4.local), 'ipv4'),
    ...(v6.value === undefined ? [] : session(addressText(v6.value.local), 'ipv6')),
    'exit',
  ]
}

/** Interfaces that lead out of this picture: they exist, and nothing answers. */
function addLoose(namespace: Namespace, frrText: string): void {
  const present = namespace.run('ip', '-brief', 'link')
  const wanted = [...frrText.matchAll(/^interface (\S+)$/gm)].flatMap(([, name]) => name ?? [])
  addInterfaces(
    namespace,
    wanted.filter(name => name !== 'lo' && !new RegExp(`^${name}[@ ]`, 'm').test(present)),
  )
}

interface Best {
  readonly protocol: string
  readonly distance: number
  readonly interfaces: readonly string[]
}

type ShownRoutes = Readonly<
  Record<
    string,
    readonly {
      readonly protocol: string
      readonly distance: number
      readonly selected?: boolean
      readonly nexthops: readonly { readonly interfaceName?: string }[]
    }[]
  >
>

/** The route that forwards for exactly this prefix. */
function bestRoute(frr: Frr, family: Family, prefix: string): Best | undefined {
  const shown = JSON.parse(vtysh(frr, `show ${family === 4 ? 'ip' : 'ipv6'} route ${prefix} json`)) as ShownRoutes
  const best = shown[prefix]?.find(({ selected }) => selected === true)
  if (best === undefined) return undefined
  return {
    protocol: best.protocol,
    distance: best.distance,
    interfaces: best.nexthops.flatMap(({ interfaceName }) => interfaceName ?? []),
  }
}

/**
 * Whether a router's own OSPF announces a default; what was taken back stands in the database for a minute more, at the
 * age of 3600.
 */
function originates(frr: Frr): boolean {
  const announcements = vtysh(frr, 'show ip ospf database external self-originate').split('LS age: ')
  return announcements.some(text => text.includes('Link State ID: 0.0.0.0 ') && !text.startsWith('3600'))
}

/** Asks until the answer is as wanted, for at most two minutes: stock timers of OSPF and BGP are long. */
async function eventually<Answer>(ask: () => Answer, wanted: unknown): Promise<void> {
  const deadline = Date.now() + 120_000
  let answer = ask()
  while (JSON.stringify(answer) !== JSON.stringify(wanted) && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 500))
    answer = ask()
  }
  expect(answer).toEqual(wanted)
}
