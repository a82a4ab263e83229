/**
 * Costs are negative natural logarithms of chances. A component of the commonest kind is broken at a given moment with
 * a chance of one in a thousand, the rarer kinds (`priorOf`) two and four times less. One state in ten still says "up"
 * after its thing fell (a probe that has not timed out); one in ten thousand says "down" of a thing that is well, for
 * an alarm waits for several probes. Orders of magnitude: what matters is that late states are common, and false alarms
 * rarer than a second fault.
 */
export const faultCosts = { 0: Math.log(1000), 1: Math.log(2000), 2: Math.log(4000) } as const
export const lateCost = Math.log(10)
export const falseAlarmCost = Math.log(10_000)
/** What is a thousand times less likely than the best is not offered. */
export const margin = Math.log(1000)
