import type { Bilingual } from '../../diagnostic/diagnostic.ts'
import { contains, networkOf, parsePrefix, prefixText, type Prefix } from '../../model/ip.ts'
import { subnetField } from '../../plan/spaces.ts'
import { factOf, type Draft, type Drafting, type Fact, type MappedRow } from './draft.ts'
import { linkAt, tunnelAt } from './interfaces-in-use.ts'
import { segmentMeant } from './segment-meant.ts'
import { addressIn, placesOf, textIn, type Running } from './running.ts'

/**
 * An IPv6 address of a running router. A segment's prefix goes into the ledger of the proposal
 * (`segment/SITE/SEGMENT/v6`); those of links, tunnels and loopbacks follow from the IPv4 ones, and are held against
 * what follows.
 */
export function v6Fact(draft: Draft, running: Running | undefined, mapped: MappedRow, drafting: Drafting): Fact {
  const { plan } = drafting
  const text = addressIn(mapped)
  const prefix = parsePrefix(text.includes('/') ? text : `${text}/64`)
  if (prefix?.family !== 6) return seen(text, mapped, notV6)
  const port = textIn(mapped, 'interface')
  const follows = running === undefined ? undefined : followingFrom(running, port)
  if (follows !== undefined)
    return prefixText(follows.prefix) === prefixText(prefix)
      ? factOf(`(${follows.key})`, prefixText(prefix), placesOf(mapped))
      : factOf(`(${follows.key})`, prefixText(prefix), placesOf(mapped), 'contradicted', fromV4(follows.prefix))
  if (!contains(plan.ula, prefix))
    return seen(prefixText(prefix), mapped, isPrivate(prefix) ? otherUla(prefix) : outside)
  const zone = [...plan.zones.values()].find(({ v6 }) => contains(v6, prefix))?.zone
  const kinds = [...drafting.network.segmentKinds.values()].filter(kind => kind.zone === zone)
  const kind = segmentMeant(kinds, mapped)
  if (zone === undefined || kind === undefined || prefix.length !== 64)
    return seen(prefixText(prefix), mapped, noSegment)
  const site = draft.match?.id ?? draft.id
  const key = `segment/${site}/${kind.id}/v6`
  const planned = plan.segments.get(`${site}/${kind.id}`)
  // A plan of addresses names the prefix alone.
  const isFirst = prefix.bits - networkOf(prefix).bits <= 1n
  const isSame = planned !== undefined && networkOf(planned.v6).bits === networkOf(prefix).bits
  return factOf(
    isSame ? `(${key})` : key,
    subnetField(prefix),
    placesOf(mapped),
    isFirst ? 'sure' : 'contradicted',
    isFirst ? undefined : notFirst,
  )
}

/** What a port's IPv6 address follows from: as far into its pool as the IPv4 one that runs is into its own. */
function followingFrom(running: Running, port: string): { readonly key: string; readonly prefix: Prefix } | undefined {
  const { own } = running
  const v4 = (running.addresses.get(port) ?? [])
    .flatMap(text => parsePrefix(text.includes('/') ? text : `${text}/32`) ?? [])
    .find(({ family }) => family === 4)
  const moved = (planned: Prefix, base: Prefix): Prefix =>
    v4 === undefined ? base : { ...base, bits: base.bits + networkOf(v4).bits - networkOf(planned).bits }
  const link = linkAt(own, port, v4)
  if (link !== undefined) return { key: `link/${link.link.route.id}/v6`, prefix: moved(link.v4, link.v6) }
  const tunnel = tunnelAt(running, port, v4)
  if (tunnel !== undefined) {
    const end = tunnel.site.id === own.router.id ? 'site' : 'core'
    return { key: `tunnel/${tunnel.id}/v6`, prefix: moved(tunnel.v4[end], tunnel.v6[end]) }
  }
  return v4 !== undefined && contains(running.plan.loopbacks.v4, v4)
    ? { key: `router/${own.router.id}/loopback/v6`, prefix: moved(own.loopbackV4, own.loopbackV6) }
    : undefined
}

function isPrivate({ bits }: Prefix): boolean {
  return bits >> 120n === 0xfdn
}

function seen(text: string, mapped: MappedRow, why: Bilingual): Fact {
  return factOf('(address)', text, placesOf(mapped), why === outside || why === notV6 ? 'guessed' : 'contradicted', why)
}

const notV6 = { id: 'bukan prefiks IPv6', en: 'no IPv6 prefix' }
const outside = { id: 'di luar alamat jaringan ini', en: "outside of this network's addresses" }
const noSegment = {
  id: 'di dalam ULA jaringan, tetapi bukan /64 di zona sebuah segmen',
  en: "inside the network's ULA, and no /64 in the zone of a segment",
}
const notFirst = {
  id: 'gateway bukan alamat pertama; Serat memberi yang pertama',
  en: 'its gateway is not the first address; Serat gives the first',
}

function otherUla(prefix: Prefix): Bilingual {
  const ula = prefixText(networkOf({ ...prefix, length: 48 }))
  return {
    id: `ULA lain: tulis addressing.v6: ${ula} di network.yaml, lalu impor sekali lagi`,
    en: `another ULA: write addressing.v6: ${ula} in network.yaml, and import once more`,
  }
}

function fromV4(follows: Prefix): Bilingual {
  return {
    id: `mengikuti alamat IPv4-nya: Serat memberi ${prefixText(follows)}`,
    en: `it follows from its IPv4 address: Serat gives ${prefixText(follows)}`,
  }
}
