import type { Bfd, Intent } from '../../../intent/intent.ts'
import { line, type Line } from '../../text/line.ts'
import { said } from '../../said.ts'
import { byText } from '../../../text/order.ts'

/** One profile for each pair of interval and multiplier that something names. */
export function frrBfd(intent: Intent): Line[] {
  const profiles = new Map<string, Bfd>()
  const wanted = [
    ...intent.fibre.map(link => link.bfd),
    ...(intent.bgp?.neighbors ?? []).flatMap(neighbor => neighbor.bfd ?? []),
  ]
  for (const bfd of wanted) {
    if (!profiles.has(bfdProfile(bfd))) profiles.set(bfdProfile(bfd), bfd)
  }
  if (profiles.size === 0) return []
  return [
    line([], 'structure')`bfd`,
    ...[...profiles].sort(byText(([key]) => key)).flatMap(([name, bfd]) => profileLines(name, bfd)),
    line([], 'structure')`exit`,
  ]
}

/** Name of the profile that holds these timers. */
export function bfdProfile(bfd: Bfd): string {
  return `every-${bfd.intervalMs}ms-times-${bfd.multiplier}`
}

function profileLines(name: string, bfd: Bfd): Line[] {
  const write = said(bfd.from)
  // The places stand as interval and multiplier, where both are written.
  const count = said(
    bfd.from.toSorted((a, b) => Number(a.path.at(-1) !== 'multiplier') - Number(b.path.at(-1) !== 'multiplier')),
  )
  return [
    write` profile ${name}`,
    count`  detect-multiplier ${bfd.multiplier}`,
    write`  transmit-interval ${bfd.intervalMs}`,
    write`  receive-interval ${bfd.intervalMs}`,
    line([], 'structure')` exit`,
  ]
}
