import { addressText, contains, networkOf, prefixText, type Prefix } from '../../model/ip.ts'
import type { LinkEnd, RouterPlan, TunnelPlan } from '../../plan/plan.ts'
import type { Running } from './running.ts'

/** The link of a port, else the one that the plan gives this address. */
export function linkAt({ links }: RouterPlan, port: string, prefix: Prefix | undefined): LinkEnd | undefined {
  return (
    links.find(end => end.port === port) ??
    links.find(end => prefix !== undefined && prefixText(end.v4) === prefixText(prefix))
  )
}

/** The tunnel of an interface: by its name, by where its peers are, or by its planned address. */
export function tunnelAt({ own, endpoints }: Running, port: string, prefix?: Prefix): TunnelPlan | undefined {
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
