import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { networkOf, nth, parsePrefix, prefixText, type Prefix } from '../../model/ip.ts'
import type { LinkEnd, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import { factOf, type Draft, type Fact, type MappedRow } from './draft.ts'
import { linkAt, tunnelAt } from './interfaces-in-use.ts'
import { costRouteOf } from './ospf-in-use.ts'
import { placesOf, textIn, type Running } from './running.ts'

/**
 * Numbers of links, tunnels and routers that a running router has, by the key that the ledger has for each
 * (`link/ROUTE/v4`): written into the ledger of the proposal where the plan gives another, in brackets where it gives
 * the same. Undefined where the row says no such number.
 */
export function numberFact(running: Running, mapped: MappedRow): Fact | undefined {
  const menu = textIn(mapped, 'menu')
  if (menu === '/ip address') return addressNumber(running, mapped)
  if (menu === '/interface wireguard') return portNumber(running, mapped)
  if (menu === '/interface wireguard peers') return peerKey(running, mapped)
  if (menu.startsWith('/routing bgp ')) return asNumber(running, mapped)
  return undefined
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

function tunnelNumber({ router }: RouterPlan, tunnel: TunnelPlan, prefix: Prefix, mapped: MappedRow): Fact {
  const isSite = tunnel.site.id === router.id
  const own = isSite ? tunnel.v4.site : tunnel.v4.core
  return pairNumber({ key: `tunnel/${tunnel.id}/v4`, planned: networkOf(own), isLow: !isSite, prefix }, mapped)
}

/**
 * The prefix between a router and a provider: the site's end is behind those of the hub, or behind the provider's
 * gateway.
 */
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
      // Both ends of a link have one cost, also where one of them says the planned one.
      const route = costRouteOf(fact.key)
      if (route === undefined && !isNumberKey(fact.key)) return fact
      const key = route ?? fact.key
      const had = first.get(key)
      if (had === undefined) first.set(key, { fact, by: draft.ref })
      if (had === undefined || had.fact.value === fact.value) return fact
      const why = {
        id: `${had.by} berkata ${String(had.fact.value)}`,
        en: `${had.by} says ${String(had.fact.value)}`,
      }
      return { ...fact, key: bracketed(fact.key), certainty: 'contradicted' as const, why }
    }),
  }))
}

function bracketed(key: string): string {
  return key.startsWith('(') ? key : `(${key})`
}
