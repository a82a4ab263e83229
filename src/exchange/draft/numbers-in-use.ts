import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { addressText, contains, networkOf, nth, parsePrefix, prefixText, type Prefix } from '../../model/ip.ts'
import type { LinkEnd, Plan, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import { factOf, type Draft, type Fact, type MappedRow } from './draft.ts'

/** A running router: what is planned for it, and, since a single row does not say it, where the peers of each of its interfaces are. */
interface Running {
  readonly plan: Plan
  readonly own: RouterPlan
  readonly endpoints: ReadonlyMap<string, readonly string[]>
}

/**
 * Numbers of links, tunnels and routers that a running router has, by the key that the ledger has for each (`link/ROUTE/v4`): written into the
 * ledger of the proposal where the plan gives another, in brackets where it gives the same. Undefined where the row says no such number.
 */
export function numberFact(running: Running, mapped: MappedRow): Fact | undefined {
  const menu = textIn(mapped, 'menu')
  if (menu === '/ip address') return addressNumber(running, mapped)
  if (menu === '/interface wireguard') return portNumber(running, mapped)
  if (menu === '/interface wireguard peers') return peerKey(running, mapped)
  if (menu.startsWith('/routing bgp ')) return asNumber(running, mapped)
  if (menu.startsWith('/routing ospf ')) return neighbour(running, mapped)
  return undefined
}

export function textIn({ row }: MappedRow, column: string): string {
  return String(row.cells.get(column) ?? '').trim()
}

function placesOf({ row }: MappedRow): Fact['from'] {
  return [...row.cells.keys()].map(column => ({ ...row.at, column }))
}

/** Said where the plan says the same; recorded where it does not. */
function numbered(key: string, value: string, planned: string | undefined, mapped: MappedRow): Fact {
  return factOf(value === planned ? `(${key})` : key, value, placesOf(mapped))
}

function contradicted(key: string, value: string, mapped: MappedRow, why: Bilingual): Fact {
  return factOf(`(${key})`, value, placesOf(mapped), 'contradicted', why)
}

function addressNumber(running: Running, mapped: MappedRow): Fact | undefined {
  const prefix = parsePrefix(textIn(mapped, 'address'))
  if (prefix === undefined || prefix.family !== 4) return undefined
  const port = textIn(mapped, 'interface')
  const end = linkAt(running.own, port, prefix)
  if (end !== undefined) return linkNumber(end, prefix, mapped)
  const tunnel = tunnelAt(running, port, prefix)
  if (tunnel !== undefined) return tunnelNumber(running.own, tunnel, prefix, mapped)
  return leaseNumber(running.own, port, prefix, mapped)
}

/** The link of a port, else the one that the plan gives this address. */
function linkAt({ links }: RouterPlan, port: string, prefix: Prefix): LinkEnd | undefined {
  return links.find(end => end.port === port) ?? links.find(end => prefixText(end.v4) === prefixText(prefix))
}

function linkNumber({ link, side }: LinkEnd, prefix: Prefix, mapped: MappedRow): Fact {
  return pairNumber({ key: `link/${link.route.id}/v4`, planned: link.v4, isLow: side === 'a', prefix }, mapped)
}

interface Pair {
  readonly key: string
  readonly planned: Prefix
  readonly isLow: boolean
  readonly prefix: Prefix
}

/** A prefix of two ends: each end has its place in it, the first the lower. */
function pairNumber({ key, planned, isLow, prefix }: Pair, mapped: MappedRow): Fact {
  const net = networkOf(prefix)
  const text = prefixText(net)
  if (prefix.length !== planned.length)
    return contradicted(key, text, mapped, {
      id: `panjangnya /${prefix.length}; Serat memberi /${planned.length}`,
      en: `its length is /${prefix.length}; Serat gives /${planned.length}`,
    })
  const [low, high] = prefix.length === 31 ? [0, 1] : [1, 2]
  if (nth(net, isLow ? low : high).bits !== prefix.bits) return contradicted(key, text, mapped, otherEnd)
  return numbered(key, text, prefixText(planned), mapped)
}

const otherEnd = {
  id: 'router ini memegang alamat yang oleh Serat diberikan kepada ujung lain; tukar a dan b rutenya',
  en: 'this router holds the address that Serat gives the other end; swap a and b of its route',
}

/** The tunnel of an interface: by its name, by where its peers are, or by its planned address. */
function tunnelAt({ own, endpoints }: Running, port: string, prefix?: Prefix): TunnelPlan | undefined {
  const { tunnels, router } = own
  const isSite = (tunnel: TunnelPlan): boolean => tunnel.site.id === router.id
  const named = tunnels.find(
    ({ names, ...tunnel }) => (tunnel.site.id === router.id ? names.site : names.core) === port,
  )
  if (named !== undefined) return named
  const ends = endpoints.get(port) ?? []
  const reached = tunnels.filter(tunnel => {
    const outer = isSite(tunnel) ? tunnel.outer.core : tunnel.outer.site
    return outer !== undefined && ends.includes(addressText(outer))
  })
  const [only] = reached
  if (only !== undefined && reached.length === 1) return only
  return prefix === undefined
    ? undefined
    : tunnels.find(({ v4 }) => contains(networkOf(v4.site), prefix) && v4.site.length === prefix.length)
}

function tunnelNumber({ router }: RouterPlan, tunnel: TunnelPlan, prefix: Prefix, mapped: MappedRow): Fact {
  const isSite = tunnel.site.id === router.id
  const own = isSite ? tunnel.v4.site : tunnel.v4.core
  return pairNumber({ key: `tunnel/${tunnel.id}/v4`, planned: networkOf(own), isLow: !isSite, prefix }, mapped)
}

/** The prefix between a router and a provider: the site's end is behind those of the hub, or behind the provider's gateway. */
function leaseNumber(
  { router, leases }: RouterPlan,
  port: string,
  prefix: Prefix,
  mapped: MappedRow,
): Fact | undefined {
  const lease = leases.find(
    ({ circuit }) => circuit.site.router.id === router.id && circuit.declared.site.port === port,
  )
  if (lease?.siteV4 === undefined) return undefined
  const { circuit, siteV4 } = lease
  const net = prefixText(networkOf(prefix))
  const purpose = { 'metro-ethernet': 'vlan', 'ip-vpn': 'site', internet: undefined }[circuit.declared.service]
  const key = `transfer/${circuit.id}/${purpose ?? 'site'}/v4`
  const isSame = prefixText(siteV4) === prefixText(prefix)
  if (purpose === undefined || isSame)
    return isSame
      ? numbered(key, net, net, mapped)
      : contradicted(key, net, mapped, {
          id: `berkas sirkuit ${circuit.id} menyebut ${prefixText(siteV4)}`,
          en: `the file of circuit ${circuit.id} says ${prefixText(siteV4)}`,
        })
  const place = siteV4.bits - networkOf(siteV4).bits
  const hasPlace = siteV4.length === prefix.length && prefix.bits - networkOf(prefix).bits === place
  return hasPlace
    ? numbered(key, net, prefixText(networkOf(siteV4)), mapped)
    : contradicted(key, net, mapped, {
        id: `alamat situs di prefiks penyedia; Serat memberi ujung ini ${prefixText(siteV4)}`,
        en: `the site's address in the provider's prefix; Serat gives this end ${prefixText(siteV4)}`,
      })
}

function portNumber(running: Running, mapped: MappedRow): Fact | undefined {
  const tunnel = tunnelAt(running, textIn(mapped, 'name'))
  const port = textIn(mapped, 'listen-port')
  if (tunnel === undefined || !/^\d{1,5}$/.test(port)) return undefined
  return numbered(`tunnel/${tunnel.id}/port`, port, String(tunnel.port), mapped)
}

/** A peer's public key is the other router's; its private half is in no export that anybody should read. */
function peerKey(running: Running, mapped: MappedRow): Fact | undefined {
  const tunnel = tunnelAt(running, textIn(mapped, 'interface'))
  const key = textIn(mapped, 'public-key')
  if (tunnel === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(key)) return undefined
  const peer = tunnel.site.id === running.own.router.id ? tunnel.core : tunnel.site
  return numbered(`router/${peer.id}/public-key`, key, running.plan.routers.get(peer.id)?.publicKey, mapped)
}

function asNumber({ own }: Running, mapped: MappedRow): Fact | undefined {
  const as = textIn(mapped, 'as') || textIn(mapped, 'local.as')
  if (!/^\d{1,10}$/.test(as)) return undefined
  const key = `router/${own.router.id}/as`
  if (own.router.role !== 'core' || String(own.as) === as) return numbered(key, as, String(own.as), mapped)
  return contradicted(key, as, mapped, {
    id: `nomor AS hub di inventaris: ${own.as}`,
    en: `the hub's AS number in the inventory: ${own.as}`,
  })
}

/** Neighbours of OSPF are routes: on which port, to whom, at which cost. */
function neighbour({ own, plan }: Running, mapped: MappedRow): Fact | undefined {
  const port = textIn(mapped, 'interfaces') || textIn(mapped, 'interface')
  const end = own.links.find(each => each.port === port)
  if (end === undefined) return undefined
  const { link, peer } = end
  const key = `ospf/${link.route.id}`
  const cost = Number(textIn(mapped, 'cost') || Number.NaN)
  if (!Number.isFinite(cost) || cost === link.cost) return factOf(`(${key})`, peer.id, placesOf(mapped))
  const factor = (cost * link.route.declared.speedMbps) / plan.network.declared.routing.referenceMbps
  return contradicted(key, peer.id, mapped, {
    id: `biaya OSPF ${cost}, Serat memberi ${link.cost}; cost_factor: ${factor} pada rute ${link.route.id} menyamakannya`,
    en: `OSPF cost ${cost}, Serat gives ${link.cost}; cost_factor: ${factor} of route ${link.route.id} makes it the same`,
  })
}

/** Facts that stand in the ledger go by its keys; those of files have none of its signs. */
export function isNumberKey(key: string): boolean {
  return key.includes('/') && !key.startsWith('(')
}

/** One number for each key: what a second export says otherwise is told, and not recorded. */
export function agreed(drafts: readonly Draft[]): Draft[] {
  const first = new Map<string, { readonly fact: Fact; readonly by: string }>()
  return drafts.map(draft => ({
    ...draft,
    facts: draft.facts.map(fact => {
      if (!isNumberKey(fact.key)) return fact
      const had = first.get(fact.key)
      if (had === undefined) first.set(fact.key, { fact, by: draft.ref })
      if (had === undefined || had.fact.value === fact.value) return fact
      const why = {
        id: `${had.by} berkata ${String(had.fact.value)}`,
        en: `${had.by} says ${String(had.fact.value)}`,
      }
      return { ...fact, key: `(${fact.key})`, certainty: 'contradicted' as const, why }
    }),
  }))
}
