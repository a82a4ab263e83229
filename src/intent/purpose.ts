/** What a rule of a filter is for: platforms that say more than a rule's words are told by this, never by its shape. */
export type Purpose = keyof typeof purposes

interface Meant {
  /** Packets are followed as a session; what is not followed passes packet by packet, each way by a rule of its own. */
  readonly followed: boolean
  /** How what is for the router itself is counted where its processor is guarded. */
  readonly guard: 'discovery' | 'limited' | 'routing' | 'services'
}

const meant = <Name extends string>(list: Readonly<Record<Name, Meant>>): Readonly<Record<Name, Meant>> => list

export const purposes = meant({
  /** Neighbours find each other. */
  discovery: { followed: false, guard: 'discovery' },
  /** Somebody asks whether the router is there. */
  echo: { followed: false, guard: 'limited' },
  /** Errors and answers of ICMP. */
  icmp: { followed: false, guard: 'limited' },
  /** Answers of what was allowed, and what belongs to nothing. */
  connections: { followed: true, guard: 'services' },
  /** The NOC's sessions with the router. */
  management: { followed: true, guard: 'services' },
  /** OSPF and BFD on links. */
  'routing-neighbour': { followed: false, guard: 'routing' },
  'bgp-neighbour': { followed: true, guard: 'routing' },
  /** The outside of a tunnel. */
  'tunnel-end': { followed: false, guard: 'routing' },
  /** Hosts ask for an address. */
  'address-service': { followed: false, guard: 'services' },
  'name-service': { followed: true, guard: 'services' },
  /** Backbone to backbone, before any state. */
  transit: { followed: false, guard: 'services' },
  /** Nothing but a site's own traffic over its circuit. */
  'own-circuit': { followed: true, guard: 'services' },
  /** Tenants of one zone. */
  apart: { followed: true, guard: 'services' },
  /** From a zone to a zone, or to the routers. */
  zones: { followed: true, guard: 'services' },
  /** From a zone to the internet, and what may not go there. */
  internet: { followed: true, guard: 'services' },
})

/** Packets a second that a router may be asked to look at itself, by kind; far above what a healthy network sends. */
export const guardRates = { routing: 5000, services: 500, rest: 1000 } as const
