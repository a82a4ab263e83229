import type { Intent, Nat, Npt, Shaper, Tunnel } from '../../../intent/intent.ts'
import { addressText, networkOf, prefixText, type Address } from '../../../model/ip.ts'
import { line, type Line, Quoted } from '../../text/line.ts'
import { nftInterface } from '../text/nft.ts'
import { classIds, ownClass } from './networkd-shaper.ts'

/**
 * Keeps TCP segments small enough for a tunnel; both ends do it on their way out. The kernel only ever lowers the
 * value.
 */
export function clampLines(tunnels: readonly Tunnel[]): Line[] {
  return tunnels.flatMap(tunnel => {
    const write = line(tunnel.from)
    const out = new Quoted(nftInterface(tunnel.interface.value))
    return [
      write`    oifname ${out} meta nfproto ipv4 tcp flags syn / syn,rst tcp option maxseg size set ${tunnel.mssV4}`,
      write`    oifname ${out} meta nfproto ipv6 tcp flags syn / syn,rst tcp option maxseg size set ${tunnel.mssV6}`,
    ]
  })
}

/** Puts packets into the classes of networkd's HTB: it takes the class that the packet's priority names. */
export function classLines(shapers: readonly Shaper[]): Line[] {
  return shapers.flatMap(shaper => [
    ownLine(shaper),
    ...classIds(shaper).flatMap(({ id, of }) => {
      const out = new Quoted(nftInterface(shaper.interface))
      const address = shaper.match === 'source' ? 'saddr' : 'daddr'
      const priority = new Quoted(`meta priority set ${id}`)
      return [
        line(of.from)`    oifname ${out} ip ${address} ${prefixText(networkOf(of.v4))} ${priority}`,
        line(of.v6.from)`    oifname ${out} ip6 ${address} ${prefixText(networkOf(of.v6.value))} ${priority}`,
      ]
    }),
  ])
}

function ownLine(shaper: Shaper): Line {
  const out = new Quoted(nftInterface(shaper.interface))
  return line([], 'queue-order')`    oifname ${out} fib saddr type local meta priority set ${new Quoted(ownClass)}`
}

export function translationLines(intent: Intent): Line[] {
  return [...intent.nat.map(natLine), ...intent.npt.map(nptLine)]
}

function natLine(nat: Nat): Line {
  const out = new Quoted(nftInterface(nat.out))
  return line(
    nat.from,
  )`    oifname ${out} ip saddr ${prefixText(networkOf(nat.source))} snat ip to ${rangeText(nat.first, nat.last)} persistent`
}

/** First and last address, as `snat` wants a pool. */
function rangeText(first: Address, last: Address): string {
  return first.bits === last.bits ? addressText(first) : `${addressText(first)}-${addressText(last)}`
}

function nptLine(npt: Npt): Line {
  const out = new Quoted(nftInterface(npt.out))
  return line(
    npt.from,
  )`    oifname ${out} ip6 saddr ${prefixText(networkOf(npt.inside))} snat ip6 prefix to ${prefixText(networkOf(npt.outside))}`
}
