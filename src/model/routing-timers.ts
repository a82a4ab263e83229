/** How long routing protocols wait for a silent neighbour, where BFD does not end it sooner. */

/** Both ends agree on the smaller hold time (RFC 4271, 4.2); a third of it between keepalives (RFC 4271, 10). */
export const bgpTimers = {
  keepaliveSeconds: 10,
  /**
   * Sessions without BFD, to the other core and to providers, else hold a dead neighbour for the stock three minutes.
   */
  holdSeconds: 30,
  /** The stock two minutes are long where a tunnel or the way to the other core was away for a moment. */
  connectSeconds: 10,
  /**
   * A neighbour that announced too much is asked again after this (RFC 7454, 8: closing and a person's look, or a
   * pause).
   */
  tooManyPauseMinutes: 5,
} as const

/** RFC 2328, C.3, for broadcast and point-to-point links; BFD sees a loss long before. */
export const ospfTimers = { helloSeconds: 10, deadSeconds: 40 } as const
