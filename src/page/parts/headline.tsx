import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { useReader } from './reader.ts'

interface Counts {
  readonly errors: number
  readonly open: number
  readonly accepted: number
}

/** How much is wrong, how much is open, and how much somebody has accepted: never the one without the others. */
export function Headline({ errors, open, accepted }: Counts): JSX.Element {
  const { say } = useReader()
  const parts = [
    [messages.errorsCount({ count: errors }), errors === 0 ? 'good' : 'bad'],
    [messages.openCount({ count: open }), open === 0 ? 'good' : 'warn'],
    [messages.acceptedCount({ count: accepted }), 'calm'],
  ] as const
  return (
    <ul class="headline">
      {parts.map(([words, tone]) => (
        <li key={words.en} class={`badge ${tone}`}>
          {say(words)}
        </li>
      ))}
    </ul>
  )
}
