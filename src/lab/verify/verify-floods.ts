import { readFileSync } from 'node:fs'
import { addressOf, addressText, type Family } from '../../model/ip.ts'
import { probePort } from '../agent/agent-config.ts'
import type { Hosts } from '../agent/agent-client.ts'
import { hostsNamespace, type Blueprint, type Host, type LabRouter } from '../boot/blueprint.ts'
import type { Running } from '../boot/running.ts'
import { textOf } from './verify-zones.ts'

/** One flood at the address that a host has for its gateway, while the other hosts of that router look for theirs. */
export interface FloodReport {
  readonly router: string
  readonly from: string
  readonly family: Family
  /** Echo requests of one identifier, which are one connection to a router, or each of its own. */
  readonly identifiers: 'one' | 'many'
  readonly perSecond: number
  readonly answered: number
  /** What the router's limit lets it answer in that time. */
  readonly allowed: number
  /** Discoveries of a neighbour on its other interfaces that worked while it was flooded. */
  readonly discovered: number
  readonly discoveries: number
  /** From the end of the flood until an echo request is answered; undefined: not within five seconds. */
  readonly recoveryMs: number | undefined
  readonly agrees: boolean
}

const flood = readFileSync(new URL('../agent/flood.py', import.meta.url), 'utf8')
const perSecond = 3000
const seconds = 2
const discoveries = 10

/**
 * A core from the NOC, which alone reaches its own address, a router on a ring and one at a leased site out of their
 * segments; in both families, by one identifier and by many.
 */
export async function verifyFloods(lab: Running, hosts: Hosts): Promise<FloodReport[]> {
  const reports: FloodReport[] = []
  for (const victim of victims(lab.blueprint))
    for (const family of [4, 6] as const)
      for (const identifiers of ['one', 'many'] as const)
        reports.push(await verifyFlood({ lab, hosts, victim }, family, identifiers))
  return reports
}

interface Victim {
  readonly router: LabRouter
  readonly from: Host
  readonly to: Readonly<Record<Family, string>>
  /** On other interfaces of the router. */
  readonly neighbours: readonly Neighbour[]
}

/** Whoever looks for a neighbour: one of the hosts for its gateway, or a router for the other end of a link. */
interface Neighbour {
  readonly at: string
  readonly interface: string
  readonly from: string
  readonly to: string
}

function victims({ plan, routers, hosts }: Blueprint): Victim[] {
  const noc = hosts.find(({ zone }) => plan.network.zones.get(zone)?.declared.kind === 'noc')
  const core = routers.find(({ intent }) => intent.role === 'core')
  const ring = routers.filter(({ intent }) => intent.role === 'site' && intent.fibre.length > 1)
  const leased = routers.filter(({ intent }) => intent.role === 'site' && intent.fibre.length === 0)
  return [
    ...(core === undefined || noc === undefined ? [] : [overFibre(routers, core, noc)]),
    ...[ring, leased].flatMap(kind => kind.flatMap(router => outOfSegment(router, hosts)).slice(0, 1)),
  ]
}

function overFibre(routers: readonly LabRouter[], router: LabRouter, from: Host): Victim {
  const { loopback, fibre } = router.intent
  const ends = routers.flatMap(({ id, intent }) => (id === router.id ? [] : intent.fibre.map(link => ({ id, link }))))
  const neighbours = fibre.flatMap((own): Neighbour[] => {
    const far = ends.find(({ link }) => link.id === own.id)
    if (far === undefined) return []
    const [here, there] = [own.v6, far.link.v6].map(prefix => addressText(addressOf(prefix)))
    return [{ at: far.id, interface: far.link.interface.value, from: there ?? '', to: here ?? '' }]
  })
  const to = { 4: addressText(addressOf(loopback.v4)), 6: addressText(addressOf(loopback.v6)) }
  return { router, from, to, neighbours }
}

function outOfSegment(router: LabRouter, hosts: readonly Host[]): Victim[] {
  const [from, ...others] = hosts.filter(each => each.router === router.id)
  if (from === undefined || others.length === 0) return []
  const neighbours = others.map(
    (host): Neighbour => ({
      at: hostsNamespace,
      interface: host.interface,
      from: textOf(host, 6),
      to: addressText(host.gatewayV6),
    }),
  )
  return [{ router, from, to: { 4: addressText(from.gatewayV4), 6: addressText(from.gatewayV6) }, neighbours }]
}

interface Bench {
  readonly lab: Running
  readonly hosts: Hosts
  readonly victim: Victim
}

async function verifyFlood(bench: Bench, family: Family, identifiers: 'one' | 'many'): Promise<FloodReport> {
  const { lab, victim } = bench
  const { router, from, to, neighbours } = victim
  const words = [from.interface, textOf(from, family), to[family], String(seconds), String(perSecond), identifiers]
  const namespace = lab.namespace(hostsNamespace)
  const flooding = lab.runner.run('ip', 'netns', 'exec', namespace, 'python3', '-c', flood, ...words)
  let discovered = 0
  for (let i = 0; i < discoveries; i++) {
    const neighbour = neighbours[i % neighbours.length]
    if (neighbour !== undefined && (await discovers(bench, neighbour))) discovered++
  }
  const said = JSON.parse(await flooding) as Flooded
  const limit = limitOf(router)
  const allowed = Math.ceil(limit.packetsPerSecond * (said.seconds + 0.1)) + limit.burst
  return {
    router: router.id,
    from: from.id,
    family,
    identifiers,
    perSecond: Math.round(said.sent / said.seconds),
    answered: said.answered,
    allowed,
    discovered,
    discoveries,
    recoveryMs: said.recoveryMs ?? undefined,
    agrees: said.answered > 0 && said.answered <= allowed && discovered === discoveries && said.recoveryMs !== null,
  }
}

interface Flooded {
  readonly sent: number
  readonly seconds: number
  readonly answered: number
  readonly recoveryMs: number | null
}

/** What the intent says that a router answers at most. */
function limitOf({ id, intent }: LabRouter): { readonly packetsPerSecond: number; readonly burst: number } {
  const limit = intent.filter.input.find(({ purpose }) => purpose === 'echo')?.limit
  if (limit === undefined) throw new Error(`${id} has no limit of echo requests`)
  return limit
}

/** It forgets its neighbour, and has to find it anew before it can send. */
async function discovers({ lab, hosts }: Bench, { at, interface: name, from, to }: Neighbour): Promise<boolean> {
  const { runner, namespace } = lab
  await runner.batch(namespace(at), [`neigh flush to ${to} dev ${name}`], 6)
  if (at === hostsNamespace) await hosts.probe([{ id: 0, from, to, port: probePort }], 100)
  else await runner.run('ip', 'netns', 'exec', namespace(at), 'python3', '-c', oneDatagram, from, to, String(probePort))
  const shown = await runner.run('ip', '-n', namespace(at), '-6', 'neigh', 'show', 'to', to, 'dev', name)
  return shown.includes('lladdr')
}

const oneDatagram = `import socket, sys, time
wire = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
wire.bind((sys.argv[1], 0))
wire.sendto(b'x', (sys.argv[2], int(sys.argv[3])))
time.sleep(0.1)`
