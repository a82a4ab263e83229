/**
 * How many seconds a state stands before its alert fires. The cause first, so that what it explains is inhibited before
 * it is sent; an outage began so long before the alert did.
 */
export const alertWaits = { cause: 60, sign: 240 } as const

/**
 * A beat of the watchdog every so many seconds: an alert that always fires, anew with each beat, so that its silence is
 * heard at once.
 */
export const beatSeconds = 15
/**
 * Longer silence than this is blindness: three beats, which leaves a quarter of a minute for noticing it within one.
 */
export const silentMs = 45_000
