import { parsePrefix, nth, type Prefix } from '../model/ip.ts'
import type { Network, Router } from '../model/network.ts'
import { inside, type Place } from '../source/source.ts'

/**
 * A port that a technician may plug into when the NOC does not reach the router: SSH is open there, from this prefix
 * alone.
 */
interface LocalAccess {
  readonly port: string
  /** The router's own address on it, the first of the prefix; the same at every router, and never announced. */
  readonly v4: Prefix
  readonly at: Place
}

/** The port that is asked for, where it can have an address; undefined where the console is the only local way. */
export function localAccessOf(network: Network, router: Router): LocalAccess | undefined {
  const asked = askedLocalPort(network, router)
  return asked === undefined || router.model.unrouted?.includes(asked.port) === true ? undefined : asked
}

/** The site's own choice of a port, else the network's for the model. */
export function askedLocalPort(network: Network, router: Router): LocalAccess | undefined {
  const policy = network.declared.management.localAccess
  const prefix = parsePrefix(policy?.v4 ?? '')
  if (policy === undefined || prefix === undefined) return undefined
  const v4 = nth(prefix, 1)
  const { localPort, model } = router.declared
  if (localPort !== undefined) {
    return localPort === 'none' ? undefined : { port: localPort, v4, at: inside(router.origin, 'localPort') }
  }
  const index = policy.ports.findIndex(choice => choice.model === model)
  const port = policy.ports[index]?.port
  return port === undefined
    ? undefined
    : { port, v4, at: inside(network.origin, 'management', 'localAccess', 'ports', index, 'port') }
}
