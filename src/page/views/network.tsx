import type { JSX } from 'preact'
import { messages } from '../messages.ts'
import { LogicalMap } from '../map/logical-map.tsx'
import { useReader } from '../parts/reader.ts'

/** The logical topology. */
export function NetworkView(): JSX.Element {
  const { say } = useReader()
  return (
    <article>
      <h1>{say(messages.network)}</h1>
      <p class="quiet">{say(messages.networkHint)}</p>
      <LogicalMap />
    </article>
  )
}
