import { parseAddress, type Address } from '../../model/ip.ts'
import type { Network } from '../../model/network.ts'
import type { Secret } from '../../model/scalars.ts'
import { localAccessOf } from '../../plan/local-access.ts'
import type { Plan, RouterPlan } from '../../plan/plan.ts'
import { routerSecretName } from '../../plan/secret-names.ts'
import { inside, type Place } from '../../source/source.ts'
import type { Identity, Loopback, Management, SecretReference, Segment, Services } from '../intent.ts'
import { given, inNetwork, nameOf, recorded } from './places.ts'

export function identityOf(network: Network, { router, site }: RouterPlan): Identity {
  const { domain, timeZone, banner } = network.declared
  return {
    hostname: { value: router.id, from: [nameOf(network, router)] },
    siteName: { value: site.declared.name, from: [inside(site.origin, 'name')] },
    domain: { value: domain, from: [inNetwork(network, 'domain')] },
    timeZone: { value: timeZone, from: given(inNetwork(network, 'timeZone')) },
    banner: banner.map((text, i) => ({ value: text, from: [inNetwork(network, 'banner', i)] })),
  }
}

export function loopbackOf(plan: Plan, own: RouterPlan): Loopback {
  const { router, loopbackV4, loopbackV6 } = own
  return {
    interface: router.platform.names.loopback,
    v4: loopbackV4,
    v6: loopbackV6,
    from: [
      loopbackPlace(plan, own),
      nameOf(plan.network, router),
      inNetwork(plan.network, 'addressing', 'loopback', 'v4'),
    ],
  }
}

/**
 * What decides a loopback, and with it the router id: the address that the site's file asks for, or the one recorded.
 */
export function loopbackPlace(plan: Plan, { router }: RouterPlan): Place {
  return router.declared.loopback === undefined
    ? recorded(plan, 'router', router.id, 'loopback')
    : inside(router.origin, 'loopback')
}

export function servicesOf(network: Network, router: string, segments: readonly Segment[]): Services {
  const { dns, ntp, syslog, snmp } = network.declared.services
  const at = (...steps: (string | number)[]): [ReturnType<typeof inNetwork>] => [
    inNetwork(network, 'services', ...steps),
  ]
  const own = (secret: Secret): SecretReference => ({ secret: routerSecretName(secret, router) })
  return {
    dns: dns.v4.map((address, i) => ({ address: must(address), from: at('dns', 'v4', i) })),
    dnsForGuests: segments
      .filter(({ zone }) => network.zones.get(zone.value)?.declared.kind === 'guest')
      .map(segment => segment.interface),
    ntp: ntp.v4.map((address, i) => ({ address: must(address), from: at('ntp', 'v4', i) })),
    syslog: {
      address: must(syslog.v4),
      port: syslog.port,
      from: [...at('syslog', 'v4'), ...given(...at('syslog', 'port'))],
    },
    snmp: {
      user: { value: snmp.user, from: at('snmp', 'user') },
      contact: { value: snmp.contact, from: at('snmp', 'contact') },
      trapTarget: { value: must(snmp.trapTarget), from: at('snmp', 'trapTarget') },
      authentication: { value: own(snmp.authentication), from: at('snmp', 'authentication', 'secret') },
      privacy: { value: own(snmp.privacy), from: at('snmp', 'privacy', 'secret') },
    },
  }
}

/** The form was checked when the file was read; only a bug gets here with something else. */
export function must(text: string): Address {
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`not an address: ${text}`)
  return address
}

export function managementOf({ network, zones }: Plan, { router }: RouterPlan): Management {
  const { breakGlass, readOnly, radius } = network.declared.management
  const at = (...steps: string[]): [ReturnType<typeof inNetwork>] => [inNetwork(network, 'management', ...steps)]
  const nocZones = [...zones.values()].filter(({ zone }) => zone.declared.kind === 'noc')
  const local = localAccessOf(network, router)
  const own = (secret: Secret): SecretReference => ({ secret: routerSecretName(secret, router.id) })
  return {
    local:
      local === undefined
        ? undefined
        : {
            interface: { value: local.port, from: [local.at] },
            v4: { value: local.v4, from: at('localAccess', 'v4') },
          },
    noc: nocZones.flatMap(({ zone, v4, v6 }) => [
      { prefix: v4, from: [inside(zone.origin, 'v4')] },
      { prefix: v6, from: [inside(zone.origin, 'v6')] },
    ]),
    breakGlass: { user: breakGlass.user, password: own(breakGlass.password), from: at('breakGlass', 'user') },
    readOnly: { user: readOnly.user, password: readOnly.password, from: at('readOnly', 'user') },
    radius:
      radius === undefined
        ? undefined
        : { server: must(radius.server), secret: own(radius.secret), from: at('radius', 'server') },
  }
}
