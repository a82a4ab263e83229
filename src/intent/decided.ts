/**
 * Numbers that hold for every router and that no inventory asks for: timers, lifetimes, shares and limits. They stand
 * here once, each with where it comes from; a renderer only says them in its platform's words
 * (`platforms/decides-nothing.test.ts`).
 */

/** Distance of OSPF that every platform but Junos has of itself. */
export const ospfDistance = 110

/**
 * Administrative distances of BGP towards that of OSPF: outside routes before it, those of the other core behind it.
 * Vendors' own values.
 */
export const bgpDistances = {
  provider: 20,
  core: 200,
  /** Behind that of leased circuits, where OSPF brings the same route of a leased site from the other core. */
  ospfExternalBehindLeased: 4,
  /** Highest that a route may have and still be used. */
  last: 254,
} as const

/** A default that came from elsewhere than a provider is told to leased sites, behind every provider's (100). */
export const anyDefaultPreference = 50

/** RFC 4861, 6.2.1, AdvDefaultLifetime: three times the longest interval between advertisements. */
export const advertisedRouterSeconds = 1800

/** The WireGuard manual's value: below the half minute that common NATs keep a UDP state (RFC 4787, REQ-5). */
export const tunnelKeepaliveSeconds = 25

/** Keys of IPsec: RFC 7296, 2.8, leaves them to policy; NIST SP 800-77r1 allows 24 hours and 8. */
export const ipsecLifetimes = { ikeSeconds: 28_800, espSeconds: 3600 } as const

/** A silent far end is asked every interval, and given up after so many questions (RFC 7296, 2.4). */
export const deadPeer = { intervalSeconds: 10, failures: 3 } as const

/** Ports and patience with the AAA server: a person waits at the prompt (RFC 2865, 2866 for the ports). */
export const radiusHabits = { authenticationPort: 1812, accountingPort: 1813, timeoutSeconds: 2, retries: 1 } as const

/**
 * Who tries passwords is slowed, who falls silent is dropped (CIS benchmarks of Cisco IOS XE 17 and of Juniper OS,
 * chapters on access and SSH).
 */
export const loginHabits = {
  idleMinutes: 10,
  sessions: 5,
  sessionsPerMinute: 5,
  aliveSeconds: 60,
  aliveFailures: 3,
  handshakeSeconds: 60,
  dhBits: 4096,
  /** Of one session. */
  tries: 3,
  /** Failures after which each answer comes later. */
  slowAfter: 1,
  lockMinutes: 10,
  /** So many failures within so long shut the door for a while. */
  block: { failures: 5, withinSeconds: 60, forSeconds: 120 },
} as const

/**
 * A static default follows a probe: asked often, gone after two answers that did not come, back only when they come for
 * a while.
 */
export const uplinkProbe = {
  everySeconds: 5,
  timeoutMs: 2000,
  slowMs: 1000,
  downAfterSeconds: 10,
  upAfterSeconds: 20,
} as const

/**
 * Parts of a shaped rate, in percent, for routing protocols and for the most urgent class; the others share the rest.
 */
export const urgentPercent = { routing: 5, first: 35 } as const

/** A less urgent class takes this part of what the one before it takes. */
export const lessUrgent = 1 / 2

/**
 * What a policer lets through at the speed of the line before the rate holds: time, and never less than ten full
 * packets.
 */
export const policedBurst = { ms: 100, smallestBytes: 15_000 } as const

/**
 * What a router keeps of itself: earlier configurations, and the log that a person reads when the log server is away.
 */
export const kept = { configurations: 10, logBytes: 65_536 } as const

/**
 * Foreign sources that a log names: enough to see an attack, too few to fill it (NIST SP 800-92, 2.3.1, on floods of
 * entries).
 */
export const foreignLog = { limit: { packetsPerSecond: 1, burst: 5 }, everyMs: 1000 } as const

/** Groups of multicast, OSPF's two on every interface: enough for 500 circuits at a core. */
export const multicastGroups = 1024

/** How often a core looks for peers that have long been silent. */
export const silentPeersEverySeconds = 60

/** What a port or a circuit has unless its file says otherwise: that of Ethernet (RFC 894). */
export const usualMtu = 1500

/**
 * How long a change waits to be confirmed before it takes itself back. A router that loads its whole file by a restart,
 * or a script command by command, needs longer.
 */
export const confirmMinutes = { change: 10, script: 15, reset: 15 } as const
