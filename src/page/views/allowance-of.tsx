import type { JSX } from 'preact'
import { allowanceOf } from '../../noc/allowance.ts'
import { day, period } from '../../words/dates.ts'
import { number } from '../../words/figures.ts'
import { messages } from '../messages.ts'
import { Card, ThingLink } from '../parts/links.tsx'
import { useReader } from '../parts/reader.ts'
import { useWorld } from '../parts/world-context.ts'
import type { Thing } from '../things/thing.ts'

/** How long a circuit may still be down in the window that its contract measures in, on the day of the build. */
export function AllowanceOf({ thing: { kind, id } }: { readonly thing: Thing }): JSX.Element | null {
  const { say } = useReader()
  const { network, compilation } = useWorld()
  const bought = kind === 'circuit' ? network.circuits.get(id) : kind === 'uplink' ? network.uplinks.get(id) : undefined
  const allowance = bought === undefined ? undefined : allowanceOf(network, bought, compilation.asOf)
  if (allowance === undefined) return null
  const { contract, availabilityPercent, from, to, allowedMinutes, usedMinutes, leftMinutes } = allowance
  const rows = [
    [messages.promised, `${say(number(availabilityPercent, 2))} %`],
    [messages.slaWindow, say(period({ from, to }))],
    [messages.minutesAllowed, say(number(allowedMinutes, 1))],
    [messages.minutesUsed, say(number(usedMinutes, 1))],
    [messages.minutesLeft, say(number(leftMinutes, 1))],
  ] as const
  return (
    <Card title="SLA">
      <p class="quiet">
        <ThingLink thing={contract} /> · {say(messages.asOf({ day: say(day(compilation.asOf)) }))}
      </p>
      <dl class="facts figures-right">
        {rows.map(([words, figure]) => (
          <div key={words.en}>
            <dt>{say(words)}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
