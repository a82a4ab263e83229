import { silentPeerFiles } from '../../platforms/linux/render/silent-peers.ts'
import type { Tunnel } from '../../intent/intent.ts'
import { addressText } from '../../model/ip.ts'
import { forgetCommand } from '../agent/forget-command.ts'
import { startWireguard, type WireguardEnd } from '../agent/wireguard.ts'
import { internetNamespace, providerNamespace, type LabRouter, type Wire } from '../boot/blueprint.ts'
import type { Running } from '../boot/running.ts'
import { answerOf, environmentOf } from '../run.ts'

/**
 * A tunnel of a leased site whose far end would not know another address of it: what the site calls it, and the core.
 */
export interface CutTunnel {
  readonly wire: Wire
  readonly core: LabRouter
  readonly own: Tunnel
  readonly far: Tunnel
}

/** RFC 2544's range again: what a provider gives the site before the cut, and after it. */
const lastMile = { gateway: '198.18.1.1', before: '198.18.1.2', after: '198.18.1.3', length: 24 } as const
const lastMileName = 'lastmile'

type Moment = 'before' | 'after'

/** The wires of these tunnels make room for WireGuard, and the port below them leads to the internet. */
export async function layLastMile(lab: Running, site: LabRouter, tunnels: readonly CutTunnel[]): Promise<void> {
  const { runner, namespace } = lab
  for (const { wire } of tunnels)
    for (const { at, name, parked } of endsOf(wire))
      await runner.batch(namespace(at), [`link set ${name} netns ${namespace(providerNamespace)} name ${parked}`])
  const stub = stubOf(lab, site, tunnels)
  await runner.batch(namespace(providerNamespace), [
    `link set ${stub.b.name} netns ${namespace(internetNamespace)} name ${lastMileName}`,
  ])
  await runner.batch(namespace(internetNamespace), [
    `link set ${lastMileName} up`,
    `addr add ${lastMile.gateway}/${lastMile.length} dev ${lastMileName}`,
  ])
}

/** As it was; also what a command that was ended in the middle has left. */
export async function takeUpLastMile(lab: Running): Promise<void> {
  const { runner, namespace, blueprint } = lab
  const has = (role: string, name: string): boolean =>
    answerOf('ip', '-n', namespace(role), 'link', 'show', name) !== undefined
  for (const wire of blueprint.wires.filter(({ kind }) => kind === 'tunnel'))
    for (const { at, name, parked } of endsOf(wire)) {
      if (!has(providerNamespace, parked)) continue
      if (has(at, name)) await runner.batch(namespace(at), [`link del ${name}`])
      await runner.batch(namespace(providerNamespace), [`link set ${parked} netns ${namespace(at)} name ${name}`])
      await runner.batch(namespace(at), [`link set ${name} up`])
    }
  if (!has(internetNamespace, lastMileName)) return
  const stub = blueprint.wires.find(({ kind, b }) => kind === 'stub' && !has(providerNamespace, b.name))
  if (stub === undefined) throw new Error('the wire of the last mile is nowhere')
  await runner.batch(namespace(stub.a.at), [`addr flush dev ${stub.a.name}`])
  await runner.batch(namespace(internetNamespace), [
    `link set ${lastMileName} netns ${namespace(providerNamespace)} name ${stub.b.name}`,
  ])
  await runner.batch(namespace(providerNamespace), [`link set ${stub.b.name} up`])
}

function endsOf({ a, b, bridge }: Wire): readonly (Wire['a'] & { readonly parked: string })[] {
  return [
    { ...a, parked: `${bridge}x` },
    { ...b, parked: `${bridge}y` },
  ]
}

function stubOf({ blueprint }: Running, site: LabRouter, tunnels: readonly CutTunnel[]): Wire {
  const port = tunnels[0]?.own.underlay
  const stub = blueprint.wires.find(({ kind, a }) => kind === 'stub' && a.at === site.id && a.name === port)
  if (stub === undefined) throw new Error(`${site.id} has no wire at ${port}`)
  return stub
}

interface Keys {
  readonly secret: string
  readonly shown: string
}

export function throwAwayKeys(): Keys {
  const secret = (answerOf('wg', 'genkey') ?? '').trim()
  const shown = (answerOf('sh', '-c', `echo ${secret} | wg pubkey`) ?? '').trim()
  if (shown === '') throw new Error('`wg` makes no keys')
  return { secret, shown }
}

/** The core's end as its configuration has it: it answers, and knows no address of the site. */
export async function startCore(lab: Running, { core, far }: CutTunnel, own: Keys, site: Keys): Promise<WireguardEnd> {
  const end = await startEnd(lab, core.id, far, 0)
  end.sh(
    `echo ${own.secret} | wg set ${far.interface.value} listen-port ${far.localPort} private-key /dev/stdin peer ` +
      `${site.shown} allowed-ips 0.0.0.0/0,::/0; ip link set ${far.interface.value} up`,
  )
  return end
}

/** The site's end: it begins, from whatever address it was given. */
export async function startSite(lab: Running, { wire, own, far }: CutTunnel, keys: SiteKeys): Promise<WireguardEnd> {
  const at = siteEndOf(wire, far).at
  const end = await startEnd(lab, at, own, keys.shiftSeconds)
  const endpoint = `${addressText(outerOf(far))}:${own.remotePort}`
  end.sh(
    `echo ${keys.own.secret} | wg set ${own.interface.value} listen-port ${own.localPort} private-key /dev/stdin ` +
      `peer ${keys.core.shown} endpoint ${endpoint} persistent-keepalive 25 allowed-ips 0.0.0.0/0,::/0; ` +
      `ip link set ${own.interface.value} up`,
  )
  return end
}

interface SiteKeys {
  readonly own: Keys
  readonly core: Keys
  readonly shiftSeconds: number
}

function siteEndOf({ a, b }: Wire, far: Tunnel): Wire['a'] {
  return a.at === far.peer ? a : b
}

function outerOf({ outerLocal, id }: Tunnel): NonNullable<Tunnel['outerLocal']> {
  if (outerLocal === undefined) throw new Error(`${id} has no address at its core`)
  return outerLocal
}

function startEnd({ namespace, state }: Running, at: string, tunnel: Tunnel, shift: number): Promise<WireguardEnd> {
  return startWireguard({
    namespace: namespace(at),
    name: tunnel.interface.value,
    shiftSeconds: shift,
    environment: environmentOf(state.run),
  })
}

/** The address that the site's provider gives it, and the way to each core. */
export async function giveAddress(
  { runner, namespace }: Running,
  site: LabRouter,
  tunnels: readonly CutTunnel[],
  moment: Moment,
): Promise<void> {
  const port = tunnels[0]?.own.underlay ?? ''
  await runner.batch(namespace(site.id), [
    `addr flush dev ${port}`,
    `addr add ${lastMile[moment]}/${lastMile.length} dev ${port}`,
    ...tunnels.map(({ far }) => `route replace ${addressText(outerOf(far))}/32 via ${lastMile.gateway} dev ${port}`),
  ])
}

/** What the core's rendered unit runs, with another patience: see the lab's differences. */
export function forgettingOf({ intent }: LabRouter, silentSeconds: number): string {
  const tunnels = intent.tunnels.map(each =>
    each.forgetsAfterSeconds === undefined ? each : { ...each, forgetsAfterSeconds: silentSeconds },
  )
  return forgetCommand(silentPeerFiles({ ...intent, tunnels }))
}
